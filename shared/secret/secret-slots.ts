import type { Authentication, Endpoint } from '../endpoint/endpoint.ts';
import type { SecretSlot } from '../ids/ids.ts';
import { assertNever } from '../outcome/assert-never.ts';
import type { Proxy } from '../endpoint/proxy.ts';
import type { TlsSettings } from '../endpoint/tls.ts';
import { proxyOrigin } from '../request/proxy-server.ts';
import { isSecretReference, type Credential } from './credential.ts';
import { secretOrigin } from './secret-origin.ts';

/**
 * The slots an endpoint refers to, in the order of its form: authentication first, then headers, then TLS, then the proxy,
 * without repeats.
 */
export function secretSlots(
  endpoint: Pick<Endpoint, 'auth' | 'headers' | 'tls' | 'proxy'>,
): readonly SecretSlot[] {
  const proxySlot = proxySecretSlot(endpoint.proxy);
  return [...new Set([...requestSecretSlots(endpoint), ...(proxySlot === null ? [] : [proxySlot])])];
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
 * What a slot of an endpoint is bound to: where its secret goes. That is the API's origin, and the proxy's own address for
 * the password of the proxy. A slot that is used for both counts as the API's, so that the proxy is not given it.
 */
export function secretSlotOrigin(
  endpoint: Pick<Endpoint, 'auth' | 'headers' | 'tls' | 'proxy' | 'baseUrl' | 'allowedHosts'>,
  slot: SecretSlot,
): string {
  const { allowedHosts, baseUrl, proxy } = endpoint;
  const isProxys = proxySecretSlot(proxy) === slot && !requestSecretSlots(endpoint).includes(slot);
  return isProxys && proxy.mode === 'manual' ? proxyOrigin(proxy.url) : secretOrigin(baseUrl, allowedHosts);
}

function clientCertificateSecrets({ clientCertificate: own }: TlsSettings): readonly Credential[] {
  if (own === undefined) return [];
  const held = own.type === 'pem' ? own.key : own.file;
  return own.passphrase === undefined ? [held] : [held, own.passphrase];
}

function authenticationSecrets(auth: Authentication): readonly Credential[] {
  switch (auth.type) {
    case 'none':
      return [];
    case 'bearer':
      return [auth.token];
    case 'api-key':
      return [auth.key];
    case 'basic':
      return [auth.password];
    default:
      return assertNever(auth);
  }
}
