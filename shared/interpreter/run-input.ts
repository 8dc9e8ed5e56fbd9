import type { NodeId } from '../ids/ids.ts';
import type { AnswerType } from '../nodes/answer-types.ts';
import type { CallResultStatus } from '../response/response-variable.ts';
import type { PlainJson } from '../value/value-codec.ts';
import type { RandomState } from './random-state.ts';
import type { PlainVariables } from './run-state.ts';

/** What the host tells a run; plain JSON, so that a run can be repeated from its inputs. `at` is ISO 8601 in UTC. */
export type RunInput =
  | BeginInput
  | { readonly type: 'step'; readonly at: string }
  | AnswerInput
  | CallResultInput
  | WaitOverInput
  | { readonly type: 'cancel'; readonly at: string };

/** Begins at the flow's Start with inputs, or at any node with variables. */
export interface BeginInput {
  readonly type: 'begin';
  readonly at: string;
  readonly inputs: PlainVariables;
  readonly from: { readonly nodeId: NodeId; readonly variables: PlainVariables } | null;
}

/** What the person answered to the prompt that waits. */
export interface AnswerInput {
  readonly type: 'answer';
  readonly at: string;
  readonly text: string;
}

/** How a call that the run wanted has ended. */
export interface CallResultInput {
  readonly type: 'call-result';
  readonly at: string;
  /** The number of the call, from its effect. */
  readonly call: number;
  readonly status: CallResultStatus;
  readonly statusCode: number | null;
  /** The encoded response variable; a large body in it is a handle (`BodyReference`). */
  readonly response: PlainJson;
}

/** The time that the run waited for has passed. */
export interface WaitOverInput {
  readonly type: 'wait-over';
  readonly at: string;
}

/** What a run wants done; the host does it and answers with an input. */
export type RunEffect =
  | { readonly type: 'ask'; readonly nodeId: NodeId; readonly answerType: AnswerType }
  | PerformCallEffect
  | WaitEffect
  | { readonly type: 'abandon-call'; readonly call: number };

/** Wants time to pass: so many milliseconds, until a moment that a run which is taken up again has to wait for. */
export interface WaitEffect {
  readonly type: 'wait';
  readonly nodeId: NodeId;
  readonly plannedMs: number;
  readonly until: string;
}

/** Wants the request of an API Call sent. It is prepared by the host, because only the host has the secrets. */
export interface PerformCallEffect {
  readonly type: 'perform-call';
  readonly call: number;
  readonly nodeId: NodeId;
  /** The node's one reading of the clock. */
  readonly at: string;
  /** Draws for identifiers in the request's templates and for the jitter of its retries. */
  readonly random: RandomState;
}
