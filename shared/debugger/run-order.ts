import type { NodeId } from '../ids/ids.ts';
import type { Program } from '../interpreter/program.ts';
import { currentNodeId, type RunState } from '../interpreter/run-state.ts';
import type { RunEventOf } from '../run-events/run-event.ts';
import type { Breakpoint } from './breakpoint.ts';
import { conditionHolds } from './breakpoint-condition.ts';

/** How far a run may go. A step goes by how deep the run was when it was ordered: in flows, and in loops of the last of them. */
export type RunOrder =
  | { readonly go: 'on' }
  /** To the next node, whichever it is. */
  | { readonly go: 'to-next' }
  | ({ readonly go: StepWay } & RunDepth)
  | { readonly go: 'to-node'; readonly nodeId: NodeId };

/**
 * A step over what a node does, into the flow or the body that it runs, or out of the loop that the run is in, else out
 * of the flow. A step over a loop goes through all its rounds that are left, one out of its body through them as well.
 */
export type StepWay = 'over' | 'into' | 'out';

/** In how many flows a run is, and in how many loops of the last of them. */
export interface RunDepth {
  readonly flows: number;
  readonly loops: number;
}

/** The order of a step that is given where a run stands. */
export function stepOrder(go: StepWay, { flowStack }: RunState): RunOrder {
  const frame = flowStack.at(-1);
  const loops = frame?.loops ?? [];
  // A step over a loop that was come back to is not to end in its body, which is as deep as the run is already.
  const isAtLoop = loops.at(-1)?.nodeId === frame?.nodeId;
  const around = go === 'over' && loops.length > 0 && isAtLoop ? 1 : 0;
  return { go, flows: flowStack.length, loops: loops.length - around };
}

/** How a run came to the node it stands before. */
export interface Arrival {
  readonly node: NodeId;
  readonly exit: string;
  /** The exit whose connection was followed, where it is a wider one. */
  readonly through: string | null;
}

/** Why a run stands still before a node. */
export type Halt = Pick<RunEventOf<'paused'>, 'why' | 'exit' | 'trouble'>;

/**
 * Whether a run stands still at a checkpoint, and why: breakpoints are asked first, since a step that ends at one ends
 * because of it as well.
 */
export function haltAt(
  program: Program,
  state: RunState,
  order: RunOrder,
  breakpoints: readonly Breakpoint[],
  arrival: Arrival | null,
): Halt | null {
  const nodeId = currentNodeId(state);
  for (const breakpoint of breakpoints) {
    if (!isMet(breakpoint, nodeId, arrival)) continue;
    const halt: Halt = { why: 'breakpoint', exit: breakpoint.exit, trouble: null };
    if (breakpoint.condition.trim() === '') return halt;
    const holds = conditionHolds(breakpoint.condition, program, state);
    if (!holds.ok) return { ...halt, trouble: holds.failure };
    if (holds.value) return halt;
  }
  const why = endOfOrder(order, state, nodeId);
  return why === null ? null : { why, exit: null, trouble: null };
}

function isMet({ exit, node }: Breakpoint, nodeId: NodeId | null, arrival: Arrival | null): boolean {
  if (exit === null) return node === nodeId;
  return arrival !== null && node === arrival.node && (exit === arrival.exit || exit === arrival.through);
}

function endOfOrder(order: RunOrder, state: RunState, nodeId: NodeId | null): Halt['why'] | null {
  switch (order.go) {
    case 'on':
      return null;
    case 'to-next':
      return 'pause';
    case 'into':
      return 'step';
    case 'over':
      return deeperBy(state, order) <= 0 ? 'step' : null;
    case 'out':
      return deeperBy(state, order) < 0 ? 'step' : null;
    case 'to-node':
      return nodeId === order.nodeId ? 'run-to' : null;
  }
}

/** How much deeper a run is than it was: more flows count before more loops. */
function deeperBy({ flowStack }: RunState, { flows, loops }: RunDepth): number {
  return flowStack.length - flows || (flowStack.at(-1)?.loops.length ?? 0) - loops;
}
