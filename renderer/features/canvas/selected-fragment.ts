import { fragmentOf, type FlowFragment } from '#shared/flow/flow-fragment.ts';
import { flowWithId } from '../../store/flow-with-id.ts';
import { selectionOf } from '../../store/selection-store.ts';
import { membersOfGroups } from './groups/group-edits.ts';

/** What is selected, ready to be copied: nodes, and groups with all that is in them; `null` where that is nothing. */
export function selectedFragment(flowId: string): FlowFragment | null {
  const flow = flowWithId(flowId);
  if (flow === undefined) return null;
  const { groups, nodes } = selectionOf(flowId);
  return fragmentOf(flow, new Set([...nodes, ...membersOfGroups(flow, groups)]));
}
