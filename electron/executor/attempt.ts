import { type RedirectDecision, startRedirectChain } from '#shared/request/redirect-decision.ts';
import { isRepeatedMethod } from '#shared/request/retry-decision.ts';
import type { CallErrorCode, StatusPlaceholders } from '#shared/response/call-statuses.ts';
import type { AttemptPlan } from './attempt-plan.ts';
import type { AttemptEnding, EndedAttempt } from './attempt-record.ts';
import { type Authorization, OwnOrigin } from './authorization.ts';
import { addressPlaceholders } from './call-failure.ts';
import { DigestAuthorization } from './digest-authorization.ts';
import { DigestSessions } from './digest-sessions.ts';
import type { ExchangeRecord } from './exchange-record.ts';
import { type Hop, performHop } from './hop.ts';
import { StandInAuthorization } from './stand-in/stand-in-authorization.ts';
import type { StandInAttempt } from './stand-in/stand-in-plan.ts';
import { dropStoredBody } from './stored-body.ts';
import { TokenAuthorization } from './token-authorization.ts';

/**
 * One try of a call: the request and every redirect that is followed.
 *
 * A connection that was kept open may be dead without our knowing. Where the method may be repeated, the request is sent
 * once more on a new one within the same attempt (RFC 9112 §9.3.1); both exchanges are recorded. So are those that it takes
 * to show a server who calls, if it asks.
 *
 * @param attempt from 1
 * @param standIn what answers every exchange of it in place of the network
 */
export async function performAttempt(
  plan: AttemptPlan,
  attempt: number,
  standIn: StandInAttempt | null = null,
): Promise<EndedAttempt> {
  const exchanges: ExchangeRecord[] = [];
  let chain = startRedirectChain(plan.request);
  let repeated = false;
  const own = new OwnOrigin(authorizationOf(plan, standIn !== null), plan.request.url);
  while (!plan.stop.signal.aborted) {
    const authorized = await own.authorized(chain);
    if (!authorized.ok) return { exchanges, dropped: chain.dropped, ending: authorized.failure };
    chain = authorized.value;
    const place = { attempt, exchange: exchanges.length + 1, standIn };
    const hop = await performHop(plan, chain, place, (head) => own.onHead(head));
    exchanges.push(hop.record);
    if (await isSentAgain(hop, own)) continue;
    if (!repeated && wasOnDeadConnection(hop.record, plan.policy.retry.repeatUnsafe)) {
      repeated = true;
      plan.ports.agents.closeIdle(0);
    } else if (hop.outcome.ok && hop.decision.type === 'follow') {
      chain = hop.decision.chain;
    } else {
      return { exchanges, dropped: chain.dropped, ending: endingOf(hop), notRenewed: own.notRenewed };
    }
  }
  return { exchanges, dropped: chain.dropped, ending: stoppedBetween(plan, exchanges.length) };
}

/** Whether the same request goes once more, with what shows better who calls; its response is then of no interest. */
async function isSentAgain({ answer, outcome }: Hop, own: OwnOrigin): Promise<boolean> {
  if (!outcome.ok || answer === 'stands') return false;
  if (answer === 'ask-anew' && !(await own.renew())) return false;
  await dropStoredBody(outcome.value.body);
  return true;
}

function authorizationOf(plan: AttemptPlan, standsIn: boolean): Authorization | null {
  const { body, ports, request, tokens } = plan;
  const { authorization, url } = request;
  if (authorization === undefined) return null;
  if (authorization.type === 'digest')
    return new DigestAuthorization(
      authorization,
      url,
      body,
      // What a stand-in asks for is nothing that the server may be told later.
      standsIn ? new DigestSessions() : (ports.digests ?? new DigestSessions()),
    );
  if (standsIn) return new StandInAuthorization();
  if (tokens === undefined) throw new Error('A call needs an access token, and nobody gives one.');
  return new TokenAuthorization(plan, tokens, authorization);
}

function wasOnDeadConnection(record: ExchangeRecord, repeatUnsafe: boolean): boolean {
  const { bytesReceived, connection, failure, request } = record;
  if (connection?.reused !== true || bytesReceived > 0) return false;
  const isDead = failure?.code === 'connection-reset' || failure?.code === 'connection-closed';
  return isDead && (repeatUnsafe || isRepeatedMethod(request.method));
}

function endingOf({ decision, outcome, record }: Hop): AttemptEnding {
  if (!outcome.ok) return { type: 'failure', failure: outcome.failure };
  const { url } = record.request;
  if (decision.type === 'too-many') {
    const placeholders = { ...addressPlaceholders(new URL(url)), limit: decision.limit };
    return { type: 'failure', failure: { code: 'redirects-too-many', phase: 'redirect', placeholders } };
  }
  const { body, head, stillPacked } = outcome.value;
  const placeholders = redirectPlaceholders(decision);
  return { type: 'response', head, body, stillPacked, errorCode: errorCodeOf(decision), url, placeholders };
}

/** What a final response is called if its code is no success. */
function errorCodeOf(decision: RedirectDecision): CallErrorCode {
  return decision.type === 'refuse' ? decision.refusal.code : 'http-status';
}

function redirectPlaceholders(decision: RedirectDecision): StatusPlaceholders {
  if (decision.type !== 'refuse') return {};
  const { location, otherHost } = decision.refusal;
  // A query may hold a token, and sentences hold no secrets.
  return { location: location?.replace(/[?#].*$/s, '') ?? null, other_host: otherHost };
}

function stoppedBetween({ request, stop, policy }: AttemptPlan, exchanges: number): AttemptEnding {
  const address = addressPlaceholders(new URL(request.url));
  const placeholders = { ...address, limit_ms: policy.timeouts.totalMs };
  const phase = exchanges === 0 ? 'prepare' : 'redirect';
  return { type: 'failure', failure: { code: stop.code, phase, placeholders } };
}
