import { useMemo } from 'react';
import type { NodeRunState, NodeRunView } from '#shared/run-events/run-view.ts';
import { useScenarioUnderWay } from '../../store/scenarios-under-way.ts';
import { useFlow } from '../../store/use-documents.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import type { CanvasRun } from './canvas-source.ts';

/** The run that a canvas shows: that of a scenario as long as one takes its time in the flow, else the one that other views show. */
export function useCanvasRun(flowId: string): CanvasRun | undefined {
  const run = useShownRun(flowId);
  const way = useScenarioUnderWay(useFlow(flowId))?.way;
  const ofScenario = useMemo(
    (): CanvasRun | undefined =>
      way === undefined
        ? undefined
        : {
            outcome: 'running',
            currentNodeId: way.nodeId,
            taken: way.taken,
            nodes: Object.fromEntries(
              Object.entries(way.nodes).map(([id, state]) => [id, nodeInState(state)]),
            ),
          },
    [way],
  );
  return ofScenario ?? run;
}

/** Of a scenario under way no more is known of a node than how it stands. */
function nodeInState(state: NodeRunState): NodeRunView {
  return {
    state,
    visits: 1,
    statusCode: null,
    code: null,
    attempts: 0,
    tookMs: null,
    sentence: null,
    waitUntilMs: null,
    round: null,
  };
}
