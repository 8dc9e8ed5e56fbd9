import { groupsOf } from '#shared/flow/group.ts';
import { flowWithId } from '../../../store/flow-with-id.ts';
import { selectionChanged, selectionOf } from '../../../store/selection-store.ts';

/** After a rectangle was drawn: a group of which it has marked every node is selected with them, so that the frame goes along. */
export function wholeGroupsSelected(flowId: string): void {
  const flow = flowWithId(flowId);
  if (flow === undefined) return;
  const before = selectionOf(flowId);
  const marked = new Set(before.nodes);
  const whole = groupsOf(flow).filter(({ nodes }) => nodes.length > 0 && nodes.every((id) => marked.has(id)));
  const groups = new Set([...before.groups, ...whole.map(({ id }) => id)]);
  if (groups.size > before.groups.length) selectionChanged(flowId, { ...before, groups: [...groups] });
}
