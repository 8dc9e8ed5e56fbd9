import type { Flow } from '../flow/flow.ts';
import { nodeLeavings } from '../flow/node-leavings.ts';
import { flowGraph, type FlowGraph } from '../interpreter/flow-graph.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { WorkspaceFacts } from './workspace-facts.ts';

/** How the flows of a workspace let a run through. */
export interface FlowPauses {
  /** Flows through which some way leads without a prompt or a wait. */
  readonly passable: ReadonlySet<string>;
  /** Flows in which some node pauses, or in one that they run. */
  readonly pausing: ReadonlySet<string>;
}

/** The kinds at which a run pauses: what goes round there does not go round for nothing. */
const pausingKinds: ReadonlySet<string> = new Set(['prompt', 'wait']);

const known = new WeakMap<WorkspaceFacts, FlowPauses>();

/**
 * Found out once for all flows. It uses no more of them than their structure, so it holds for as long as these facts do: they
 * are made anew when the structure of a flow changes that another one runs.
 */
function flowPauses(around: WorkspaceFacts): FlowPauses {
  const found = known.get(around) ?? {
    passable: passableAmong(around.flows),
    pausing: pausingAmong(around.flows),
  };
  known.set(around, found);
  return found;
}

/** Whether a run pauses at a node in any case: in a Sub-flow where no way through its flow leads past every pause. */
export function alwaysPauses(node: FlowNode, around: WorkspaceFacts): boolean {
  const runs = runBy(node, around.flows);
  return pausingKinds.has(node.kind) || (runs !== null && !flowPauses(around).passable.has(runs));
}

/** Whether a run may pause at a node. */
export function mayPause(node: FlowNode, around: WorkspaceFacts): boolean {
  const runs = runBy(node, around.flows);
  return pausingKinds.has(node.kind) || (runs !== null && flowPauses(around).pausing.has(runs));
}

/** The flow that a node runs; `null` where it runs none, or one that is gone, and so goes on at once. */
function runBy(node: FlowNode, flows: WorkspaceFacts['flows']): string | null {
  const id = node.kind === 'sub-flow' ? node.config.flow : null;
  return id !== null && flows.has(id) ? id : null;
}

/** Flow after flow that is passable by those that are known to be, until there is no further one. */
function passableAmong(flows: WorkspaceFacts['flows']): ReadonlySet<string> {
  const graphs = new Map([...flows].map(([id, flow]) => [id, flowGraph(flow)]));
  return growing(flows, (flow, passable) => {
    const graph = graphs.get(flow.id);
    return (
      graph !== undefined &&
      isPassable(graph, (node) => {
        const runs = runBy(node, flows);
        return !pausingKinds.has(node.kind) && (runs === null || passable.has(runs));
      })
    );
  });
}

function isPassable(graph: FlowGraph, isPassed: (node: FlowNode) => boolean): boolean {
  // A flow without a Start fails at once.
  if (graph.start === null) return true;
  const seen = new Set<FlowNode>([graph.start]);
  for (const node of seen) {
    if (!isPassed(node)) continue;
    if (node.kind === 'end') return true;
    for (const { way } of nodeLeavings(graph, node)) {
      if (way.type !== 'on') return true;
      seen.add(way.to);
    }
  }
  return false;
}

function pausingAmong(flows: WorkspaceFacts['flows']): ReadonlySet<string> {
  return growing(flows, ({ nodes }, pausing) =>
    nodes.some((node) => pausingKinds.has(node.kind) || pausing.has(runBy(node, flows) ?? '')),
  );
}

function growing(
  flows: WorkspaceFacts['flows'],
  belongs: (flow: Flow, known: ReadonlySet<string>) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const flow of flows.values()) if (!found.has(flow.id) && belongs(flow, found)) found.add(flow.id);
  }
  return found;
}
