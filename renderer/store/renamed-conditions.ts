// Conditions of breakpoints stand in no document, and yet follow a variable that is called otherwise, and come back with its undo.
import { renamedInCondition } from '#shared/debugger/rename-in-condition.ts';
import { documentsStore, type DocumentsState } from './documents-store.ts';
import { viewStore } from './view-store.ts';

/**
 * A variable of a flow was called otherwise in a step over documents: the conditions of its breakpoints go along, as often as
 * that step is taken back and done again, with whatever else was changed in them meanwhile.
 */
export function conditionsRenamed(flowId: string, together: string, from: string, to: string): void {
  const { opening } = documentsStore.getState().workspace;
  let isDone = false;
  const followed = ({ documents, workspace }: DocumentsState): boolean => {
    if (workspace.opening !== opening) return false;
    const history = documents[flowId]?.history;
    // A flow that was deleted may come back, with what can be undone in it.
    if (history === undefined) return true;
    const inPast = history.past.some((step) => step.together === together);
    if (!inPast && !history.future.some((step) => step.together === together)) return false;
    if (inPast !== isDone) renameConditions(flowId, inPast ? [from, to] : [to, from]);
    isDone = inPast;
    return true;
  };
  if (!followed(documentsStore.getState())) return;
  const stop = documentsStore.subscribe((state) => {
    if (!followed(state)) stop();
  });
}

function renameConditions(flowId: string, [from, to]: readonly [from: string, to: string]): void {
  const { breakpoints } = viewStore.getState();
  const before = breakpoints[flowId] ?? [];
  const after = before.map((each) => ({ ...each, condition: renamedInCondition(each.condition, from, to) }));
  if (after.some(({ condition }, at) => condition !== before[at]?.condition))
    viewStore.setState({ breakpoints: { ...breakpoints, [flowId]: after } });
}
