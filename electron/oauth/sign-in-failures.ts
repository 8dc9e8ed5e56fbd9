import type { SignInFailure } from '#shared/ipc/channels/oauth-channels.ts';
import { shortWords } from '#shared/request/oauth/short-words.ts';
import { callStatusSentence } from '#shared/response/call-statuses.ts';
import type { TokenTrouble } from '../executor/token-source.ts';

export const endpointMissing: SignInFailure = {
  code: 'endpoint-missing',
  message: 'This API endpoint has no sign-in.',
};

export const browserNotOpened: SignInFailure = {
  code: 'browser-not-opened',
  message: 'No browser could be opened. Check which one the system uses, and try again.',
};

export const cancelledFailure: SignInFailure = { code: 'cancelled', message: 'The sign-in was cancelled.' };

export const timedOut: SignInFailure = {
  code: 'timed-out',
  message: 'The browser did not come back in time. Begin the sign-in again when you are ready.',
};

/** @param url at which the person was asked */
export function deniedBy(url: string, error: string): SignInFailure {
  const { host } = new URL(url);
  return { code: 'denied', message: `${host} did not sign you in and says "${shortWords(error)}".` };
}

/** Why the server gave no token although the person agreed. */
export function noToken(trouble: TokenTrouble): SignInFailure {
  const { code, placeholders } = trouble.type === 'failure' ? trouble.failure : trouble.exception;
  return { code: 'no-token', message: callStatusSentence(code, placeholders) };
}
