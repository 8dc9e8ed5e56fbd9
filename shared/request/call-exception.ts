import {
  type CallExceptionCode,
  callStatusSentence,
  callStatusWayOn,
  type StatusPlaceholders,
} from '../response/call-statuses.ts';

/** Why our side could not make a call, free of secret values, and where in the documents the reason lies. */
export interface CallException {
  readonly code: CallExceptionCode;
  /** What happened, for people. */
  readonly sentence: string;
  /** What a person can do about it. */
  readonly wayOn: string;
  /** The field to blame in words (`the path`); `null` where it is no single one. */
  readonly field: string | null;
  /** Place in the field's template from 1, in UTF-16 units; `null` where there is none. */
  readonly line: number | null;
  readonly column: number | null;
  /** The source of the expression to blame. */
  readonly expression: string | null;
}

/** Where in the documents the reason for an exception lies, and sentences where there are better ones than the list's. */
export type ExceptionDetails = Partial<Omit<CallException, 'code'>>;

/** An exception with its sentences filled. */
export function callException(
  code: CallExceptionCode,
  placeholders: StatusPlaceholders,
  details: ExceptionDetails = {},
): CallException {
  return {
    code,
    sentence: callStatusSentence(code, placeholders),
    wayOn: callStatusWayOn(code, placeholders),
    field: null,
    line: null,
    column: null,
    expression: null,
    ...details,
  };
}

/** Ends a preparation from any depth. It never leaves `prepareRequest`, which makes an outcome of it. */
export class PreparationStop extends Error {
  readonly exception: CallException;

  constructor(code: CallExceptionCode, placeholders: StatusPlaceholders, details?: ExceptionDetails) {
    const exception = callException(code, placeholders, details);
    super(exception.sentence);
    this.name = 'PreparationStop';
    this.exception = exception;
  }
}
