import type { Flow } from '#shared/flow/flow.ts';
import type { ScenarioWay } from '#shared/ipc/channels/scenario-channels.ts';
import { useScenarioRuns, type ScenarioRunsState } from './scenario-runs.ts';

/** A scenario whose run takes its time and is in a flow now. */
export interface ScenarioUnderWay {
  readonly scenarioId: string;
  readonly row: number | null;
  readonly way: ScenarioWay;
  /** The scenarios that are in the flow now besides. */
  readonly others: readonly string[];
}

/** The scenario to show on a flow: the first of those that are at one of its nodes; `null` where none is. */
export function scenarioUnderWay(
  runs: ScenarioRunsState['runs'],
  flow: Pick<Flow, 'nodes'>,
): ScenarioUnderWay | null {
  const slow = Object.entries(runs).flatMap(([scenarioId, { rows }]) =>
    rows.flatMap(({ row, way }) => (way === undefined ? [] : [{ scenarioId, row, way }])),
  );
  if (slow.length === 0) return null;
  const ids = new Set<string>(flow.nodes.map(({ id }) => id));
  const [first, ...others] = slow.filter(({ way }) => ids.has(way.nodeId));
  if (first === undefined) return null;
  const besides = new Set(others.map(({ scenarioId }) => scenarioId));
  besides.delete(first.scenarioId);
  return { ...first, others: [...besides] };
}

const known = new WeakMap<ScenarioRunsState['runs'], WeakMap<object, ScenarioUnderWay | null>>();

/** As `scenarioUnderWay`, of a flow on screen. */
export function useScenarioUnderWay(flow: Flow | undefined): ScenarioUnderWay | null {
  return useScenarioRuns(({ runs }) => {
    if (flow === undefined) return null;
    const ofRuns = known.get(runs) ?? new WeakMap<object, ScenarioUnderWay | null>();
    known.set(runs, ofRuns);
    const before = ofRuns.get(flow);
    if (before !== undefined) return before;
    const found = scenarioUnderWay(runs, flow);
    ofRuns.set(flow, found);
    return found;
  });
}
