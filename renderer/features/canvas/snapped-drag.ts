import { guidesAt, snapOffset, type Guide } from '#shared/flow/alignment-guides.ts';
import { boxAround, boxesMeet, movedBox, type Box } from '#shared/flow/box.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupByNode, groupsOf } from '#shared/flow/group.ts';
import type { DraggedPlaces } from './canvas-changes.ts';
import { frameOf } from './groups/collapsed-box.ts';
import { cardBox } from './node-size.ts';
import { snapRules, viewOf, type CanvasFrame } from './snap-rules.ts';

/** Cards under the pointer, drawn to what they line up with. */
export interface SnappedDrag {
  readonly places: DraggedPlaces;
  readonly guides: readonly Guide[];
}

/**
 * Where dragged cards come to stand: all of them together go to the guides or the grid, so that they keep their distances.
 * Those that are kept free stay under the pointer.
 */
export function drawnDrag(
  flow: Flow,
  dragged: DraggedPlaces,
  frame: CanvasFrame,
  keptFree: boolean,
): SnappedDrag {
  const moving = movingBox(flow, dragged);
  if (moving === null || keptFree) return { places: dragged, guides: [] };
  const others = othersInView(flow, dragged, viewOf(frame));
  const by = snapOffset(moving, others, snapRules(frame));
  return {
    places: new Map([...dragged].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }])),
    guides: guidesAt(movedBox(moving, by), others),
  };
}

/** What nodes line up with where they stand now. */
export function guidesOf(flow: Flow, ids: ReadonlySet<string>, frame: CanvasFrame): readonly Guide[] {
  const moved = new Map(flow.nodes.filter(({ id }) => ids.has(id)).map(({ id, position }) => [id, position]));
  const box = movingBox(flow, moved);
  return box === null ? [] : guidesAt(box, othersInView(flow, moved, viewOf(frame)));
}

function movingBox(flow: Flow, dragged: DraggedPlaces): Box | null {
  const isDragged = ({ id }: { readonly id: string }) => dragged.has(id);
  const boxes = [
    ...flow.nodes.filter(isDragged).map((node) => [node.id, cardBox(node)] as const),
    ...groupsOf(flow)
      .filter(isDragged)
      .map((group) => [group.id, frameOf(flow, group)] as const),
  ];
  return boxAround(boxes.map(([id, box]) => ({ ...box, ...dragged.get(id) })));
}

// A guide to something that cannot be seen would say nothing, and what goes along with its frame keeps its distance anyhow.
function othersInView(flow: Flow, dragged: DraggedPlaces, view: Box): readonly Box[] {
  const byNode = groupByNode(flow);
  return flow.nodes
    .filter(({ position: { x, y } }) => x < view.x + view.width && y < view.y + view.height)
    .filter(({ id }) => !dragged.has(id) && !dragged.has(byNode.get(id)?.id ?? ''))
    .map(cardBox)
    .filter((box) => boxesMeet(box, view));
}
