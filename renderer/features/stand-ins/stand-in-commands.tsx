import type { Flow } from '#shared/flow/flow.ts';
import { useCommands } from '../../store/command-registry.ts';
import { exitsAsked, faultAsked } from '../../store/asked-dialogs.ts';
import { emptyFixtureWanted, lastResponsePinned, pinnableCalls } from '../../store/pin-fixture.ts';
import { useRuns } from '../../store/runs-store.ts';
import { useSelection } from '../../store/selection-store.ts';
import { standInChosen, standInsCleared, useCallsWithStandIns, useStandIn } from '../../store/stand-ins.ts';
import { useFlow } from '../../store/use-documents.ts';
import { useFlowWithReached } from '../../store/use-flows-reached.ts';
import { activeDocumentId, useView } from '../../store/view-store.ts';

/** Offers what can be done about the answers of the selected API Call, and of the whole flow. */
export function StandInCommands() {
  const flow = useFlow(useView(activeDocumentId));
  const calls = useCallsWithStandIns(useFlowWithReached(flow?.id ?? null));
  useCommands({
    'run.all-live': flow !== undefined && calls.length > 0 ? () => standInsCleared(flow.id) : null,
    'run.exits': flow === undefined ? null : () => exitsAsked(flow.id),
  });
  return flow === undefined ? null : <CallCommands flow={flow} />;
}

function CallCommands({ flow }: { readonly flow: Flow }) {
  const { nodes } = useSelection(flow.id);
  const node = flow.nodes.find(
    ({ id, kind }) => kind === 'api-call' && nodes.length === 1 && id === nodes[0],
  );
  return node === undefined ? null : <CommandsOfCall flow={flow} node={node} />;
}

function CommandsOfCall({ flow, node }: { readonly flow: Flow; readonly node: Flow['nodes'][number] }) {
  const hasResponse = useRuns(({ runs }) => pinnableCalls(runs, node.id).length > 0);
  const stands = useStandIn(node.id) !== undefined;
  useCommands({
    'call.pin': hasResponse ? () => lastResponsePinned(node.id) : null,
    'call.new-fixture': () => emptyFixtureWanted(flow, node),
    'call.fault': () => faultAsked(flow.id, node.id),
    'call.live': stands ? () => standInChosen(node.id, null) : null,
  });
  return null;
}
