import type { FlowMatch } from '#shared/find/find-in-flow.ts';
import type { FieldPlace } from '#shared/lint/finding.ts';
import { fieldFocusedOnceShown, fieldMarkedOnceShown } from '../../../store/field-shown.ts';
import { placePicked } from '../../../store/place-picked.ts';
import { groupPicked, selectionChanged } from '../../../store/selection-store.ts';
import { viewStore } from '../../../store/view-store.ts';

/** Selects what has a match, with its field in view. The field is marked, or has the focus with the match selected. */
export function matchShown(
  flowId: string,
  match: FlowMatch,
  nodeRevealed: (id: string) => void,
  focuses: boolean,
): void {
  const { groupId, nodeId, tab } = match;
  if (nodeId !== null) placePicked(flowId, { nodeId, tab });
  else if (groupId !== null) groupPicked(flowId, groupId);
  else selectionChanged(flowId, {});
  viewStore.setState({ inspectorOpen: true });
  const id = nodeId ?? groupId;
  if (id !== null) nodeRevealed(id);
  const field = fieldOf(match);
  if (focuses) fieldFocusedOnceShown(field, () => undefined);
  else fieldMarkedOnceShown(field);
}

function fieldOf({ end, field, row, start, tab }: FlowMatch): FieldPlace {
  return { field, tab, row, range: { start, end } };
}
