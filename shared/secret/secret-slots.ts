import type { Authentication, Endpoint } from '../endpoint/endpoint.ts';
import { isOauth } from '../endpoint/is-oauth.ts';
import type { SecretSlot } from '../ids/ids.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { Proxy } from '../endpoint/proxy.ts';
import type { TlsSettings } from '../endpoint/tls.ts';
import { proxyOrigin } from '../request/proxy-server.ts';
import { isSecretReference, type Credential } from './credential.ts';
import { secretOrigin } from './secret-origin.ts';

/** What a secret is used for, and so who gets it: the API, the server that gives access tokens, or the proxy. */
export const secretUseNames = ['request', 'token', 'proxy'] as const;
export type SecretUse = (typeof secretUseNames)[number];

/** Who gets secrets, and where that is. */
export interface SecretDestination {
  readonly use: SecretUse;
  /** What secrets that go there are bound to. */
  readonly origin: string;
}

/** A slot and whom its secret may go to. */
export interface SecretUsePlace extends SecretDestination {
  readonly slot: SecretSlot;
}

type SecretHolder = Pick<Endpoint, 'auth' | 'headers' | 'tls' | 'proxy' | 'baseUrl' | 'allowedHosts'>;

/**
 * The slots an endpoint refers to, in the order of its form: authentication first, then headers, then TLS, then the proxy,
 * without repeats. A slot that is used for several counts as the API's, so that nobody else is given it.
 */
export function secretUses(endpoint: SecretHolder): readonly SecretUsePlace[] {
  const { auth, proxy } = endpoint;
  const tokenSlot = tokenSecretSlot(auth);
  const slots: Readonly<Record<SecretUse, readonly (SecretSlot | null)[]>> = {
    request: requestSecretSlots(endpoint),
    token: [tokenSlot],
    proxy: [proxySecretSlot(proxy)],
  };
  // Asked before every call, and most endpoints have no secret: where it would go is a matter of parsing addresses.
  if (Object.values(slots).every((those) => those.every((slot) => slot === null))) return [];
  const known = new Map<SecretSlot, SecretUsePlace>();
  for (const destination of secretDestinations(endpoint)) {
    for (const slot of slots[destination.use])
      if (slot !== null && !known.has(slot)) known.set(slot, { slot, ...destination });
  }
  const first = tokenSlot === null ? undefined : known.get(tokenSlot);
  return [...new Set([...(first === undefined ? [] : [first]), ...known.values()])];
}

/** Where an endpoint sends what it is given: to the API, to the server of its access tokens, to its own proxy. */
export function secretDestinations({
  allowedHosts,
  auth,
  baseUrl,
  proxy,
}: Pick<Endpoint, 'auth' | 'proxy' | 'baseUrl' | 'allowedHosts'>): readonly SecretDestination[] {
  return [
    { use: 'request', origin: secretOrigin(baseUrl, allowedHosts) },
    ...(isOauth(auth) ? [{ use: 'token', origin: secretOrigin(auth.tokenUrl, allowedHosts) } as const] : []),
    ...(proxy.mode === 'manual' ? [{ use: 'proxy', origin: proxyOrigin(proxy.url) } as const] : []),
  ];
}

/** The slots of {@link secretUses}. */
export function secretSlots(endpoint: SecretHolder): readonly SecretSlot[] {
  return secretUses(endpoint).map(({ slot }) => slot);
}

/** The slot of what only the server gets that gives access tokens; `null` where there is none. */
export function tokenSecretSlot(auth: Authentication): SecretSlot | null {
  return isOauth(auth) && isSecretReference(auth.clientSecret) ? auth.clientSecret.secret : null;
}

/** The slots of what proves to the API who calls: in requests, and in the handshake before them. */
export function requestSecretSlots(
  endpoint: Pick<Endpoint, 'auth' | 'headers' | 'tls'>,
): readonly SecretSlot[] {
  const credentials = [
    ...authenticationSecrets(endpoint.auth),
    ...endpoint.headers.map(({ value }) => value),
    ...clientCertificateSecrets(endpoint.tls),
  ];
  return [...new Set(credentials.filter(isSecretReference).map(({ secret }) => secret))];
}

/** The slot of what only the proxy gets; `null` where there is none. */
export function proxySecretSlot(proxy: Proxy): SecretSlot | null {
  if (proxy.mode !== 'manual' || proxy.password === undefined) return null;
  return isSecretReference(proxy.password) ? proxy.password.secret : null;
}

/**
 * What a slot of an endpoint is bound to: where its secret goes. That is the API's origin, the token URL's for the secret
 * of an OAuth client, and the proxy's own address for the password of the proxy.
 */
export function secretSlotOrigin(endpoint: SecretHolder, slot: SecretSlot): string {
  const place = secretUses(endpoint).find((each) => each.slot === slot);
  return place?.origin ?? secretOrigin(endpoint.baseUrl, endpoint.allowedHosts);
}

function clientCertificateSecrets({ clientCertificate: own }: TlsSettings): readonly Credential[] {
  if (own === undefined) return [];
  const held = own.type === 'pem' ? own.key : own.file;
  return own.passphrase === undefined ? [held] : [held, own.passphrase];
}

function authenticationSecrets(auth: Authentication): readonly Credential[] {
  switch (auth.type) {
    case 'none':
    case 'oauth2-client-credentials':
    case 'oauth2-authorization-code':
      return [];
    case 'bearer':
      return [auth.token];
    case 'api-key':
      return [auth.key];
    case 'basic':
    case 'digest':
      return [auth.password];
    default:
      return assertNever(auth);
  }
}
