import { checkBaseUrl } from '../../request/check-base-url.ts';
import { isAddress } from '../../request/is-address.ts';
import { TemplateStop } from '../template-problem.ts';

/** Refuses a rendered base URL that is none, by the rules of joining addresses and then by the URL parser. */
export function refuseBrokenAddress(text: string): void {
  const problem = checkBaseUrl(text);
  if (problem === null) {
    if (!isAddress(text)) throw invalidStop('its host or its port cannot be read');
  } else if (problem.code === 'url-invalid' || problem.code === 'url-path-absolute') {
    const missing = 'http:// or https:// is missing';
    throw invalidStop(text === '' ? missing : String(problem.placeholders.detail ?? missing));
  } else {
    throw new TemplateStop({ code: problem.code, offset: 0, placeholders: problem.placeholders });
  }
}

/** Says what is wrong without the address itself, which may hold values. */
function invalidStop(detail: string): TemplateStop {
  const sentence = `The address is not valid: ${detail}.`;
  return new TemplateStop({ code: 'url-invalid', offset: 0, placeholders: { detail }, sentence });
}
