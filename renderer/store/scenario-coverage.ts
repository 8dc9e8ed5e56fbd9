import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import {
  coverableFlows,
  coverageOfKeys,
  type FlowCoverage,
  type MissedPart,
} from '#shared/scenario/coverage.ts';
import { useScenarioRuns, type ScenarioRunsState } from './scenario-runs.ts';
import { useFlow } from './use-documents.ts';

type Runs = ScenarioRunsState['runs'];

const known = new WeakMap<Runs, WeakMap<Flow, FlowCoverage>>();

/** What the scenarios that were run came through of a flow, also those of flows that run it. */
export function coverageNow(flow: Flow, runs: Runs): FlowCoverage {
  const ofRuns = known.get(runs) ?? new WeakMap<Flow, FlowCoverage>();
  known.set(runs, ofRuns);
  const found = ofRuns.get(flow) ?? computed(flow, runs);
  ofRuns.set(flow, found);
  return found;
}

function computed(flow: Flow, runs: Runs): FlowCoverage {
  const keys = Object.values(runs).flatMap(({ rows }) => rows.flatMap(({ result }) => result?.covered ?? []));
  const [coverage] = coverageOfKeys(coverableFlows([flow]), new Set(keys));
  if (coverage === undefined) throw new Error('A flow without a coverage.');
  return coverage;
}

/** As `coverageNow`, of a flow on screen; `null` where nothing was run. */
export function useCoverage(flow: Flow | undefined): FlowCoverage | null {
  const runs = useScenarioRuns((state) => state.runs);
  return useMemo(
    () => (flow === undefined || Object.keys(runs).length === 0 ? null : coverageNow(flow, runs)),
    [flow, runs],
  );
}

/** What no scenario comes to, in order: nodes, exits, statuses. */
export function allMissed({ exits, nodes, statuses }: FlowCoverage): readonly MissedPart[] {
  return [...nodes.missed, ...exits.missed, ...statuses.missed];
}

/** What is missed of one node, while the canvas shows that. */
export interface MissedOfNode {
  /** Whether no scenario comes to it at all. */
  readonly isWhole: boolean;
  readonly words: string;
}

/** What no scenario comes to at a card; `null` where there is nothing, and while it is not to be shown. */
export function useMissedOfNode(flowId: string, nodeId: string): MissedOfNode | null {
  const isShown = useScenarioRuns(({ coverageShown }) => coverageShown);
  const coverage = useCoverage(useFlow(isShown ? flowId : null));
  return useMemo(() => (coverage === null ? null : missedOf(coverage, nodeId)), [coverage, nodeId]);
}

function missedOf(coverage: FlowCoverage, nodeId: string): MissedOfNode | null {
  const isWhole = coverage.nodes.missed.some((each) => each.nodeId === nodeId);
  const missed = allMissed(coverage).filter((each) => each.nodeId === nodeId);
  if (missed.length === 0) return null;
  return {
    isWhole,
    words: isWhole ? 'No scenario comes here' : `Never: ${missed.map(({ words }) => words).join(', ')}`,
  };
}
