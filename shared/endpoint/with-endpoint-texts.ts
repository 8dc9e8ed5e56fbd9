import { isSecretReference, type Credential, type TemplateValue } from '../secret/credential.ts';
import type { Authentication, Endpoint } from './endpoint.ts';
import type { Proxy } from './proxy.ts';

/** The field of the endpoint's form that has a text, and the row of its headers, counted from 1. */
export interface EndpointTextPlace {
  readonly field: string;
  readonly row: number | null;
  /** What a person keeps to themselves even where it is written in plain sight: a token, a key, a password. */
  readonly isCredential: boolean;
}

type Change = (text: string, place: EndpointTextPlace) => string;

/** The endpoint with its templates changed, also those of headers that are off; the same endpoint where none is. */
export function withEndpointTexts(endpoint: Endpoint, change: Change): Endpoint {
  let changes = 0;
  const counted: Change = (text, place) => {
    const next = change(text, place);
    if (next !== text) changes += 1;
    return next;
  };
  const after: Endpoint = {
    ...endpoint,
    baseUrl: counted(endpoint.baseUrl, at('Base URL')),
    auth: changedAuth(endpoint.auth, counted),
    headers: endpoint.headers.map((header, index) => ({
      ...header,
      value: credential(header.value, counted, at('Headers', index + 1)),
    })),
    proxy: changedProxy(endpoint.proxy, counted),
  };
  return changes === 0 ? endpoint : after;
}

function changedAuth(auth: Authentication, change: Change): Authentication {
  switch (auth.type) {
    case 'none':
      return auth;
    case 'bearer':
      return { ...auth, token: credential(auth.token, change, kept('Token')) };
    case 'api-key':
      return { ...auth, key: credential(auth.key, change, kept('Key')) };
    case 'basic':
    case 'digest':
      return {
        ...auth,
        userName: visible(auth.userName, change, at('User name')),
        password: credential(auth.password, change, kept('Password')),
      };
    case 'oauth2-client-credentials':
      return { ...auth, ...changedClient(auth, change) };
    case 'oauth2-authorization-code':
      return {
        ...auth,
        authorizeUrl: change(auth.authorizeUrl, at('Sign-in URL')),
        ...changedClient(auth, change),
      };
  }
}

type Client = Pick<
  Extract<Authentication, { type: 'oauth2-client-credentials' }>,
  'tokenUrl' | 'clientId' | 'clientSecret' | 'scope'
>;

function changedClient({ clientId, clientSecret, scope, tokenUrl }: Client, change: Change): Client {
  return {
    tokenUrl: change(tokenUrl, at('Token URL')),
    clientId: visible(clientId, change, at('Client id')),
    clientSecret: credential(clientSecret, change, kept('Client secret')),
    scope: change(scope, at('Scope')),
  };
}

function changedProxy(proxy: Proxy, change: Change): Proxy {
  if (proxy.mode !== 'manual') return proxy;
  const { password, userName } = proxy;
  return {
    ...proxy,
    ...(userName === undefined ? {} : { userName: visible(userName, change, at('Proxy user name')) }),
    ...(password === undefined ? {} : { password: credential(password, change, kept('Proxy password')) }),
  };
}

const at = (field: string, row: number | null = null): EndpointTextPlace => ({
  field,
  row,
  isCredential: false,
});
const kept = (field: string): EndpointTextPlace => ({ field, row: null, isCredential: true });

function visible({ template }: TemplateValue, change: Change, place: EndpointTextPlace): TemplateValue {
  return { template: change(template, place) };
}

// A secret is literal text and is never read for expressions (SEMANTICS, Secrets).
function credential(value: Credential, change: Change, place: EndpointTextPlace): Credential {
  return isSecretReference(value) ? value : visible(value, change, place);
}
