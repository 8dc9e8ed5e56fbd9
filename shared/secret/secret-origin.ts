import { isAddress } from '../request/is-address.ts';
import { templateParts, type TemplatePart } from '../template/template-parts.ts';

/**
 * What a secret is bound to when it is entered: where its endpoint sends requests (SEMANTICS, Secrets).
 *
 * A literal address gives its origin (`https://shop.example:8443`), so that changing the path asks for nothing. Where the
 * scheme, host or port comes from an expression, the template text up to the path counts together with the allowed hosts
 * as a JSON list (`https://{{@env.shop_host}} ["shop.example"]`): changing either is a change of where secrets may go.
 * Text that is no address yet counts as a whole. Two results are equal exactly where the secret may go unasked.
 */
export function secretOrigin(baseUrl: string, allowedHosts: readonly string[]): string {
  const parts = templateParts(baseUrl);
  // A block can choose between whole addresses, so nothing short of all of it tells where it leads.
  if (parts.some((part) => part.kind === 'block')) return templateOrigin(baseUrl, allowedHosts);
  const end = authorityEnd(parts);
  const isLiteral = parts.every((part) => part.kind === 'text' || part.start >= end);
  return isLiteral
    ? literalOrigin(baseUrl.slice(0, end), baseUrl)
    : templateOrigin(baseUrl.slice(0, end), allowedHosts);
}

/** Where scheme and authority end in the source. A slash inside of an expression is no slash of the address. */
function authorityEnd(parts: readonly TemplatePart[]): number {
  const covered = parts
    .map((part) => (part.kind === 'text' ? part.text : '_'.repeat(part.text.length)))
    .join('');
  const address = /^\s*[^/\\?#]*:[/\\]{2}[^/\\?#]*/.exec(covered) ?? /^[^/\\?#]*/.exec(covered);
  return address?.[0].length ?? covered.length;
}

function literalOrigin(authority: string, baseUrl: string): string {
  if (!isAddress(authority)) return baseUrl.trim();
  const { origin } = new URL(authority);
  return origin === 'null' ? baseUrl.trim() : origin;
}

function templateOrigin(text: string, allowedHosts: readonly string[]): string {
  const hosts = [...new Set(allowedHosts.map((host) => host.trim().toLowerCase()))].filter(
    (host) => host !== '',
  );
  return `${text.trim()} ${JSON.stringify(hosts.sort())}`;
}
