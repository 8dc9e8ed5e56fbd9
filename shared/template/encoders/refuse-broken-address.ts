import { TemplateStop, type TemplateProblem } from '../template-problem.ts';

/**
 * Refuses a base URL that the URL parser would refuse, or would repair into something that nobody wrote (`https:/host`,
 * a missing scheme), and one that holds a user name: that belongs into the endpoint's authentication.
 */
export function refuseBrokenAddress(text: string): void {
  const problem = problemOf(text);
  if (problem !== null) throw new TemplateStop({ offset: 0, ...problem });
}

function problemOf(text: string): Omit<TemplateProblem, 'offset'> | null {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return invalid('http:// or https:// is missing at its beginning');
  if (scheme !== 'http' && scheme !== 'https') {
    return { code: 'url-scheme-unsupported', placeholders: { scheme } };
  }
  return (
    problemOfAuthority(text) ?? (URL.canParse(text) ? null : invalid('its host or its port cannot be read'))
  );
}

/** Looked at before the URL parser, which takes what follows `https:///` for the host. */
function problemOfAuthority(text: string): Omit<TemplateProblem, 'offset'> | null {
  const authority = /^[^:]+:\/\/([^/\\?#]*)/.exec(text)?.[1] ?? '';
  if (authority.includes('@')) return { code: 'url-userinfo' };
  return authority === '' ? { code: 'url-host-missing', sentence: 'The address has no host.' } : null;
}

/** Without the address itself, which may hold values. */
function invalid(detail: string): Omit<TemplateProblem, 'offset'> {
  return { code: 'url-invalid', placeholders: { detail }, sentence: `The address is not valid: ${detail}.` };
}
