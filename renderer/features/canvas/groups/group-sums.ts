import type { FlowNode } from '#shared/nodes/node.ts';
import type { NodeRunView } from '#shared/run-events/run-view.ts';
import { countsInWords, nodeMarkId } from '../../../store/problems-store.ts';
import type { CanvasSource } from '../canvas-source.ts';

/** What is to be told of the nodes of a group together, where one card stands for all of them. */
export interface GroupSums {
  readonly size: number;
  readonly errors: number;
  readonly warnings: number;
  readonly breakpoints: number;
  readonly standIns: number;
  /** Whether the error node of the flow is one of them. */
  readonly hasErrorNode: boolean;
  /** The state that matters most: where the run is, then what went wrong; `null` where no run came here. */
  readonly state: NodeRunView['state'] | null;
  readonly visited: number;
  readonly failed: number;
}

/** What somebody who looks for the run wants to see first. */
const byWeight: readonly NodeRunView['state'][] = [
  'paused',
  'running',
  'waiting',
  'exception',
  'failed',
  'done',
];

export function groupSums(
  { breakpoints, flow, problems, run, standIns }: CanvasSource,
  members: readonly FlowNode[],
): GroupSums {
  const ids = new Set<string>(members.map(({ id }) => id));
  const marks = members.flatMap(({ id }) => problems.get(nodeMarkId(flow.id, id)) ?? []);
  const states = members.flatMap(({ id }) => run?.nodes[id]?.state ?? []);
  return {
    size: members.length,
    errors: marks.reduce((sum, { errors }) => sum + errors, 0),
    warnings: marks.reduce((sum, { warnings }) => sum + warnings, 0),
    breakpoints: breakpoints.filter(({ node }) => ids.has(node)).length,
    standIns: members.filter(({ id }) => standIns?.has(id) === true).length,
    hasErrorNode: flow.errorNode !== null && ids.has(flow.errorNode),
    state: byWeight.find((state) => states.includes(state)) ?? null,
    visited: states.length,
    failed: states.filter((state) => state === 'failed' || state === 'exception').length,
  };
}

/** `5 nodes`, and what a run did there. */
export function sumsInWords({ failed, size, state, visited }: GroupSums): string {
  const nodes = size === 1 ? '1 node' : `${String(size)} nodes`;
  if (visited === 0) return nodes;
  const where = state === 'paused' ? ', paused here' : state === 'running' ? ', running' : '';
  const trouble = failed === 0 ? '' : `, ${String(failed)} failed`;
  return `${nodes} · ${String(visited)} run${trouble}${where}`;
}

/** The problems of the nodes together, for whoever does not see the signs; empty where there are none. */
export function problemsInWords({ errors, warnings }: Pick<GroupSums, 'errors' | 'warnings'>): string {
  return countsInWords({ error: errors, warning: warnings, note: 0 });
}
