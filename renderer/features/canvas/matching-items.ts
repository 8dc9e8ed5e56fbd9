import type { QuickPickItem } from './quick-pick-store.ts';

/** The items that hold the text: those whose label begins with it first, then other labels, then contexts. */
export function matchingItems(items: readonly QuickPickItem[], text: string): readonly QuickPickItem[] {
  const wanted = text.trim().toLowerCase();
  const rank = ({ label, context }: QuickPickItem): number => {
    if (label.toLowerCase().startsWith(wanted)) return 0;
    if (label.toLowerCase().includes(wanted)) return 1;
    return context.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return items.filter((item) => rank(item) < 3).toSorted((a, b) => rank(a) - rank(b));
}
