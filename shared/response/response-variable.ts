import type { Value } from '../value/value.ts';
import { base64 } from './base64.ts';
import {
  type CallErrorCode,
  type CallExceptionCode,
  type CallFailureCode,
  type CallPhase,
  type CallStatusCode,
  callStatuses,
  callStatusSentence,
  type StatusPlaceholders,
} from './call-statuses.ts';
import type { BodyParseError, DecodedBody } from './decode-body.ts';
import { type ResponseHeaders, responseHeaders } from './response-headers.ts';
import { isSuccessCode } from './success-code.ts';

export type { BodyParseError } from './decode-body.ts';
export type { ResponseHeaders } from './response-headers.ts';

/**
 * What an API Call stores under its variable name (SEMANTICS, Response variable); snake_case as the product documents
 * define it. A type and not an interface, so that it is a `ValueObject` and a flow can walk into it.
 */
export type ResponseVariable = {
  readonly status: CallResultStatus;
  /** The code of the final complete response; `null` for every `failure` and `exception`. */
  readonly status_code: number | null;
  readonly body: Value;
  readonly headers: ResponseHeaders;
  /** ISO 8601 in UTC: when the first attempt was made, for an `exception` when it was decided. */
  readonly timestamp: string;
  /** The body's text after unpacking and charset, where it was asked for and there is one. */
  readonly raw?: string;
  /** A sentence for people; only where `status` is not `success`. */
  readonly error?: string;
  readonly error_detail?: CallErrorDetail;
  /** Only where JSON was announced and did not parse; `body` is then the text. */
  readonly parse_error?: BodyParseError;
};

/** How far a call got. */
export type CallResultStatus = 'success' | 'error' | 'failure' | 'exception';

/** Why a call is not a success, for conditions and reports. */
export type CallErrorDetail = {
  readonly code: CallStatusCode;
  readonly phase: CallPhase;
  /** How many attempts were made; 0 for an exception. */
  readonly attempts: number;
};

/** A complete response and how it was come by. */
export interface CompleteResponse {
  readonly statusCode: number;
  /** Name and value in turn, as they came. */
  readonly rawHeaders: readonly string[];
  readonly body: DecodedBody;
  /** Name, in the run's own folder, of the file that holds a binary body over {@link maxInlineBinaryBytes}. */
  readonly binaryFile: string | null;
  readonly successCodes: readonly number[];
  readonly includeRaw: boolean;
  readonly attempts: number;
  /** ISO 8601 in UTC: when the first attempt was made. */
  readonly timestamp: string;
  /** Why it is an `error` if it is one: its code, or the redirect that was not followed. */
  readonly errorCode: CallErrorCode;
  /** For the sentence of an `error`; `status_code` is filled in here. */
  readonly placeholders: StatusPlaceholders;
}

/** Up to this size a binary body lies in the variable itself, above it in a file. */
export const maxInlineBinaryBytes = 1024 * 1024;

/** The variable of a complete response: `success` or `error` by its code alone. */
export function responseVariable(response: CompleteResponse): ResponseVariable {
  const { attempts, body, errorCode, statusCode } = response;
  const text = 'text' in body ? body.text : null;
  const parseError = body.type === 'text' ? body.parseError : null;
  const success = isSuccessCode(statusCode, response.successCodes);
  const placeholders = { ...response.placeholders, status_code: statusCode };
  return {
    status: success ? 'success' : 'error',
    status_code: statusCode,
    body: bodyValue(body, response.binaryFile),
    headers: responseHeaders(response.rawHeaders),
    timestamp: response.timestamp,
    ...(response.includeRaw && text !== null ? { raw: text } : {}),
    ...(success ? {} : explanation(errorCode, onlyPhase(errorCode), attempts, placeholders)),
    ...(parseError === null ? {} : { parse_error: parseError }),
  };
}

/** Why a call got no complete response. */
export interface FailedCall {
  readonly code: CallFailureCode;
  /** Where it happened in the last attempt. */
  readonly phase: CallPhase;
  readonly attempts: number;
  /** ISO 8601 in UTC: when the first attempt was made. */
  readonly timestamp: string;
  readonly placeholders: StatusPlaceholders;
}

/** The variable of a call that was tried and got no complete response, also when a response had begun. */
export function failureVariable(call: FailedCall): ResponseVariable {
  const { code, phase, attempts, placeholders, timestamp } = call;
  return { ...noResponse('failure', timestamp), ...explanation(code, phase, attempts, placeholders) };
}

/** Why our side could not make a call. */
export interface ExceptionalCall {
  readonly code: CallExceptionCode;
  /** ISO 8601 in UTC: when it was decided. */
  readonly timestamp: string;
  /** The sentence for people, free of secret values. */
  readonly sentence: string;
}

/** The variable of a call that could not be made; nothing was sent. */
export function exceptionVariable(call: ExceptionalCall): ResponseVariable {
  const { code, sentence, timestamp } = call;
  const detail: CallErrorDetail = { code, phase: onlyPhase(code), attempts: 0 };
  return { ...noResponse('exception', timestamp), error: sentence, error_detail: detail };
}

/** A condition on `status_code` or `body` must not see half an answer, so there is none of it. */
function noResponse(status: 'failure' | 'exception', timestamp: string) {
  return { status, status_code: null, body: null, headers: {}, timestamp } as const;
}

function explanation(
  code: CallErrorCode | CallFailureCode,
  phase: CallPhase,
  attempts: number,
  placeholders: StatusPlaceholders,
) {
  return { error: callStatusSentence(code, placeholders), error_detail: { code, phase, attempts } };
}

/** Codes of errors and exceptions happen in one phase each. */
function onlyPhase(code: CallErrorCode | CallExceptionCode): CallPhase {
  return callStatuses[code].phases[0] ?? 'prepare';
}

function bodyValue(body: DecodedBody, file: string | null): Value {
  switch (body.type) {
    case 'none':
      return null;
    case 'json':
    case 'events':
      return body.value;
    case 'text':
      return body.text;
    case 'binary': {
      const facts = { content_type: body.contentType, size: body.bytes.length };
      return file === null ? { ...facts, base64: base64(body.bytes) } : { ...facts, file };
    }
  }
}
