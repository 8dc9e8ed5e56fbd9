/** What a person should know although it did not decide how the call ended. */
export type CallWarningCode =
  'credentials-dropped' | 'content-encoding-unknown' | 'retry-after-too-long' | 'token-not-renewed';

/** A warning and its sentence. */
export interface CallWarning {
  readonly code: CallWarningCode;
  readonly message: string;
}
