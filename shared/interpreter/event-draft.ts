import type { Decision } from '../condition/decide-condition.ts';
import type { FlowId, NodeId } from '../ids/ids.ts';
import type { RunEvent } from '../run-events/run-event.ts';
import type { Value } from '../value/value.ts';

/**
 * An event as the interpreter gives it: without number and time, with whole values, and with whatever secrets a server
 * may have sent back. The host numbers, scrubs and shortens it before anybody sees it.
 */
export type EventDraft =
  | DraftOf<
      Exclude<
        RunEvent,
        { type: 'variable-set' | 'variable-edited' | 'condition-decided' | 'flow-left' | 'run-ended' }
      >
    >
  | VariableSetDraft
  | VariableEditedDraft
  | ConditionDecidedDraft
  | FlowLeftDraft
  | RunEndedDraft;

/** A variable got a value. */
export interface VariableSetDraft {
  readonly type: 'variable-set';
  readonly nodeId?: NodeId | undefined;
  readonly name: string;
  /** `null` where the variable was unset. */
  readonly value: Value;
  readonly unset?: true;
}

/** A condition took one of its exits. */
export interface ConditionDecidedDraft {
  readonly type: 'condition-decided';
  readonly nodeId?: NodeId | undefined;
  readonly decision: Decision;
}

/** A person wrote another value while the run stood still. */
export interface VariableEditedDraft {
  readonly type: 'variable-edited';
  readonly nodeId?: NodeId | undefined;
  readonly name: string;
  readonly part: string[];
  readonly value: Value;
}

/** A flow that was run by a node of another one is over. */
export interface FlowLeftDraft {
  readonly type: 'flow-left';
  readonly nodeId?: NodeId | undefined;
  readonly flowId: FlowId;
  readonly outcome: 'ended' | 'failed';
  readonly message: string | null;
  readonly result: Value | null;
}

/** The run is over. */
export interface RunEndedDraft {
  readonly type: 'run-ended';
  readonly nodeId?: NodeId | undefined;
  readonly outcome: 'ended' | 'failed' | 'cancelled';
  readonly message: string | null;
  readonly result: Value | null;
}

/** What the host adds to every event. */
type Stamp = 'v' | 'runId' | 'seq' | 'at';

type DraftOf<Event> = Event extends RunEvent ? Omit<Event, Stamp> : never;
