import { hostComesFromExpression } from '../../endpoint/base-url-trouble.ts';
import { isOauth } from '../../endpoint/is-oauth.ts';
import { oauthUrlTrouble } from '../../endpoint/oauth-url-trouble.ts';
import type { LintRule } from '../lint-rule.ts';

/** Addresses of authorization servers that cannot be asked. */
export const oauthUrlInvalid: LintRule = {
  id: 'oauth-url-invalid',
  severity: 'error',
  why: 'Without an access token no call through the API endpoint is made.',
  doc: 'Told for a token URL or a sign-in URL that is empty or no address.',
  checks: {
    endpoint: ({ auth, allowedHosts }) => {
      if (!isOauth(auth)) return [];
      const addresses = [
        { kind: 'token', field: 'Token URL', url: auth.tokenUrl } as const,
        ...(auth.type === 'oauth2-authorization-code'
          ? [{ kind: 'sign-in', field: 'Sign-in URL', url: auth.authorizeUrl } as const]
          : []),
      ];
      return addresses.flatMap(({ kind, field, url }) => {
        const message = hostComesFromExpression(url) ? null : oauthUrlTrouble(kind, url, allowedHosts);
        return message === null ? [] : [{ message, at: { field } }];
      });
    },
  },
};
