import type { Flow } from '#shared/flow/flow.ts';
import { coverableFlows, coverageOfKeys, type FlowCoverage } from '#shared/scenario/coverage.ts';
import { useScenarioRuns, type ScenarioRunsState } from './scenario-runs.ts';
import { useFlow } from './use-documents.ts';

type Runs = ScenarioRunsState['runs'];

/** What is missed of one node, while the canvas shows that. */
export interface MissedOfNode {
  /** Whether no scenario comes to it at all. */
  readonly isWhole: boolean;
  readonly words: string;
}

interface CoverageNow {
  readonly coverage: FlowCoverage;
  /** What is missed, by the node: a flow has many cards, and each asks for its own. */
  readonly missed: ReadonlyMap<string, MissedOfNode>;
}

const known = new WeakMap<Runs, WeakMap<Flow, CoverageNow>>();

/** What the scenarios that were run came through of a flow, also those of flows that run it; `null` where nothing was run. */
function coverageNow(flow: Flow | undefined, runs: Runs): CoverageNow | null {
  if (flow === undefined || Object.keys(runs).length === 0) return null;
  const ofRuns = known.get(runs) ?? new WeakMap<Flow, CoverageNow>();
  known.set(runs, ofRuns);
  const found = ofRuns.get(flow) ?? computed(flow, runs);
  ofRuns.set(flow, found);
  return found;
}

function computed(flow: Flow, runs: Runs): CoverageNow {
  const keys = Object.values(runs).flatMap(({ rows }) => rows.flatMap(({ result }) => result?.covered ?? []));
  const [coverage] = coverageOfKeys(coverableFlows([flow]), new Set(keys));
  if (coverage === undefined) throw new Error('A flow without a coverage.');
  return { coverage, missed: missedByNode(coverage) };
}

function missedByNode({ exits, nodes, statuses }: FlowCoverage): ReadonlyMap<string, MissedOfNode> {
  const parts = new Map<string, string[]>();
  for (const { nodeId, words } of [...exits.missed, ...statuses.missed])
    parts.set(nodeId, [...(parts.get(nodeId) ?? []), words]);
  const missed = new Map<string, MissedOfNode>();
  for (const [nodeId, words] of parts)
    missed.set(nodeId, { isWhole: false, words: `Never: ${words.join(', ')}` });
  for (const { nodeId } of nodes.missed)
    missed.set(nodeId, { isWhole: true, words: 'No scenario comes here' });
  return missed;
}

/** The coverage of a flow on screen; `null` where nothing was run. */
export function useCoverage(flow: Flow | undefined): FlowCoverage | null {
  return useScenarioRuns(({ runs }) => coverageNow(flow, runs)?.coverage ?? null);
}

/** What no scenario comes to at a card; `null` where there is nothing, and while it is not to be shown. */
export function useMissedOfNode(flowId: string, nodeId: string): MissedOfNode | null {
  const isShown = useScenarioRuns(({ coverageShown }) => coverageShown);
  const flow = useFlow(isShown ? flowId : null);
  return useScenarioRuns(({ runs }) => coverageNow(flow, runs)?.missed.get(nodeId) ?? null);
}
