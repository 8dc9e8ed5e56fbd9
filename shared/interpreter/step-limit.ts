import type { NodeId } from '../ids/ids.ts';
import type { FlowGraph } from './flow-graph.ts';
import type { Program } from './program.ts';
import type { RunCounters } from './run-state.ts';

/** Steps that a run may make without a prompt or a wait (SEMANTICS, Run). */
export const stepLimit = 10_000;

/** Nodes of the trail that are kept to name a cycle by. */
const keptTrail = 48;

/** Names of a cycle that fit into a sentence. */
const namedNodes = 12;

/** The counters after one more node was entered. */
export function countStep(counters: RunCounters, nodeId: NodeId): RunCounters {
  return {
    ...counters,
    steps: counters.steps + 1,
    stepsSinceWait: counters.stepsSinceWait + 1,
    trail: [...counters.trail.slice(1 - keptTrail), nodeId],
  };
}

/** The counters after the person has answered or a wait is over: whatever went round until now did not go round for nothing. */
export function countWait(counters: RunCounters): RunCounters {
  return { ...counters, stepsSinceWait: 0, trail: [] };
}

/**
 * Why the run may not enter this node any more, or `null` if it may.
 *
 * A flow with more nodes than the limit may use each of them once: only a run that came somewhere twice goes round.
 */
export function cycleSentence(
  { flows }: Pick<Program, 'flows'>,
  counters: RunCounters,
  next: NodeId,
): string | null {
  const graphs = [...flows.values()];
  const limit = Math.max(stepLimit, ...graphs.map(({ flow }) => flow.nodes.length));
  if (counters.stepsSinceWait < limit) return null;
  const steps = limit.toLocaleString('en');
  return `The run made ${steps} steps without a prompt or a wait. It goes round through ${cycle(graphs, counters, next)}.`;
}

function cycle(graphs: readonly FlowGraph[], { trail }: RunCounters, next: NodeId): string {
  const ids = trail.slice(Math.max(0, trail.lastIndexOf(next)));
  const names = ids.map((id) => `"${nameOf(graphs, id)}"`);
  const shown = names.slice(0, namedNodes).join(', ');
  return names.length > namedNodes ? `${shown} and further nodes` : shown;
}

function nameOf(graphs: readonly FlowGraph[], id: NodeId): string {
  return graphs.map((graph) => graph.node(id)).find((node) => node !== null)?.name ?? id;
}
