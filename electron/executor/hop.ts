import {
  type RedirectChain,
  type RedirectDecision,
  redirectDecision,
} from '#shared/request/redirect-decision.ts';
import { isRepeatedMethod } from '#shared/request/retry-decision.ts';
import { withCookies } from '#shared/request/with-cookies.ts';
import { headerValues } from '#shared/response/response-headers.ts';
import type { ProxyRoute } from '#shared/request/prepared-proxy.ts';
import { proxyLabel } from '#shared/request/proxy-server.ts';
import type { AttemptPlan } from './attempt-plan.ts';
import type { HeadAnswer } from './authorization.ts';
import { performExchange } from './exchange.ts';
import type { ExchangeEnd } from './exchange-plan.ts';
import type { ExchangeRecord, ResponseHead, SentRequest } from './exchange-record.ts';
import { findRoute } from './find-route.ts';
import { proxyAuthorization } from './http-tunnel.ts';
import { proxyWay } from './proxy-way.ts';
import { sentRequest } from './sent-request.ts';
import type { StandInAttempt } from './stand-in/stand-in-plan.ts';
import { StandInExchange } from './stand-in/stand-in-exchange.ts';
import { StreamTeller } from './stream-teller.ts';

/** The place of an exchange in its call, both from 1. */
export interface HopPlace {
  readonly attempt: number;
  readonly exchange: number;
  /** What answers it in place of the network. */
  readonly standIn: StandInAttempt | null;
}

/** One request of a chain, what came of it, and whether it leads on. */
export interface Hop {
  readonly record: ExchangeRecord;
  /** What follows from its head; `final` where there is none. */
  readonly decision: RedirectDecision;
  readonly outcome: ExchangeEnd['outcome'];
  /** What its head means for who calls. */
  readonly answer: HeadAnswer;
}

/** A server may close a connection that was idle this long at any moment, and a POST on it could not be repeated. */
const staleAfterMs = 4000;

/**
 * Sends the request that a redirect chain has come to, reports what happens, and decides whether its answer sends it on.
 *
 * @param heard says of a head that has come what it means for who calls
 */
export async function performHop(
  plan: AttemptPlan,
  chain: RedirectChain,
  place: HopPlace,
  heard: (head: ResponseHead) => HeadAnswer,
): Promise<Hop> {
  const { body, cookies, emit, policy, ports, stop } = plan;
  const url = new URL(chain.request.url);
  const route = place.standIn === null ? await routeOf(plan, url) : null;
  const tls = ports.agents.tlsContext(chain.request.tls);
  if (!tls.ok) throw new Error('What is left of usable TLS settings cannot be used.');
  const withJar = withCookies(chain.request, cookies?.cookiesFor(url) ?? []);
  const request = withProxyHead(sentRequest(withJar, body), url, route);
  let decision: RedirectDecision = { type: 'final' };
  let answer: HeadAnswer = 'stands';
  if (!isRepeatedMethod(request.method)) ports.agents.closeIdle(staleAfterMs);
  const { attempt, exchange } = place;
  const script = place.standIn?.script(request.method, url) ?? null;
  const started = { attempt, exchange, request, ...throughProxy(route), tls: chain.request.tls };
  emit({ type: 'exchange-started', ...started });
  const stream = new StreamTeller((event) => emit({ type: 'stream-event', attempt, exchange, ...event }));
  const { facts, outcome } = await performExchange({
    request,
    url,
    route,
    standIn: script === null ? null : new StandInExchange(url, script, () => stop.strikeTotal()),
    tls: tls.value,
    body: request.bodySizeBytes === 0 ? null : body,
    timeouts: policy.timeouts,
    limitBytes: policy.limits.bodyBytes,
    ports,
    stop,
    onPhase: ({ phase, startMs, tookMs }) =>
      emit({ type: 'exchange-phase', attempt, exchange, phase, startMs, tookMs }),
    onSecured: (secured) => emit({ type: 'exchange-secured', attempt, exchange, secured }),
    onHead: (head, connection) => {
      // Before anybody hears of them: whoever tells of the head has to know what is secret in it.
      if (script === null) keepCookies(cookies, url, head);
      const remoteAddress = connection.facts?.remoteAddress ?? null;
      const reusedConnection = connection.reused;
      emit({ type: 'response-head', attempt, exchange, head, remoteAddress, reusedConnection });
      stream.onHead(head);
      decision = redirectDecision(chain, redirectingHead(head), policy.redirects, policy.successCodes);
      emitRedirect(plan, { attempt, exchange }, head, decision);
      answer = heard(head);
      if (answer === 'send-again') return false;
      return decision.type === 'final' || decision.type === 'refuse';
    },
    onContent: (chunk) => stream.onContent(chunk),
  });
  stream.onEnd();
  return {
    record: { ...facts, exchange: place.exchange, redirect: redirectOf(decision) },
    decision,
    outcome,
    answer,
  };
}

function routeOf({ policy, ports, request, stop }: AttemptPlan, url: URL): Promise<ProxyRoute | null> {
  const { connectMs } = policy.timeouts;
  return findRoute(url, request.proxy, ports.systemProxy, { stop, connectMs });
}

function throughProxy(route: ProxyRoute | null): { readonly proxy?: string } {
  return route === null ? {} : { proxy: proxyLabel(route.server) };
}

/** Adds what a proxy that passes the request on is told and keeps. Through a tunnel nothing of it is sent. */
function withProxyHead(request: SentRequest, url: URL, route: ProxyRoute | null): SentRequest {
  const credentials = route?.credentials ?? null;
  if (credentials === null || proxyWay(url, route) !== 'forward') return request;
  const value = proxyAuthorization(credentials);
  const line = { name: 'Proxy-Authorization', value, from: 'generated', holdsSecret: true } as const;
  return { ...request, headers: [...request.headers, line] };
}

function keepCookies(cookies: AttemptPlan['cookies'], url: URL, { rawHeaders }: ResponseHead): void {
  const lines = headerValues(rawHeaders, 'set-cookie');
  if (lines.length > 0) cookies?.keep(url, lines);
}

function redirectingHead({ rawHeaders, statusCode }: ResponseHead) {
  return { statusCode, locations: headerValues(rawHeaders, 'location') };
}

function emitRedirect(
  { emit }: AttemptPlan,
  place: Omit<HopPlace, 'standIn'>,
  { statusCode }: ResponseHead,
  decision: RedirectDecision,
): void {
  const redirect = redirectOf(decision);
  if (redirect !== null) emit({ type: 'exchange-redirected', ...place, statusCode, ...redirect });
}

function redirectOf(decision: RedirectDecision): ExchangeRecord['redirect'] {
  if (decision.type !== 'follow') return null;
  const { fragment, request } = decision.chain;
  return { to: fragment === null ? request.url : `${request.url}#${fragment}`, dropped: decision.droppedNow };
}
