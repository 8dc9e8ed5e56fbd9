import type { NodeId } from '../ids/ids.ts';
import type { FlowGraph } from './flow-graph.ts';
import type { Program } from './program.ts';
import type { FlowFrame, LoopFrame, RunCounters } from './run-state.ts';

/** Steps that a run may make without a prompt or a wait (SEMANTICS, Run). */
export const stepLimit = 10_000;

/**
 * Steps that a run may make without a prompt or a wait in all: rounds of a loop count for no cycle, since its list comes to an
 * end, but loops in loops could go on for hours.
 */
export const stretchLimit = 100_000;

/** Nodes of the trail that are kept to name a cycle by. */
const keptTrail = 48;

/** Names of a cycle that fit into a sentence. */
const namedNodes = 12;

/** The counters after one more node was entered. */
export function countStep(counters: RunCounters, nodeId: NodeId): RunCounters {
  const trail = counters.trail.slice(1 - keptTrail);
  trail.push(nodeId);
  return {
    ...counters,
    steps: counters.steps + 1,
    stepsSinceWait: counters.stepsSinceWait + 1,
    stepsInRound: counters.stepsInRound + 1,
    trail,
  };
}

/** The counters after the person has answered or a wait is over: whatever went round until now did not go round for nothing. */
export function countWait(counters: RunCounters): RunCounters {
  return { ...counters, stepsSinceWait: 0, ...noSteps };
}

type StepsAround = LoopFrame['around'];

const noSteps: StepsAround = { stepsInRound: 0, trail: [] };

/** The flows of a run after a wait: the cycles around their loops did not go round for nothing either. */
export function countWaitAround(flowStack: readonly FlowFrame[]): readonly FlowFrame[] {
  return flowStack.map((frame) => ({
    ...frame,
    loops: frame.loops.map((loop) => ({ ...loop, around: noSteps })),
  }));
}

/** What has to be kept of the counters while a loop is under way. */
export function stepsAround({ stepsInRound, trail }: RunCounters): StepsAround {
  return { stepsInRound, trail };
}

/** The counters when a round of a loop begins: only what goes round in it is a cycle. */
export function freshRound(counters: RunCounters): RunCounters {
  return { ...counters, ...noSteps };
}

/** The counters after a loop: it was one step of the cycle that it may stand in. */
export function aroundLoop(counters: RunCounters, around: StepsAround): RunCounters {
  return { ...counters, ...around };
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
  if (counters.stepsSinceWait >= stretchLimit)
    return `The run made ${stretchLimit.toLocaleString('en')} steps without a prompt or a wait. Loop over fewer items.`;
  // Most steps are far from any limit, and do not look at how large the flows are.
  if (counters.stepsInRound < stepLimit) return null;
  const graphs = [...flows.values()];
  const limit = Math.max(stepLimit, ...graphs.map(({ flow }) => flow.nodes.length));
  if (counters.stepsInRound < limit) return null;
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
