import { baseUrlTrouble, hostComesFromExpression } from '../../endpoint/base-url-trouble.ts';
import { endpointFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Base URLs that nothing can be called at. */
export const baseUrlInvalid: LintRule = {
  id: 'base-url-invalid',
  severity: 'error',
  why: 'Every call through the API endpoint ends as an exception.',
  doc: 'Told for a base URL that is empty, does not begin with `http://` or `https://`, has no host, or holds a user name. Where an expression gives the host only a run can tell.',
  checks: {
    endpoint: ({ baseUrl, allowedHosts }) => {
      if (hostComesFromExpression(baseUrl)) return [];
      const message = baseUrlTrouble(baseUrl, allowedHosts);
      if (message === null) return [];
      const fixes = mended(baseUrl).map(({ title, url }) =>
        endpointFix(title, (now) => (now.baseUrl === baseUrl ? { ...now, baseUrl: url } : now)),
      );
      return [{ message, at: { field: 'Base URL' }, fixes }];
    },
  },
};

function mended(baseUrl: string): readonly { readonly title: string; readonly url: string }[] {
  const text = baseUrl.trim();
  const bare = text.replace(/^[a-z]*:?\/{0,2}/i, '');
  const candidates = [
    {
      title: 'Begin with https://',
      url: `https://${/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? bare : text.replace(/^\/+/, '')}`,
    },
    { title: 'Leave the user name out', url: text.replace(/^([a-z]+:\/\/)[^/?#]*@/i, '$1') },
  ];
  return candidates.filter(
    ({ url }) => url !== text && baseUrlTrouble(url, []) === null && /\w\.\w|localhost|\d/.test(url),
  );
}
