import { loopBody } from '../flow/loop-body.ts';
import type { NodeId } from '../ids/ids.ts';
import type { FlowGraph } from './flow-graph.ts';
import type { FlowFrame, LoopFrame, RunState } from './run-state.ts';
import { aroundLoop } from './step-limit.ts';
import type { Turn } from './turn.ts';

/** The loop whose node the run has come to again, or `null` where a loop has yet to begin. */
export function loopUnderWay({ flowStack }: RunState, nodeId: NodeId): LoopFrame | null {
  const loop = flowStack.at(-1)?.loops.at(-1);
  return loop?.nodeId === nodeId ? loop : null;
}

/** Begins the next round of the innermost loop, or puts a new loop into the flow that the run is in. */
export function withLoop(state: RunState, loop: LoopFrame): Pick<RunState, 'flowStack'> {
  const others = outerLoops(state, loop.nodeId);
  return withLoops(state, [...others, loop]);
}

/** Ends the loops that a run leaves by coming to a node: those whose bodies the node is not in. */
export function leaveLoops(turn: Turn, to: NodeId): void {
  for (let left = loopLeft(turn.graph, turn.state, to); left !== null;) {
    endLoop(turn, left, 'left');
    left = loopLeft(turn.graph, turn.state, to);
  }
}

/** Ends the innermost loop: the steps of its rounds count no more for the cycle that it may stand in. */
export function endLoop(turn: Turn, { begun, around, items, nodeId }: LoopFrame, why: 'done' | 'left'): void {
  const { counters } = turn.state;
  turn.change({
    ...withLoops(turn.state, turn.state.flowStack.at(-1)?.loops.slice(0, -1) ?? []),
    counters: aroundLoop(counters, around),
  });
  turn.tellOf(nodeId, { type: 'loop-ended', rounds: begun, of: items.length, why });
}

function loopLeft(graph: FlowGraph, { flowStack }: RunState, to: NodeId): LoopFrame | null {
  const loops = flowStack.at(-1)?.loops ?? [];
  const last = loops.at(-1);
  if (last === undefined || last.nodeId === to) return null;
  // A loop further out that is come back to ends those in it, also where two loops are in each other's bodies.
  const isOuter = loops.some(({ nodeId }) => nodeId === to);
  return !isOuter && loopBody(graph, last.nodeId).has(to) ? null : last;
}

function outerLoops({ flowStack }: RunState, nodeId: NodeId): readonly LoopFrame[] {
  const loops = flowStack.at(-1)?.loops ?? [];
  return loops.at(-1)?.nodeId === nodeId ? loops.slice(0, -1) : loops;
}

function withLoops({ flowStack }: RunState, loops: readonly LoopFrame[]): Pick<RunState, 'flowStack'> {
  const frame = flowStack.at(-1) as FlowFrame;
  return { flowStack: [...flowStack.slice(0, -1), { ...frame, loops }] };
}
