import { isSecretReference, type Credential, type TemplateValue } from '../secret/credential.ts';
import type { Authentication, Endpoint } from './endpoint.ts';
import type { Proxy } from './proxy.ts';

type Change = (text: string) => string;

/** The endpoint with its templates changed, also those of headers that are off; the same endpoint where none is. */
export function withEndpointTexts(endpoint: Endpoint, change: Change): Endpoint {
  let changes = 0;
  const counted: Change = (text) => {
    const next = change(text);
    if (next !== text) changes += 1;
    return next;
  };
  const after: Endpoint = {
    ...endpoint,
    baseUrl: counted(endpoint.baseUrl),
    auth: changedAuth(endpoint.auth, counted),
    headers: endpoint.headers.map((header) => ({ ...header, value: credential(header.value, counted) })),
    proxy: changedProxy(endpoint.proxy, counted),
  };
  return changes === 0 ? endpoint : after;
}

function changedAuth(auth: Authentication, change: Change): Authentication {
  switch (auth.type) {
    case 'none':
      return auth;
    case 'bearer':
      return { ...auth, token: credential(auth.token, change) };
    case 'api-key':
      return { ...auth, key: credential(auth.key, change) };
    case 'basic':
    case 'digest':
      return {
        ...auth,
        userName: visible(auth.userName, change),
        password: credential(auth.password, change),
      };
    case 'oauth2-client-credentials':
      return { ...auth, ...changedClient(auth, change) };
    case 'oauth2-authorization-code':
      return { ...auth, authorizeUrl: change(auth.authorizeUrl), ...changedClient(auth, change) };
  }
}

type Client = Pick<
  Extract<Authentication, { type: 'oauth2-client-credentials' }>,
  'tokenUrl' | 'clientId' | 'clientSecret' | 'scope'
>;

function changedClient({ clientId, clientSecret, scope, tokenUrl }: Client, change: Change): Client {
  return {
    tokenUrl: change(tokenUrl),
    clientId: visible(clientId, change),
    clientSecret: credential(clientSecret, change),
    scope: change(scope),
  };
}

function changedProxy(proxy: Proxy, change: Change): Proxy {
  if (proxy.mode !== 'manual') return proxy;
  const { password, userName } = proxy;
  return {
    ...proxy,
    ...(userName === undefined ? {} : { userName: visible(userName, change) }),
    ...(password === undefined ? {} : { password: credential(password, change) }),
  };
}

function visible({ template }: TemplateValue, change: Change): TemplateValue {
  return { template: change(template) };
}

// A secret is literal text and is never read for expressions (SEMANTICS, Secrets).
function credential(value: Credential, change: Change): Credential {
  return isSecretReference(value) ? value : visible(value, change);
}
