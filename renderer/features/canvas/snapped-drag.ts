import { guidesAt, snapOffset, type Guide } from '#shared/flow/alignment-guides.ts';
import { boxAround, boxesMeet, movedBox, type Box } from '#shared/flow/box.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { isWithin } from '#shared/flow/group-frame.ts';
import { groupByNode, groupsOf } from '#shared/flow/group.ts';
import type { DraggedPlaces } from './canvas-changes.ts';
import { shownBoxes } from './shown-boxes.ts';
import { snapRules, viewOf, type CanvasFrame } from './snap-rules.ts';

/** A flow as one looks at it: some of its groups are one card each. */
export interface FlowInView {
  readonly flow: Flow;
  readonly collapsed: ReadonlySet<string>;
  readonly frame: CanvasFrame;
}

/** Cards under the pointer, drawn to what they line up with. */
export interface SnappedDrag {
  readonly places: DraggedPlaces;
  readonly guides: readonly Guide[];
}

/**
 * Where dragged cards come to stand: all of them together go to the guides or the grid, so that they keep their distances.
 * Those that are kept free stay under the pointer.
 */
export function drawnDrag(seen: FlowInView, dragged: DraggedPlaces, keptFree: boolean): SnappedDrag {
  const boxes = shownBoxes(seen.flow, seen.collapsed);
  const moving = boxAround(
    [...dragged].flatMap(([id, place]) => {
      const box = boxes.get(id);
      return box === undefined ? [] : [{ ...box, ...place }];
    }),
  );
  if (moving === null || keptFree) return { places: dragged, guides: [] };
  const others = othersInView(seen, boxes, new Set(dragged.keys()), moving);
  const by = snapOffset(moving, others, snapRules(seen.frame));
  return {
    places: new Map([...dragged].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }])),
    guides: guidesAt(movedBox(moving, by), others),
  };
}

/** What nodes and groups line up with where they stand now. */
export function guidesOf(seen: FlowInView, ids: ReadonlySet<string>): readonly Guide[] {
  const boxes = shownBoxes(seen.flow, seen.collapsed);
  const box = boxAround([...boxes].flatMap(([id, each]) => (ids.has(id) ? [each] : [])));
  return box === null ? [] : guidesAt(box, othersInView(seen, boxes, ids, box));
}

/**
 * What a box can line up with. A guide to something that cannot be seen would say nothing, what goes along with its frame
 * keeps its distance anyhow, and a frame in which the box lies, or which grows with it, is no neighbour.
 */
function othersInView(
  { flow, frame }: FlowInView,
  boxes: ReadonlyMap<string, Box>,
  moved: ReadonlySet<string>,
  moving: Box,
): readonly Box[] {
  const byNode = groupByNode(flow);
  const view = viewOf(frame);
  const isAround = new Map<string, boolean>(
    groupsOf(flow).map(({ id, nodes }) => [id, nodes.some((node) => moved.has(node))]),
  );
  return [...boxes].flatMap(([id, box]) => {
    if (moved.has(id) || moved.has(byNode.get(id)?.id ?? '') || !boxesMeet(box, view)) return [];
    const around = isAround.get(id);
    return around === true || (around === false && isWithin(moving, box)) ? [] : [box];
  });
}
