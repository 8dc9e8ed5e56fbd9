import type { Flow } from '../flow/flow.ts';
import { nodeExits } from '../nodes/node-exits.ts';
import { exitName } from '../nodes/exit-name.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { RunEvent } from '../run-events/run-event.ts';

/** What runs came through of one flow. */
export interface FlowCoverage {
  readonly flow: string;
  readonly nodes: Covered;
  readonly exits: Covered;
  /** How API Calls ended: each of the four statuses of each call. */
  readonly statuses: Covered;
}

/** So many of so many, and the names of the others. */
export interface Covered {
  readonly covered: number;
  readonly of: number;
  readonly missed: readonly string[];
}

/** Everything of one flow that a run can come to. */
export interface CoverableFlow {
  readonly flow: string;
  readonly nodes: readonly CoverablePart[];
  readonly exits: readonly CoverablePart[];
  readonly statuses: readonly CoverablePart[];
}

/** A node, an exit or a status: by what events tell of it, and by its name for people. */
export type CoverablePart = readonly [key: string, name: string];

const callStatuses = ['success', 'error', 'failure', 'exception'] as const;

/** What a set of runs came through of some flows: nodes, exits, and the statuses of API Calls. */
export function coverageOf(
  flows: readonly Flow[],
  runs: Iterable<readonly RunEvent[]>,
): readonly FlowCoverage[] {
  return coverageOfParts(coverableFlows(flows), runs);
}

/** Everything that there is to come to in some flows. Notes are nothing to run. */
export function coverableFlows(flows: readonly Flow[]): readonly CoverableFlow[] {
  return flows.map((flow) => {
    const nodes = flow.nodes.filter(({ kind }) => kind !== 'note');
    return {
      flow: flow.name,
      nodes: nodes.map((node) => [keyOf(node.id, 'node'), `"${node.name}"`]),
      exits: nodes.flatMap((node) => nodeExits(node).map((exit) => exitEntry(node, exit))),
      statuses: nodes.flatMap(statusEntries),
    };
  });
}

/** What a set of runs came through of what there is to come to. */
export function coverageOfParts(
  flows: readonly CoverableFlow[],
  runs: Iterable<readonly RunEvent[]>,
): readonly FlowCoverage[] {
  const seen = new Set<string>();
  for (const events of runs) for (const event of events) noteEvent(seen, event);
  return flows.map(({ exits, flow, nodes, statuses }) => ({
    flow,
    nodes: covered(nodes, seen),
    exits: covered(exits, seen),
    statuses: covered(statuses, seen),
  }));
}

function covered(all: readonly CoverablePart[], seen: ReadonlySet<string>): Covered {
  const missed = all.filter(([key]) => !seen.has(key)).map(([, name]) => name);
  return { covered: all.length - missed.length, of: all.length, missed };
}

function exitEntry(node: FlowNode, exit: string): CoverablePart {
  return [keyOf(node.id, 'exit', exit), `"${node.name}" by ${exitName(node, exit)}`];
}

function statusEntries(node: FlowNode): readonly CoverablePart[] {
  if (node.kind !== 'api-call') return [];
  return callStatuses.map((status) => [keyOf(node.id, 'status', status), `"${node.name}" with ${status}`]);
}

function noteEvent(seen: Set<string>, event: RunEvent): void {
  const nodeId = event.nodeId ?? '';
  if (event.type === 'node-entered') seen.add(keyOf(nodeId, 'node'));
  else if (event.type === 'node-left') seen.add(keyOf(nodeId, 'exit', event.exit));
  else if (event.type === 'call-ended') seen.add(keyOf(nodeId, 'status', event.status));
}

function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
