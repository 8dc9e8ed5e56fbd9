import type { Endpoint } from '../endpoint/endpoint.ts';
import type { ManualProxy } from '../endpoint/proxy.ts';
import { isSecretReference } from '../secret/credential.ts';
import { PreparationStop } from './call-exception.ts';
import type { PreparedProxy, ProxyCredentials } from './prepared-proxy.ts';
import { proxyOrigin, readProxyServer } from './proxy-server.ts';
import type { RequestFields } from './request-fields.ts';
import { holdsSecret, type TextPiece, textOf } from './text-piece.ts';

/**
 * Reads the proxy of an endpoint and takes its credentials, which are bound to the proxy's own address. What cannot be used
 * stops the preparation: a call that was to go through a proxy never goes without.
 */
export function prepareProxy(fields: RequestFields, endpoint: Endpoint): PreparedProxy {
  const { proxy } = endpoint;
  if (proxy.mode !== 'manual') return { mode: proxy.mode };
  const server = readProxyServer(proxy.url);
  if (server === null) throw invalidAddress(endpoint, proxy);
  const credentials = proxyCredentials(fields, endpoint, proxy);
  return { mode: 'manual', route: { server, credentials }, noProxy: proxy.noProxy };
}

/** The sentence shows the address, and a password may have been written into it. */
function invalidAddress({ name }: Endpoint, { url }: ManualProxy): PreparationStop {
  const shown = url.trim().replace(/^([^/@]*\/\/)?.*@/, '$1…@');
  return new PreparationStop('proxy-url-invalid', { proxy: shown }, { field: `the proxy of ${name}` });
}

function proxyCredentials(
  fields: RequestFields,
  endpoint: Endpoint,
  proxy: ManualProxy,
): ProxyCredentials | null {
  if (proxy.userName === undefined && proxy.password === undefined) return null;
  const userPieces = taken(fields, endpoint, 'proxy user name', proxy.userName?.template ?? '');
  const passwordPieces = takenPassword(fields, endpoint, proxy);
  const userName = textOf(userPieces);
  const password = textOf(passwordPieces);
  if (userName === '' && password === '')
    throw stop(endpoint, 'credential-empty', 'proxy user name and password');
  if (userName.includes(':')) {
    const sentence = `The proxy user name of ${endpoint.name} holds a colon, which cannot be sent.`;
    throw stop(endpoint, 'credential-invalid', 'proxy user name', sentence);
  }
  if (holdsSecret([...userPieces, ...passwordPieces]))
    fields.secrets.push({ value: password, user: userName });
  return { userName, password };
}

function takenPassword(
  fields: RequestFields,
  endpoint: Endpoint,
  { password, url }: ManualProxy,
): readonly TextPiece[] {
  const name = 'proxy password';
  if (password === undefined) return [];
  if (!isSecretReference(password)) return taken(fields, endpoint, name, password.template);
  const secret = fields.secret(password.secret, proxyOrigin(url), name, endpoint.name, 'proxy');
  if (secret.text === '') throw stop(endpoint, 'credential-empty', name);
  return [secret];
}

function taken(
  fields: RequestFields,
  endpoint: Endpoint,
  name: string,
  template: string,
): readonly TextPiece[] {
  const pieces = fields
    .for('proxy')
    .render(template, 'text', `the ${name} of ${endpoint.name}`, 'Proxy-Authorization');
  if (template !== '' && textOf(pieces) === '') throw stop(endpoint, 'credential-empty', name);
  return pieces;
}

function stop(
  { name: endpoint }: Endpoint,
  code: 'credential-empty' | 'credential-invalid',
  credential: string,
  sentence?: string,
): PreparationStop {
  const field = { field: `the ${credential} of ${endpoint}` };
  const details = sentence === undefined ? field : { ...field, sentence };
  return new PreparationStop(code, { credential, endpoint }, details);
}
