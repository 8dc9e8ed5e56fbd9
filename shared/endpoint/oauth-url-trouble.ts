import { baseUrlTrouble, hostComesFromExpression } from './base-url-trouble.ts';
import type { Endpoint } from './endpoint.ts';
import { isOauth } from './is-oauth.ts';

const empty = {
  token: 'Enter where access tokens come from, such as https://auth.example.com/oauth2/token.',
  'sign-in': 'Enter where a person signs in, such as https://auth.example.com/oauth2/authorize.',
} as const;

/** What is wrong with an address of an authorization server as it is typed; `null` where nothing is. */
export function oauthUrlTrouble(
  kind: keyof typeof empty,
  url: string,
  allowedHosts: readonly string[],
): string | null {
  if (url.trim() === '') return empty[kind];
  if (/^[a-z+.-]+:\/\/[^/?#]*@/i.test(url.trim()))
    return 'Leave user name and password out of the address: client id and secret have fields of their own.';
  return baseUrlTrouble(url, allowedHosts);
}

/** Whether an expression gives the host of any address that gets credentials, so that allowed hosts must be listed. */
export function needsAllowedHosts({ auth, baseUrl }: Pick<Endpoint, 'auth' | 'baseUrl'>): boolean {
  const signIn = auth.type === 'oauth2-authorization-code' ? [auth.authorizeUrl] : [];
  return [baseUrl, ...(isOauth(auth) ? [auth.tokenUrl] : []), ...signIn].some(hostComesFromExpression);
}
