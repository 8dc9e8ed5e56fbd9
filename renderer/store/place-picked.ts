import { callTabAsked, type CallTab } from './call-tab-store.ts';
import { nodePicked } from './selection-store.ts';
import { documentOpened, viewStore } from './view-store.ts';

/** A node of a flow, and the tab of its settings that is meant. */
export interface NodePlace {
  readonly nodeId: string;
  readonly tab: CallTab | null;
}

/** A place of a flow was chosen: its node is selected, and the inspector shows the tab that has the field. */
export function placePicked(flowId: string, { nodeId, tab }: NodePlace): void {
  documentOpened(flowId);
  viewStore.setState({ inspectorOpen: true });
  if (tab !== null) callTabAsked(nodeId, tab);
  nodePicked(flowId, nodeId);
}
