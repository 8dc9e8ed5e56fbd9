import { boxAround, type Box } from '#shared/flow/box.ts';
import type { NodeRunView } from '#shared/run-events/run-view.ts';
import type { CanvasItem } from './canvas-model.ts';

/** How the map shows a card, from below to above. */
export const minimapLooks = ['frame', 'plain', 'failed', 'selected', 'paused'] as const;
export type MinimapLook = (typeof minimapLooks)[number];

/** The outlines of all cards of a look, as one SVG path each: a map of thousands of cards is five shapes. */
export function minimapShapes(items: readonly CanvasItem[]): ReadonlyMap<MinimapLook, string> {
  const shapes = new Map<MinimapLook, string[]>(minimapLooks.map((look) => [look, []]));
  for (const item of items) shapes.get(lookOf(item))?.push(outline(itemBox(item)));
  return new Map([...shapes].map(([look, outlines]) => [look, outlines.join('')]));
}

/** Where a card or a group stands, and how large it is drawn. */
export function itemBox({ height = 0, position, width = 0 }: CanvasItem): Box {
  return { ...position, width, height };
}

/** The box round all cards; `null` where there are none. */
export const boxAroundItems = (items: readonly CanvasItem[]): Box | null => boxAround(items.map(itemBox));

/**
 * The part of the canvas that a map of some size shows: all cards and the view, with a margin, in the map's proportions.
 *
 * @param cards the box round all cards
 */
export function minimapArea(
  cards: Box | null,
  view: Box,
  size: { readonly width: number; readonly height: number },
  marginPx: number,
): Box & { readonly scale: number } {
  const around = (cards === null ? null : boxAround([cards, view])) ?? view;
  const scale = Math.max(
    around.width / (size.width - 2 * marginPx),
    around.height / (size.height - 2 * marginPx),
  );
  const width = size.width * scale;
  const height = size.height * scale;
  const x = around.x - (width - around.width) / 2;
  const y = around.y - (height - around.height) / 2;
  return { x, y, width, height, scale };
}

function lookOf(item: CanvasItem): MinimapLook {
  if (item.type === 'group' && !item.data.collapsed) return 'frame';
  const state = item.type === 'group' ? item.data.sums.state : item.data.run?.state;
  return stateLook(state, item.selected === true);
}

function stateLook(state: NodeRunView['state'] | null | undefined, isSelected: boolean): MinimapLook {
  if (state === 'paused') return 'paused';
  if (isSelected) return 'selected';
  return state === 'failed' || state === 'exception' ? 'failed' : 'plain';
}

function outline({ x, y, width, height }: Box): string {
  return `M${String(x)} ${String(y)}h${String(width)}v${String(height)}h${String(-width)}z`;
}
