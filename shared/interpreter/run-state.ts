import type { FlowId, NodeId, RunId } from '../ids/ids.ts';
import type { WantedAnswer } from '../run-events/wanted-answer.ts';
import type { PlainJson } from '../value/value-codec.ts';
import type { RandomState } from './random-state.ts';

/**
 * Everything a run is, as plain JSON (FORMATS, Run): it can be stored at any moment and taken up again.
 *
 * It holds real values, so it stays in the host. A state that waits for a step stands at the entry of a node and has
 * done nothing there yet: that is what a checkpoint is.
 */
export interface RunState {
  readonly v: 1;
  readonly runId: RunId;
  /** The flows that were entered and not left; the last one is where the run is. */
  readonly flowStack: readonly FlowFrame[];
  readonly variables: PlainVariables;
  readonly counters: RunCounters;
  readonly random: RandomState;
  readonly clock: RunClock;
  /** What the run needs to go on; `null` once it has ended. */
  readonly waiting: Waiting | null;
}

/** A flow that the run is in. */
export interface FlowFrame {
  readonly flowId: FlowId;
  /** `null` before the first node was entered. */
  readonly nodeId: NodeId | null;
  /** The step, counted from 1 over the whole run, at which the node was entered. */
  readonly entered: number;
  /** What the flow was given, by input. */
  readonly inputs: PlainVariables;
  /** The loops that were begun in it and not left, the innermost last. */
  readonly loops: readonly LoopFrame[];
}

/** A loop that a flow is in. */
export interface LoopFrame {
  readonly nodeId: NodeId;
  /** Encoded, and as they were when the loop began: what happens to the list in the body changes nothing. */
  readonly items: readonly PlainJson[];
  /** How many rounds were begun. */
  readonly begun: number;
  /** What was counted for the cycle that the loop may stand in. */
  readonly around: Pick<RunCounters, 'stepsInRound' | 'trail'>;
}

/** Values by variable name, as `encodeValue` writes an object. */
export type PlainVariables = { readonly [name: string]: PlainJson };

/** What is counted to number calls and to stop a cycle. */
export interface RunCounters {
  readonly steps: number;
  /** Nodes entered since the person last answered or a wait ended. */
  readonly stepsSinceWait: number;
  /** Those of them that a cycle may have gone round in: without the rounds of loops that were left or begun since. */
  readonly stepsInRound: number;
  readonly calls: number;
  /** The last nodes entered since then, oldest first, to name a cycle by. */
  readonly trail: readonly NodeId[];
}

/** Readings of the host's clock, ISO 8601 in UTC. */
export interface RunClock {
  readonly startedAt: string;
  readonly now: string;
}

/** What a run waits for: its beginning, leave to do the node it has entered, an answer, the result of a call, or a moment. */
export type Waiting =
  | { readonly for: 'begin' }
  | { readonly for: 'step' }
  | {
      readonly for: 'answer';
      readonly refusals: number;
      /** What the question wants, where templates had a say in it. */ readonly wanted?: WantedAnswer;
    }
  | { readonly for: 'call'; readonly call: number }
  | { readonly for: 'wait'; readonly until: string };

/** A run before its beginning. */
export function newRunState(runId: RunId, flowId: FlowId, random: RandomState): RunState {
  return {
    v: 1,
    runId,
    flowStack: [{ flowId, nodeId: null, entered: 0, inputs: {}, loops: [] }],
    variables: {},
    counters: { steps: 0, stepsSinceWait: 0, stepsInRound: 0, calls: 0, trail: [] },
    random,
    clock: { startedAt: '', now: '' },
    waiting: { for: 'begin' },
  };
}

/** The node that the run is at, or `null` before its beginning. */
export function currentNodeId(state: RunState): NodeId | null {
  return state.flowStack.at(-1)?.nodeId ?? null;
}
