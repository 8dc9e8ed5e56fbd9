import type { Flow } from '#shared/flow/flow.ts';
import { jumpInWords } from '#shared/run-events/error-jump.ts';
import type { NodeRunView } from '#shared/run-events/run-view.ts';

/**
 * What a card says of its node as the error node of the flow, and how the run that is shown came by it; `null` where it is
 * none. A run is told as it went, also where the flow has another error node since.
 */
export function errorNodeWords(flow: Flow, nodeId: string, run: NodeRunView | undefined): string | null {
  const jump = run?.jump;
  if (flow.errorNode !== nodeId && jump === undefined) return null;
  if (jump === undefined) return 'Error node of the flow';
  const from = flow.nodes.find(({ id }) => id === jump.nodeId)?.name ?? 'a node that is gone';
  return `Error node of the flow: the run came here, ${jumpInWords(jump, from)}`;
}
