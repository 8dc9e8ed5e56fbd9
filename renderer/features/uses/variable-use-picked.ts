import type { VariableUse } from '#shared/flow/variable-uses.ts';
import { callTabAsked } from '../../store/call-tab-store.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { documentOpened, viewStore } from '../../store/view-store.ts';

/** A use was chosen: its node is selected, and the inspector shows the tab that has the field. */
export function variableUsePicked(flowId: string, { nodeId, tab }: VariableUse): void {
  documentOpened(flowId);
  viewStore.setState({ inspectorOpen: true });
  if (tab !== null) callTabAsked(nodeId, tab);
  nodePicked(flowId, nodeId);
}
