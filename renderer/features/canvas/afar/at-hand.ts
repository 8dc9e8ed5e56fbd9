import { boxesMeet, type Box } from '#shared/flow/box.ts';
import type { CanvasItem, CanvasLine } from '../canvas-model.ts';
import { itemBox } from '../minimap-shapes.ts';

/** More selected cards than this stay painted: what is done with them is done with all at once. */
const mostMade = 60;

/** The cards that somebody has in hand: under the pointer, and where the keyboard is. */
export interface Touched {
  readonly pointed: string | null;
  readonly focused: string | null;
}

/**
 * The cards that are made though a flow is seen from afar: those in hand, the selected ones, those before and after them for
 * Tab, and the ends of the flow. Groups always are.
 */
export function cardsAtHand(
  items: readonly CanvasItem[],
  { focused, pointed }: Touched,
): ReadonlySet<string> {
  const selected = items.filter((item) => item.selected === true);
  const held = new Set([
    focused,
    pointed,
    ...(selected.length > mostMade ? [] : selected.map(({ id }) => id)),
  ]);
  const last = items.length - 1;
  return new Set(
    items.flatMap((item, at) => {
      const isNear = [at - 1, at, at + 1].some((each) => held.has(items[each]?.id ?? null));
      return isNear || at === 0 || at === last || item.type === 'group' ? [item.id] : [];
    }),
  );
}

/** The lines that are made: selected ones, and those at selected cards. */
export function linesAtHand(
  lines: readonly CanvasLine[],
  items: readonly CanvasItem[],
  made: ReadonlySet<string>,
): readonly CanvasLine[] {
  const ends = new Set(
    items.filter(({ id, selected }) => selected === true && made.has(id)).map(({ id }) => id),
  );
  return lines.filter(
    ({ selected, source, target }) => selected === true || ends.has(source) || ends.has(target),
  );
}

/** The card at a point, the uppermost where several are; groups are made and answer for themselves. */
export function cardAt(
  items: readonly CanvasItem[],
  { x, y }: { readonly x: number; readonly y: number },
): string | null {
  const isAt = ({ height, width, ...box }: Box) =>
    x >= box.x && y >= box.y && x <= box.x + width && y <= box.y + height;
  const found = items.filter((item) => item.type === 'card' && isAt(itemBox(item)));
  return (found.findLast(({ zIndex = 0 }) => zIndex >= 0) ?? found.at(-1))?.id ?? null;
}

/** The cards that a rectangle touches. */
export function cardsIn(items: readonly CanvasItem[], area: Box): readonly string[] {
  return items.flatMap((item) => (item.type === 'card' && boxesMeet(itemBox(item), area) ? [item.id] : []));
}
