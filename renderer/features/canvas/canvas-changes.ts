import type { CanvasPoint } from '#shared/flow/canvas-point.ts';

/** The parts of the canvas library's changes that matter here: what moved, and what was selected. */
export interface CanvasChange {
  readonly type: string;
  readonly id?: string;
  readonly position?: CanvasPoint | undefined;
  readonly dragging?: boolean | undefined;
  readonly selected?: boolean;
}

/** Places of cards that are being dragged, by node: drawn, and not yet in the document. */
export type DraggedPlaces = ReadonlyMap<string, CanvasPoint>;

export const nothingDragged: DraggedPlaces = new Map();

/** Where the dragged cards stand after some changes, and whether they were let go. */
export function draggedAfter(
  before: DraggedPlaces,
  changes: readonly CanvasChange[],
): { readonly places: DraggedPlaces; readonly ended: boolean } {
  const moves = changes.filter(({ type }) => type === 'position');
  const places = moves.flatMap(({ id, position, dragging }) =>
    id !== undefined && position !== undefined && dragging === true ? [[id, position] as const] : [],
  );
  return {
    places: places.length === 0 ? before : new Map([...before, ...places]),
    ended: before.size > 0 && moves.some(({ dragging }) => dragging === false),
  };
}

/** The ids that are selected after the changes; `null` where none of them is about selection. */
export function selectedAfter(
  before: readonly string[],
  changes: readonly CanvasChange[],
): readonly string[] | null {
  const selects = changes.filter(({ type }) => type === 'select');
  if (selects.length === 0) return null;
  const after = new Set(before);
  for (const { id, selected } of selects) {
    if (id === undefined) continue;
    if (selected === true) after.add(id);
    else after.delete(id);
  }
  return [...after];
}
