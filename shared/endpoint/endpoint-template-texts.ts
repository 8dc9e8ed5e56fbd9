import { isSecretReference, type Credential } from '../secret/credential.ts';
import type { Authentication, Endpoint } from './endpoint.ts';
import { isOauth } from './is-oauth.ts';
import type { Proxy } from './proxy.ts';

/** The texts of an endpoint that are templates and rendered with every call; headers that are off are not. */
export function endpointTemplateTexts({ baseUrl, auth, headers, proxy }: Endpoint): readonly string[] {
  const values = headers.filter(({ enabled }) => enabled).map(({ value }) => value);
  return [
    baseUrl,
    ...addressesOf(auth),
    ...[...credentialsOf(auth), ...values, ...proxyCredentialsOf(proxy)].flatMap(templateOf),
  ];
}

/** What an authorization server is asked, and where. */
function addressesOf(auth: Authentication): readonly string[] {
  if (!isOauth(auth)) return [];
  return [
    ...(auth.type === 'oauth2-authorization-code' ? [auth.authorizeUrl] : []),
    auth.tokenUrl,
    auth.scope,
  ];
}

function credentialsOf(auth: Authentication): readonly Credential[] {
  switch (auth.type) {
    case 'none':
      return [];
    case 'bearer':
      return [auth.token];
    case 'api-key':
      return [auth.key];
    case 'basic':
    case 'digest':
      return [auth.userName, auth.password];
    case 'oauth2-client-credentials':
    case 'oauth2-authorization-code':
      return [auth.clientId, auth.clientSecret];
  }
}

function proxyCredentialsOf(proxy: Proxy): readonly Credential[] {
  if (proxy.mode !== 'manual') return [];
  return [proxy.userName, proxy.password].filter((credential) => credential !== undefined);
}

// A secret is literal text and is never read for expressions (SEMANTICS, Secrets).
function templateOf(credential: Credential): readonly string[] {
  return isSecretReference(credential) ? [] : [credential.template];
}
