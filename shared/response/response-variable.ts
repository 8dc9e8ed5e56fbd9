import type { Value } from '../value/value.ts';
import type { CallPhase, CallStatusCode } from './call-statuses.ts';

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

/** Response headers by lower-case name; `set-cookie` is always a list, everything else one text. */
export type ResponseHeaders = { readonly [name: string]: string | readonly string[] };

/** Why a call is not a success, for conditions and reports. */
export type CallErrorDetail = {
  readonly code: CallStatusCode;
  readonly phase: CallPhase;
  /** How many attempts were made; 0 for an exception. */
  readonly attempts: number;
};

/** Where announced JSON stopped being JSON; line and column from 1. */
export type BodyParseError = { readonly message: string; readonly line: number; readonly column: number };
