import type { Flow } from '../flow/flow.ts';
import { nodeExits } from '../nodes/node-exits.ts';
import { exitName } from '../nodes/exit-name.ts';
import type { NodeId } from '../ids/ids.ts';
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

/** So many of so many, and the others. */
export interface Covered {
  readonly covered: number;
  readonly of: number;
  readonly missed: readonly MissedPart[];
}

/** Something that no run came to, by its node and in words. */
export interface MissedPart {
  readonly nodeId: NodeId;
  readonly words: string;
}

/** Everything of one flow that a run can come to. */
export interface CoverableFlow {
  readonly flow: string;
  readonly nodes: readonly CoverablePart[];
  readonly exits: readonly CoverablePart[];
  readonly statuses: readonly CoverablePart[];
}

/** A node, an exit or a status: by what events tell of it, in words for people, and the node that it is of. */
export type CoverablePart = readonly [key: string, words: string, nodeId: NodeId];

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
      nodes: nodes.map((node) => [keyOf(node.id, 'node'), `"${node.name}"`, node.id]),
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
  return coverageOfKeys(flows, seen);
}

/** What one run came through, as `coverageOfKeys` takes it together with that of other runs. */
export function coveredKeys(events: readonly RunEvent[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const event of events) noteEvent(seen, event);
  return seen;
}

/** As `coverageOfParts`, of runs whose events are not at hand any more. */
export function coverageOfKeys(
  flows: readonly CoverableFlow[],
  seen: ReadonlySet<string>,
): readonly FlowCoverage[] {
  return flows.map(({ exits, flow, nodes, statuses }) => ({
    flow,
    nodes: covered(nodes, seen),
    exits: covered(exits, seen),
    statuses: covered(statuses, seen),
  }));
}

function covered(all: readonly CoverablePart[], seen: ReadonlySet<string>): Covered {
  const missed = all.filter(([key]) => !seen.has(key)).map(([, words, nodeId]) => ({ nodeId, words }));
  return { covered: all.length - missed.length, of: all.length, missed };
}

function exitEntry(node: FlowNode, exit: string): CoverablePart {
  return [keyOf(node.id, 'exit', exit), `"${node.name}" by ${exitName(node, exit)}`, node.id];
}

function statusEntries(node: FlowNode): readonly CoverablePart[] {
  if (node.kind !== 'api-call') return [];
  return callStatuses.map((status) => [
    keyOf(node.id, 'status', status),
    `"${node.name}" with ${status}`,
    node.id,
  ]);
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
