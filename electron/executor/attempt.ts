import { type RedirectDecision, startRedirectChain } from '#shared/request/redirect-decision.ts';
import { isRepeatedMethod } from '#shared/request/retry-decision.ts';
import type { CallErrorCode, StatusPlaceholders } from '#shared/response/call-statuses.ts';
import type { AttemptPlan } from './attempt-plan.ts';
import type { AttemptEnding, EndedAttempt } from './attempt-record.ts';
import { addressPlaceholders } from './call-failure.ts';
import type { ExchangeRecord } from './exchange-record.ts';
import { type Hop, performHop } from './hop.ts';

/**
 * One try of a call: the request and every redirect that is followed.
 *
 * A connection that was kept open may be dead without our knowing. Where the method may be repeated, the request is sent
 * once more on a new one within the same attempt (RFC 9112 §9.3.1); both exchanges are recorded.
 *
 * @param attempt from 1
 */
export async function performAttempt(plan: AttemptPlan, attempt: number): Promise<EndedAttempt> {
  const exchanges: ExchangeRecord[] = [];
  let chain = startRedirectChain(plan.request);
  let repeated = false;
  while (!plan.stop.signal.aborted) {
    const hop = await performHop(plan, chain, { attempt, exchange: exchanges.length + 1 });
    exchanges.push(hop.record);
    if (!repeated && wasOnDeadConnection(hop.record, plan.policy.retry.repeatUnsafe)) {
      repeated = true;
      plan.ports.agents.closeIdle(0);
    } else if (hop.outcome.ok && hop.decision.type === 'follow') {
      chain = hop.decision.chain;
    } else {
      return { exchanges, dropped: chain.dropped, ending: endingOf(hop) };
    }
  }
  return { exchanges, dropped: chain.dropped, ending: stoppedBetween(plan, exchanges.length) };
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
