import { isSuccessCode } from '../response/success-code.ts';
import type { RedirectPolicy } from '../endpoint/endpoint.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { redirectedRequest, type RedirectedRequest } from './redirected-request.ts';
import { type RedirectRefusal, type RedirectTarget, redirectTarget } from './redirect-target.ts';

/** Where an attempt stands on its way from one address to the next; a new attempt starts a new chain. */
export interface RedirectChain {
  /** The request that was sent last. */
  readonly request: PreparedRequest;
  /** How many redirects were followed so far. */
  readonly followed: number;
  /** Names of headers that were left behind on the way, in lower case. */
  readonly dropped: readonly string[];
  /** Of the present address, for display: a redirect without one inherits it (RFC 9110 §10.2.2). Without `#`. */
  readonly fragment: string | null;
}

/** As much of a response as a redirect needs. */
export interface RedirectingHead {
  readonly statusCode: number;
  /** Every `Location` header as it came, one Latin-1 character per byte. */
  readonly locations: readonly string[];
}

/** What follows from the head of a response. */
export type RedirectDecision =
  /** An ordinary final response. */
  | { readonly type: 'final' }
  | { readonly type: 'follow'; readonly chain: RedirectChain; readonly droppedNow: readonly string[] }
  | { readonly type: 'refuse'; readonly refusal: RedirectRefusal }
  /** The limit is passed: a failure `redirects-too-many`. */
  | { readonly type: 'too-many'; readonly limit: number };

/** The beginning of an attempt: the request as prepared, nothing followed and nothing left behind. */
export function startRedirectChain(request: PreparedRequest): RedirectChain {
  return { request, followed: 0, dropped: [], fragment: request.fragment ?? null };
}

/**
 * Decides whether a response sends the call on, and with which request (SEMANTICS, Secrets; RFC 9110 §15.4).
 *
 * What cannot be followed is judged before the limit. There is no early detection of loops: a server may answer
 * otherwise the second time.
 */
export function redirectDecision(
  chain: RedirectChain,
  head: RedirectingHead,
  policy: RedirectPolicy,
  successCodes: readonly number[],
): RedirectDecision {
  if (!redirectCodes.has(head.statusCode) || isSuccessCode(head.statusCode, successCodes))
    return { type: 'final' };
  const target = redirectTarget(head.locations, chain.request.url);
  if (!target.ok) return { type: 'refuse', refusal: target.failure };
  const next = redirectedRequest(chain.request, target.value.url, head.statusCode);
  const code = refusalCode(chain.request, next, policy);
  if (code !== null) return { type: 'refuse', refusal: refusalOf(code, target.value.url) };
  if (chain.followed >= policy.limit) return { type: 'too-many', limit: policy.limit };
  return { type: 'follow', chain: followedChain(chain, next, target.value), droppedNow: next.dropped };
}

const redirectCodes: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function refusalCode(
  request: PreparedRequest,
  next: RedirectedRequest,
  policy: RedirectPolicy,
): RedirectRefusal['code'] | null {
  if (policy.policy === 'never') return 'redirect-not-followed';
  if (policy.policy === 'same-origin' && !next.sameOrigin) return 'redirect-other-origin';
  const losesEncryption = request.url.startsWith('https:') && next.request.url.startsWith('http:');
  if (losesEncryption && !policy.allowPlainHttp) return 'redirect-to-plain-http';
  const { body } = next.request;
  if (!next.sameOrigin && body.type !== 'none' && body.holdsSecret) return 'redirect-body-secret';
  return null;
}

function refusalOf(code: RedirectRefusal['code'], url: string): RedirectRefusal {
  return { code, location: url, otherHost: new URL(url).host };
}

function followedChain(chain: RedirectChain, next: RedirectedRequest, target: RedirectTarget): RedirectChain {
  return {
    request: next.request,
    followed: chain.followed + 1,
    dropped: [...new Set([...chain.dropped, ...next.dropped])],
    fragment: target.fragment ?? chain.fragment,
  };
}
