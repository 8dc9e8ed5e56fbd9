import {
  type CallExceptionCode,
  type CallFailureCode,
  type CallPhase,
  callStatuses,
  type StatusPlaceholders,
} from '#shared/response/call-statuses.ts';

/** Why a call that was tried has no complete response: a fact of the closed list, never an error object of a library. */
export interface CallFailure {
  readonly code: CallFailureCode;
  readonly phase: CallPhase;
  /** Fill the code's sentence; addresses appear as host only, because a path or a query may hold a secret. */
  readonly placeholders: StatusPlaceholders;
}

/** Where a failure counts as having happened: where the call stands, or where the closed list knows this kind of failure. */
export function phaseOf(code: CallFailureCode, standing: CallPhase): CallPhase {
  const { phases } = callStatuses[code];
  return phases.includes(standing) ? standing : (phases[0] ?? standing);
}

/** Why our side could not make a call at all; nothing was sent. */
export interface CallException {
  readonly code: CallExceptionCode;
  readonly placeholders: StatusPlaceholders;
}

/** The places in sentences that every failure at an address can fill. */
export function addressPlaceholders(url: URL): StatusPlaceholders {
  const standardPort = url.protocol === 'https:' ? '443' : '80';
  return { host: url.hostname, port: url.port === '' ? standardPort : url.port };
}
