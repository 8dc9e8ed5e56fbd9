import { checkBaseUrl, type UrlProblem } from '../request/check-base-url.ts';
import { templateParts } from '../template/template-parts.ts';

/** Whether the host, scheme or port of a base URL comes from an expression, so that allowed hosts must be listed. */
export function hostComesFromExpression(baseUrl: string): boolean {
  let text = '';
  for (const part of templateParts(baseUrl)) {
    if (part.kind === 'text') text += part.text;
    else return !/^\s*[a-z][a-z0-9+.-]*:\/\/[^/\\?#]+[/\\?#]/i.test(text);
  }
  return false;
}

/**
 * What is wrong with a base URL as it is typed, in a sentence that says what to do; `null` where nothing is, or where
 * only the values of a run can tell.
 */
export function baseUrlTrouble(baseUrl: string, allowedHosts: readonly string[]): string | null {
  if (baseUrl.trim() === '') return 'Enter the address of the API, such as https://api.example.com/v1.';
  if (hostComesFromExpression(baseUrl)) {
    return allowedHosts.some((host) => host.trim() !== '')
      ? null
      : 'The host comes from an expression: list the hosts it may be, so that credentials go nowhere else.';
  }
  const problem = checkBaseUrl(baseUrl.trim());
  return problem === null ? null : sentences[problem.code];
}

const begin = 'Begin with https:// or http:// and a host, such as https://api.example.com/v1.';

const sentences: Readonly<Record<UrlProblem['code'], string>> = {
  'url-invalid': begin,
  'url-scheme-unsupported': 'Only http:// and https:// addresses can be called.',
  'url-host-missing': 'The host is missing after the two slashes.',
  'url-host-invalid': 'The host is not one that can be called: check its spelling.',
  'url-userinfo':
    'Leave user name and password out of the address and use Basic authentication, which encrypts them.',
  'url-path-absolute': begin,
  'url-dot-segment': begin,
  'url-path-value-missing': begin,
};
