import { createHash, randomBytes } from 'node:crypto';
import type { SignInFailure } from '#shared/ipc/channels/oauth-channels.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import { authorizeUrl } from '#shared/request/oauth/authorize-url.ts';
import type { PreparedSignIn } from '#shared/request/oauth/prepare-sign-in.ts';
import type { TokenGrant } from '#shared/request/oauth/token-form.ts';
import { type BroughtBack, LoopbackListener } from './loopback-listener.ts';
import { browserNotOpened, cancelledFailure, deniedBy, timedOut } from './sign-in-failures.ts';

/** What it takes to ask a person. */
export interface Asking {
  /** Opens an address in the system's browser; rejects where there is none. */
  readonly openBrowser: (url: string) => Promise<void>;
  /** How long a person may take, in milliseconds. */
  readonly patienceMs: number;
  readonly cancelled: AbortSignal;
}

/**
 * Takes a person to the server with the system's browser and waits on this machine for what they bring back: a code that
 * is of use to nobody who does not know the verifier of this sign-in (RFC 7636).
 */
export async function askForConsent(
  prepared: PreparedSignIn,
  { cancelled, openBrowser, patienceMs }: Asking,
): Promise<Outcome<Extract<TokenGrant, { type: 'code' }>, SignInFailure>> {
  const state = randomBytes(32).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  const listener = await LoopbackListener.start(state);
  try {
    const { redirectUri } = listener;
    const { clientId, scope } = prepared.token;
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const request = { clientId, redirectUri, scope, state, challenge };
    const isOpened = await openBrowser(authorizeUrl(prepared.authorizeUrl, request)).then(
      () => true,
      () => false,
    );
    if (!isOpened) return failed(browserNotOpened);
    const brought = await broughtBack(listener, cancelled, patienceMs);
    if ('message' in brought) return failed(brought);
    if (brought.type === 'denied') return failed(deniedBy(prepared.authorizeUrl, brought.error));
    return succeeded({ type: 'code', code: brought.code, redirectUri, verifier });
  } finally {
    listener.close();
  }
}

async function broughtBack(
  listener: LoopbackListener,
  cancelled: AbortSignal,
  patienceMs: number,
): Promise<BroughtBack | SignInFailure> {
  if (cancelled.aborted) return cancelledFailure;
  const settled = new AbortController();
  const patience = setTimeout(() => settled.abort(timedOut), patienceMs);
  const onCancelled = (): void => settled.abort(cancelledFailure);
  cancelled.addEventListener('abort', onCancelled, { once: true });
  const ended = new Promise<SignInFailure>((resolve) => {
    settled.signal.addEventListener('abort', () => resolve(settled.signal.reason as SignInFailure));
  });
  try {
    return await Promise.race([listener.answer, ended]);
  } finally {
    clearTimeout(patience);
    cancelled.removeEventListener('abort', onCancelled);
  }
}
