import type { ResponseVariable } from '#shared/response/response-variable.ts';
import type { AttemptRecord } from './attempt-record.ts';
import type { ResponseHead } from './exchange-record.ts';
import type { CallWarning } from './call-warning.ts';
import type { ResponseBody } from './response-body.ts';

/** Everything that is known about a call when it has ended. It holds real values, secrets included. */
export interface CallResult {
  /** What the flow gets. */
  readonly variable: ResponseVariable;
  /** What the person can do, where the call is no success. */
  readonly wayOn: string | null;
  /** Every attempt in order; empty where the call could not begin. */
  readonly attempts: readonly AttemptRecord[];
  /** The head of the final complete response. */
  readonly head: ResponseHead | null;
  readonly body: ResponseBody;
  readonly warnings: readonly CallWarning[];
  /** All attempts and delays. */
  readonly tookMs: number;
}
