import type { NodeKind, NodeOf } from '../../nodes/node.ts';
import type { Value } from '../../value/value.ts';
import type { FlowGraph } from '../flow-graph.ts';
import type { Leaving } from '../leave-node.ts';
import type { AnswerInput, CallResultInput, WaitOverInput } from '../run-input.ts';
import type { PlainVariables, Waiting } from '../run-state.ts';
import type { Turn } from '../turn.ts';

/** What one kind of node does in a run. */
export interface NodeStep<Kind extends NodeKind> {
  /** Does the node that was just entered. */
  enter(node: NodeOf<Kind>, turn: Turn): StepEnd;
  /** Goes on with a node that waited for an answer, for a call or for time to pass; absent where a kind never waits. */
  resume?(node: NodeOf<Kind>, turn: Turn, input: WaitedInput, waiting: Waiting): StepEnd;
}

/** An input that a node can wait for. */
export type WaitedInput = AnswerInput | CallResultInput | WaitOverInput;

/** How a step ends: the node is left, waits, runs another flow, ends its own, or cannot go on. */
export type StepEnd =
  | ({ readonly then: 'leave' } & Leaving)
  | { readonly then: 'wait'; readonly waiting: Waiting }
  | { readonly then: 'enter-flow'; readonly graph: FlowGraph; readonly inputs: PlainVariables }
  | { readonly then: 'end'; readonly result: Value | null }
  | { readonly then: 'fail'; readonly message: string };

/** Leaves a node by an exit that has nothing to do with trouble; wider ones stand in where it has no connection. */
export function leaveBy(...exits: readonly [string, ...string[]]): StepEnd {
  return { then: 'leave', exits, trouble: false, lastly: null };
}

/** Ends the flow as failed at a node; the sentence says why. */
export function failAt(node: { readonly name: string }, sentence: string): StepEnd {
  return { then: 'fail', message: `"${node.name}": ${sentence}` };
}
