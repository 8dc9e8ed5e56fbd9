import { savedNow } from './autosave.ts';
import type { OpenDocument } from './documents-store.ts';
import { toasts } from './toasts.ts';
import { documentOpened } from './view-store.ts';

/**
 * Whether the main process can use documents as the window shows them, after everything typed was saved. Where a save
 * failed, or another program changed a file and nobody has decided, it would use another version than the one on screen:
 * then the person is told so, under `title`, and shown the document.
 */
export async function usableAsShown(ids: readonly string[], title: string): Promise<boolean> {
  const notSaved = await savedNow();
  const open = notSaved.find(({ document }) => ids.includes(document.id));
  if (open === undefined) return true;
  toasts.show({
    title,
    body: `${whyNotSaved(open)} Until then something else would be used than what is shown.`,
    icon: 'warning',
    urgent: true,
    action: { label: `Show ${open.document.name}`, onClick: () => documentOpened(open.document.id) },
  });
  return false;
}

/** Why a document is not saved, in a sentence or two. */
export function whyNotSaved({ document, save }: OpenDocument): string {
  if (save.type === 'failed') return save.message;
  if (save.type !== 'conflict') return `“${document.name}” is not saved yet.`;
  return `${save.message} Decide in the tab of ${document.name} which it shall be.`;
}
