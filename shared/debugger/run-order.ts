import type { NodeId } from '../ids/ids.ts';
import type { Program } from '../interpreter/program.ts';
import { currentNodeId, type RunState } from '../interpreter/run-state.ts';
import type { RunEventOf } from '../run-events/run-event.ts';
import type { Breakpoint } from './breakpoint.ts';
import { conditionHolds } from './breakpoint-condition.ts';

/** How far a run may go; `depth` is that of the flow stack when the order was given. */
export type RunOrder =
  | { readonly go: 'on' }
  /** To the next node, whichever it is. */
  | { readonly go: 'to-next' }
  | { readonly go: StepWay; readonly depth: number }
  | { readonly go: 'to-node'; readonly nodeId: NodeId };

/** A step over what a node does, into the flow that it runs, or out of the flow that the run is in. */
export type StepWay = 'over' | 'into' | 'out';

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
  const depth = state.flowStack.length;
  switch (order.go) {
    case 'on':
      return null;
    case 'to-next':
      return 'pause';
    case 'into':
      return 'step';
    case 'over':
      return depth <= order.depth ? 'step' : null;
    case 'out':
      return depth < order.depth ? 'step' : null;
    case 'to-node':
      return nodeId === order.nodeId ? 'run-to' : null;
  }
}
