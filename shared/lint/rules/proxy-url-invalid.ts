import { proxyUrlTrouble } from '../../request/proxy-server.ts';
import type { LintRule } from '../lint-rule.ts';

/** Proxies that cannot be spoken to. */
export const proxyUrlInvalid: LintRule = {
  id: 'proxy-url-invalid',
  severity: 'error',
  why: 'Every call that would go through the proxy ends as an exception.',
  doc: 'Told for the address of an API endpoint’s own proxy that is empty or none.',
  checks: {
    endpoint: ({ proxy }) => {
      const message = proxy.mode === 'manual' ? proxyUrlTrouble(proxy.url) : null;
      return message === null ? [] : [{ message, at: { field: 'Proxy address' } }];
    },
  },
};
