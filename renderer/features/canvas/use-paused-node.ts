import { useEffect, useEffectEvent } from 'react';
import type { RunView } from '#shared/run-events/run-view.ts';
import { useCommands } from '../../store/command-registry.ts';
import { focusPlace } from '../../store/focus-place.ts';
import { nodePicked } from '../../store/selection-store.ts';
import { useShownRun } from '../../store/use-shown-run.ts';

/** Brings the node into view that the run stands still at, and selects it unless somebody is typing. */
export function usePausedNode(flowId: string, nodeRevealed: (nodeId: string) => void): void {
  const run = useShownRun(flowId);
  const nodeId = run === undefined ? undefined : pausedIn(run, flowId);
  const shown = useEffectEvent((id: string) => {
    nodeRevealed(id);
    if (!focusPlace().inText) nodePicked(flowId, id);
  });
  // A loop comes to one node again and again: each time it is shown anew.
  const visit = nodeId === undefined ? undefined : run?.timeline.length;
  useEffect(() => {
    if (nodeId !== undefined) shown(nodeId);
  }, [nodeId, visit]);
  useCommands({
    'run.show-pause':
      nodeId === undefined
        ? null
        : () => {
            nodeRevealed(nodeId);
            nodePicked(flowId, nodeId);
          },
  });
}

/** The node at which a paused run stands in a flow: of a flow that waits for another one, the node that runs that one. */
function pausedIn({ callers, inFlow, paused }: RunView, flowId: string): string | undefined {
  if (paused === null) return undefined;
  if (inFlow.flowId === flowId) return paused.nodeId;
  return callers.findLast((caller) => caller.flowId === flowId)?.nodeId;
}
