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

const callStatuses = ['success', 'error', 'failure', 'exception'] as const;

/** What a set of runs came through of some flows: nodes, exits, and the statuses of API Calls. Notes are nothing to run. */
export function coverageOf(
  flows: readonly Flow[],
  runs: Iterable<readonly RunEvent[]>,
): readonly FlowCoverage[] {
  const seen = new Set<string>();
  for (const events of runs) for (const key of coveredKeys(events)) seen.add(key);
  return coverageOfKeys(flows, seen);
}

/** What one run came through, as `coverageOfKeys` takes it together with that of other runs. */
export function coveredKeys(events: readonly RunEvent[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const event of events) noteEvent(seen, event);
  return seen;
}

/** As `coverageOf`, of runs whose events are not at hand any more. */
export function coverageOfKeys(flows: readonly Flow[], seen: ReadonlySet<string>): readonly FlowCoverage[] {
  return flows.map((flow) => {
    const nodes = flow.nodes.filter(({ kind }) => kind !== 'note');
    return {
      flow: flow.name,
      nodes: covered(nodes, (node) => [[keyOf(node.id, 'node'), `"${node.name}"`]], seen),
      exits: covered(nodes, (node) => nodeExits(node).map((exit) => exitEntry(node, exit)), seen),
      statuses: covered(nodes, statusEntries, seen),
    };
  });
}

type Entry = readonly [key: string, words: string];

function covered(
  nodes: readonly FlowNode[],
  entries: (node: FlowNode) => readonly Entry[],
  seen: ReadonlySet<string>,
): Covered {
  const all = nodes.flatMap((node) => entries(node).map(([key, words]) => ({ key, words, nodeId: node.id })));
  const missed = all.filter(({ key }) => !seen.has(key)).map(({ nodeId, words }) => ({ nodeId, words }));
  return { covered: all.length - missed.length, of: all.length, missed };
}

function exitEntry(node: FlowNode, exit: string): Entry {
  return [keyOf(node.id, 'exit', exit), `"${node.name}" by ${exitName(node, exit)}`];
}

function statusEntries(node: FlowNode): readonly Entry[] {
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
