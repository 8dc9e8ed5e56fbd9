import path from 'node:path';
import {
  callStatusSentence,
  callStatusWayOn,
  type CallStatusCode,
  type StatusPlaceholders,
} from '#shared/response/call-statuses.ts';
import { decodeBody } from '#shared/response/decode-body.ts';
import { headerValues } from '#shared/response/response-headers.ts';
import {
  exceptionVariable,
  failureVariable,
  type ResponseVariable,
  responseVariable,
} from '#shared/response/response-variable.ts';
import { isSuccessCode } from '#shared/response/success-code.ts';
import type { AttemptResponse } from './attempt-record.ts';
import type { Call } from './call.ts';
import { addressPlaceholders, type CallException, type CallFailure } from './call-failure.ts';
import type { CallResult } from './call-result.ts';
import { noBody, responseBody, wholeBody } from './response-body.ts';

/** The part of a result that depends on how the call ended. */
export type CallOutcome = Pick<CallResult, 'variable' | 'wayOn' | 'head' | 'body'>;

/** What a complete response makes of a call: reads the body and builds the variable. */
export async function responseOutcome(call: Call, response: AttemptResponse): Promise<CallOutcome> {
  const { includeRaw, parseAsJson, successCodes } = call.plan.policy;
  const { body: stored, errorCode, head, stillPacked } = response;
  const { rawHeaders, statusCode } = head;
  const contentType = headerValues(rawHeaders, 'content-type')[0] ?? null;
  const method = call.attempts.at(-1)?.exchanges.at(-1)?.request.method ?? call.plan.request.method;
  const bytes = await wholeBody(stored);
  const decoded = decodeBody({ method, statusCode, contentType, bytes, stillPacked, parseAsJson });
  const body = await responseBody(stored, bytes, decoded, contentType);
  const success = isSuccessCode(statusCode, successCodes);
  const placeholders = success ? {} : answerPlaceholders(response);
  const variable = responseVariable({
    statusCode,
    rawHeaders,
    body: decoded,
    binaryFile: decoded.type === 'binary' && body.file !== null ? path.basename(body.file) : null,
    successCodes,
    includeRaw,
    attempts: call.attempts.length,
    timestamp: call.startedAt,
    errorCode,
    placeholders,
  });
  const wayOn = success ? null : callStatusWayOn(errorCode, placeholders);
  return { variable, wayOn, head, body };
}

function answerPlaceholders({ head, placeholders, url }: AttemptResponse): StatusPlaceholders {
  const { reason, statusCode: status_code } = head;
  return { ...addressPlaceholders(new URL(url)), reason, status_code, ...placeholders };
}

/** What a failure makes of a call that was tried. */
export function failureOutcome(call: Call, { code, phase, placeholders }: CallFailure): CallOutcome {
  const attempts = call.attempts.length;
  const variable = failureVariable({ code, phase, placeholders, attempts, timestamp: call.startedAt });
  return withoutResponse(variable, code, placeholders);
}

/** What becomes of a call that our side could not make. @param timestamp ISO 8601 in UTC: when it was decided */
export function exceptionOutcome({ code, placeholders }: CallException, timestamp: string): CallOutcome {
  const variable = exceptionVariable({ code, timestamp, sentence: callStatusSentence(code, placeholders) });
  return withoutResponse(variable, code, placeholders);
}

function withoutResponse(
  variable: ResponseVariable,
  code: CallStatusCode,
  placeholders: StatusPlaceholders,
): CallOutcome {
  return { variable, wayOn: callStatusWayOn(code, placeholders), head: null, body: noBody };
}
