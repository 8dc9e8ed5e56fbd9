import type { EventDraft } from '#shared/interpreter/event-draft.ts';
import type { CallException } from '#shared/request/call-exception.ts';
import type { ResponseVariable } from '#shared/response/response-variable.ts';
import type { BodyHandle } from '#shared/run-events/call-events.ts';
import type { CallResult } from '../executor/call-result.ts';
import { shownHeaders } from './call-event-draft.ts';

type CallEnded = Extract<EventDraft, { type: 'call-ended' }>;

/** How a call ended that was handed to the executor. */
export function callEndedDraft(
  variableName: string,
  result: CallResult,
  body: BodyHandle | null,
  scrubAddress: (address: string) => string,
): CallEnded {
  const { head, tookMs, variable, wayOn } = result;
  return {
    ...endOf(variableName, variable),
    reason: head?.reason ?? null,
    wayOn,
    attempts: result.attempts.length,
    tookMs,
    sizeBytes: result.body.sizeBytes,
    headers: head === null ? [] : shownHeaders(head.rawHeaders, scrubAddress),
    body,
    parseError: variable.parse_error ?? null,
  };
}

/** How a call ended that could not be prepared: nothing was sent. */
export function callRefusedDraft(
  variableName: string,
  variable: ResponseVariable,
  exception: CallException,
): CallEnded {
  return {
    ...endOf(variableName, variable),
    reason: null,
    wayOn: exception.wayOn,
    attempts: 0,
    tookMs: 0,
    sizeBytes: 0,
    headers: [],
    body: null,
    parseError: null,
  };
}

function endOf(variableName: string, { error, error_detail: detail, status, status_code }: ResponseVariable) {
  return {
    type: 'call-ended' as const,
    variable: variableName,
    status,
    statusCode: status_code,
    code: detail?.code ?? null,
    phase: detail?.phase ?? null,
    sentence: error ?? null,
  };
}
