import { isSecretReference, type Credential } from '../secret/credential.ts';
import type { SecretUse } from '../secret/secret-slots.ts';
import type { Authentication, Endpoint, OauthAuthentication } from './endpoint.ts';
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

/** The templates of an endpoint whose text a secret may be in, by who gets it. */
export function endpointTextsByUse({
  auth,
  baseUrl,
  headers,
  proxy,
}: Endpoint): Readonly<Record<SecretUse, readonly string[]>> {
  const values = headers.filter(({ enabled }) => enabled).map(({ value }) => value);
  const credentials = isOauth(auth) ? [] : credentialsOf(auth);
  return {
    request: [baseUrl, ...[...credentials, ...values].flatMap(templateOf)],
    token: isOauth(auth) ? tokenTexts(auth) : [],
    proxy: proxyCredentialsOf(proxy).flatMap(templateOf),
  };
}

/** What a person takes along in the browser's address is no place for a secret. */
function tokenTexts(auth: OauthAuthentication): readonly string[] {
  const shown = auth.type === 'oauth2-authorization-code' ? [] : [...templateOf(auth.clientId), auth.scope];
  return [auth.tokenUrl, ...templateOf(auth.clientSecret), ...shown];
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
