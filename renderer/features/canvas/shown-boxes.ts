import type { Box } from '#shared/flow/box.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupByNode, groupsOf } from '#shared/flow/group.ts';
import type { FlowSelection } from '../../store/selection-store.ts';
import { shownGroupBox } from './groups/collapsed-box.ts';
import { cardBox } from './node-size.ts';

interface MeasuredBoxes {
  readonly collapsed: ReadonlySet<string>;
  readonly boxes: ReadonlyMap<string, Box>;
}

/** The boxes of each flow as they were asked for last: a drag asks with every move, and the document stays the same. */
const measured = new WeakMap<Flow, MeasuredBoxes>();

/** What is seen on the canvas of a flow, by id: cards, frames, and the one card of each collapsed group. */
export function shownBoxes(flow: Flow, collapsed: ReadonlySet<string>): ReadonlyMap<string, Box> {
  const known = measured.get(flow);
  if (known?.collapsed === collapsed) return known.boxes;
  const boxes = measuredBoxes(flow, collapsed);
  measured.set(flow, { collapsed, boxes });
  return boxes;
}

function measuredBoxes(flow: Flow, collapsed: ReadonlySet<string>): ReadonlyMap<string, Box> {
  const byNode = groupByNode(flow);
  const cards = flow.nodes
    .filter(({ id }) => !collapsed.has(byNode.get(id)?.id ?? ''))
    .map((node) => [node.id, cardBox(node)] as const);
  const groups = groupsOf(flow).map((group) => [group.id, shownGroupBox(flow, group, collapsed)] as const);
  return new Map<string, Box>([...cards, ...groups]);
}

/** What of a selection is brought into order: selected groups, and selected nodes that do not go along with one of them. */
export function idsToArrange(flow: Flow, { groups, nodes }: FlowSelection): ReadonlySet<string> {
  const byNode = groupByNode(flow);
  return new Set([...groups, ...nodes.filter((id) => !groups.includes(byNode.get(id)?.id ?? ''))]);
}
