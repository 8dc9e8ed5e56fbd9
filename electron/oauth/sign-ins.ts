import { randomUUID } from 'node:crypto';
import { environmentVariables } from '#shared/environment/environment-variables.ts';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import type { SignInFailure, SignInState } from '#shared/ipc/channels/oauth-channels.ts';
import type { ChannelInput } from '#shared/ipc/contract.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { CallException } from '#shared/request/call-exception.ts';
import { prepareSignIn, type PreparedSignIn } from '#shared/request/oauth/prepare-sign-in.ts';
import { isOver } from '#shared/request/oauth/token-expiry.ts';
import { createScrubber } from '#shared/secret/scrubber.ts';
import { tokenWish, type TokenWish } from '../executor/token-source.ts';
import { environmentOfRun, readEnvironmentSecrets } from '../runs/environment-of-run.ts';
import { endpointOf, readSecrets } from '../runs/prepare-call.ts';
import type { RunHostPorts } from '../runs/run-ports.ts';
import type { AccessTokens } from './access-tokens.ts';
import { askForConsent } from './ask-for-consent.ts';
import type { KeptToken, TokenPlace } from './kept-token.ts';
import { cancelledFailure, endpointMissing, noToken } from './sign-in-failures.ts';
import { notFetched } from './token-trouble.ts';

type Place = ChannelInput<'oauth.state'>;
type SignedIn = Outcome<SignInState, SignInFailure>;

/** What sign-ins need from those around them. */
export interface SignInPorts extends Pick<RunHostPorts, 'workspace' | 'vault' | 'names'> {
  readonly tokens: AccessTokens;
  /** Opens an address in the system's browser; rejects where there is none. */
  readonly openBrowser: (url: string) => Promise<void>;
  /** Hears of each secret that a sign-in uses, so that the log can keep it out. */
  readonly onSecret: (value: string) => void;
  /** How long a person may take, in milliseconds. */
  readonly patienceMs?: number;
}

/** As long as a person may look for their telephone. */
const usualPatienceMs = 5 * 60_000;

/**
 * Signs persons in to endpoints: with the system's browser, an answer on this machine alone, and a proof that only whoever
 * began the sign-in can give (RFC 8252, RFC 7636). There is one at a time for an endpoint and environment.
 */
export class SignIns {
  readonly #ports: SignInPorts;
  readonly #running = new Map<string, AbortController>();

  constructor(ports: SignInPorts) {
    this.#ports = ports;
  }

  async state(place: Place): Promise<SignInState> {
    if (this.#running.has(keyOf(place))) return { ...signedOut, state: 'signing-in' };
    const endpoint = this.#endpoint(place);
    const prepared = endpoint === null ? null : await this.#prepare(place, endpoint);
    if (endpoint === null || prepared?.ok !== true) return signedOut;
    const wish = wishOf(endpoint, prepared.value);
    return stateOf(await this.#ports.tokens.kept(this.#tokenPlace(place), wish));
  }

  /** Settles when the person has answered, gave up or took too long. A second one ends the first. */
  async signIn(place: Place): Promise<SignedIn> {
    const endpoint = this.#endpoint(place);
    if (endpoint === null) return failed(endpointMissing);
    this.cancel(place);
    const key = keyOf(place);
    const stop = new AbortController();
    this.#running.set(key, stop);
    try {
      const failure = await this.#begun(place, endpoint, stop.signal);
      if (failure !== null) return failed(failure);
    } finally {
      if (this.#running.get(key) === stop) this.#running.delete(key);
    }
    return succeeded(await this.state(place));
  }

  cancel(place: Place): void {
    this.#running.get(keyOf(place))?.abort();
  }

  async signOut(place: Place): Promise<SignInState> {
    this.cancel(place);
    await this.#ports.tokens.forget(this.#tokenPlace(place));
    return signedOut;
  }

  /** Ends what is under way. */
  close(): void {
    for (const stop of this.#running.values()) stop.abort();
  }

  /** @returns why nobody is signed in, `null` where somebody is */
  async #begun(place: Place, endpoint: Endpoint, cancelled: AbortSignal): Promise<SignInFailure | null> {
    const prepared = await this.#prepare(place, endpoint);
    if (!prepared.ok) return { code: 'not-prepared', message: prepared.failure.sentence };
    const failure = await this.#asked(place, endpoint, prepared.value, cancelled);
    if (failure === null) return null;
    // A server may say what it was told.
    const { scrub } = createScrubber(prepared.value.secrets);
    return { ...failure, message: scrub(failure.message) };
  }

  async #asked(
    place: Place,
    endpoint: Endpoint,
    prepared: PreparedSignIn,
    cancelled: AbortSignal,
  ): Promise<SignInFailure | null> {
    const { onSecret, openBrowser, patienceMs = usualPatienceMs, tokens } = this.#ports;
    const consent = await askForConsent(prepared, { openBrowser, patienceMs, cancelled });
    if (!consent.ok) return consent.failure;
    onSecret(consent.value.code);
    const wish = wishOf(endpoint, prepared);
    const token = await tokens.signedIn(this.#tokenPlace(place), wish, consent.value, cancelled);
    if (token.ok) return null;
    return cancelled.aborted ? cancelledFailure : noToken(notFetched(wish, token.failure));
  }

  async #prepare(
    { environmentId }: Place,
    endpoint: Endpoint,
  ): Promise<Outcome<PreparedSignIn, CallException>> {
    const { names, onSecret, workspace } = this.#ports;
    const { active, defaults, secrets } = environmentOfRun(workspace, environmentId);
    const environmentSecrets = await readEnvironmentSecrets(this.#ports, endpoint, [], secrets);
    const secret = await readSecrets(this.#ports, endpoint);
    const system = { now: new Date().toISOString(), uuid: () => randomUUID(), extra: names?.() ?? {} };
    const scope = { variables: {}, environment: environmentVariables(active, defaults), system };
    const prepared = prepareSignIn({ endpoint, scope, secret, environmentSecrets });
    if (prepared.ok) for (const { value } of prepared.value.secrets) onSecret(value);
    return prepared;
  }

  #endpoint({ endpointId }: Place): Endpoint | null {
    const endpoint = endpointOf(this.#ports.workspace, endpointId);
    return endpoint?.auth.type === 'oauth2-authorization-code' ? endpoint : null;
  }

  #tokenPlace({ endpointId, environmentId }: Place): TokenPlace {
    return { workspaceId: this.#ports.workspace.id, endpointId, environmentId };
  }
}

const signedOut: SignInState = { state: 'signed-out', expiresAt: null, renews: false };

function stateOf(kept: KeptToken | null): SignInState {
  if (kept === null) return signedOut;
  const { expiresAtMs, refreshToken } = kept;
  if (refreshToken === null && isOver(kept, Date.now())) return signedOut;
  const expiresAt = expiresAtMs === null ? null : new Date(expiresAtMs).toISOString();
  return { state: 'signed-in', expiresAt, renews: refreshToken !== null };
}

function keyOf({ endpointId, environmentId }: Place): string {
  return `${endpointId} ${environmentId ?? ''}`;
}

function wishOf({ timeouts }: Endpoint, { request, token }: PreparedSignIn): TokenWish {
  return tokenWish(token, request, timeouts);
}
