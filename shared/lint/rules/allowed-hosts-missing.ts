import { needsAllowedHosts } from '../../endpoint/oauth-url-trouble.ts';
import type { LintRule } from '../lint-rule.ts';

/** Hosts from expressions need a list. */
export const allowedHostsMissing: LintRule = {
  id: 'allowed-hosts-missing',
  severity: 'error',
  why: 'A value must not be able to choose who gets the credentials, so a host that is not listed is never called.',
  doc: 'Told for an API endpoint whose base URL, token URL or sign-in URL gets its host from an expression while no host is allowed.',
  checks: {
    endpoint: (endpoint) =>
      !needsAllowedHosts(endpoint) || endpoint.allowedHosts.some((host) => host.trim() !== '')
        ? []
        : [
            {
              message: 'The host comes from an expression, and no host is allowed.',
              at: { field: 'Host to allow' },
            },
          ],
  },
};
