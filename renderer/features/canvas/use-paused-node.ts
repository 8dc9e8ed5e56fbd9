import { useEffect, useEffectEvent } from 'react';
import { useCommands } from '../../store/command-registry.ts';
import { focusPlace } from '../../store/focus-place.ts';
import { useRunOfFlow } from '../../store/runs-store.ts';
import { nodePicked } from '../../store/selection-store.ts';

/** Brings the node into view that the run stands still at, and selects it unless somebody is typing. */
export function usePausedNode(flowId: string, nodeRevealed: (nodeId: string) => void): void {
  const run = useRunOfFlow(flowId);
  const nodeId = run?.paused?.nodeId;
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
