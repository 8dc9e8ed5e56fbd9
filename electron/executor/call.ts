import { type RetryDecision, retryDecision } from '#shared/request/retry-decision.ts';
import { callStatusSentence } from '#shared/response/call-statuses.ts';
import { performAttempt } from './attempt.ts';
import { attemptEnd } from './attempt-end.ts';
import type { AttemptPlan } from './attempt-plan.ts';
import type { AttemptEnding, AttemptRecord, EndedAttempt } from './attempt-record.ts';
import { attemptWarnings } from './attempt-warnings.ts';
import { addressPlaceholders } from './call-failure.ts';
import type { CallWarning } from './call-warning.ts';
import { roundedMs } from './phase-timeline.ts';
import { dropStoredBody } from './stored-body.ts';

/** A call while it is made: its attempts, what was decided after each, and what it has come to so far. */
export class Call {
  readonly plan: AttemptPlan;
  readonly warnings: CallWarning[] = [];
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly #attempts: AttemptRecord[] = [];
  readonly #startedAtMs = performance.now();
  #skippedMs = 0;
  #ending: AttemptEnding | null = null;

  constructor(plan: AttemptPlan) {
    this.plan = plan;
    this.startedAt = new Date(this.nowMs()).toISOString();
  }

  get attempts(): readonly AttemptRecord[] {
    return this.#attempts;
  }

  /** Since the call began, in milliseconds. */
  get tookMs(): number {
    return roundedMs(performance.now() - this.#startedAtMs + this.#skippedMs);
  }

  /** Whether the last attempt got a response that the call counts as success. */
  get isSuccess(): boolean {
    const decision = this.#lastDecision;
    return decision?.retry === false && decision.reason === 'done';
  }

  /** Whether another attempt is to come. */
  get goesOn(): boolean {
    return this.#lastDecision?.retry === true && !this.plan.stop.signal.aborted;
  }

  /** How long to wait before the next attempt, in milliseconds: nothing where the host skips the pause. */
  get delayMs(): number {
    const isSkipped = this.plan.ports.skipPause !== undefined;
    return !isSkipped && this.#lastDecision?.retry === true ? this.#lastDecision.delayMs : 0;
  }

  /** What the call has come to: its last attempt, or a stop before the first or in the pause after one. */
  get ending(): AttemptEnding | null {
    const isOver = this.#ending !== null && this.#lastDecision?.retry !== true;
    const { policy, request, stop } = this.plan;
    if (isOver || !stop.signal.aborted) return this.#ending;
    const address = addressPlaceholders(new URL(request.url));
    const placeholders = { ...address, limit_ms: policy.timeouts.totalMs };
    const phase = this.#ending === null ? 'prepare' : 'delay';
    return { type: 'failure', failure: { code: stop.code, phase, placeholders } };
  }

  /** Makes the next attempt. What it comes to is a value; an exception is a defect. */
  async attempt(): Promise<AttemptEnding> {
    const attempt = this.#attempts.length + 1;
    const startedAtMs = this.nowMs();
    const beganMs = performance.now();
    const standIn = this.plan.standIn?.forAttempt(attempt) ?? null;
    this.plan.emit({
      type: 'attempt-started',
      attempt,
      ...(standIn === null ? {} : { standIn: standIn.shown }),
    });
    const ended = await performAttempt(this.plan, attempt, standIn);
    this.#keep(ended, { attempt, startedAtMs, tookMs: roundedMs(performance.now() - beganMs) });
    return ended.ending;
  }

  /** Announces the pause before the next attempt and gets rid of the body that the last one received. */
  async beginPause(): Promise<void> {
    const decision = this.#lastDecision;
    if (decision?.retry !== true) return;
    const { delayFrom: reason, delayMs } = decision;
    this.plan.emit({ type: 'retry-waiting', attempt: this.#attempts.length, delayMs, reason });
    this.#skip(delayMs);
    if (this.#ending?.type === 'response') await dropStoredBody(this.#ending.body);
  }

  #skip(ms: number): void {
    const { skipPause } = this.plan.ports;
    if (skipPause === undefined) return;
    this.#skippedMs += ms;
    skipPause(ms);
  }

  #keep(ended: EndedAttempt, times: Pick<AttemptRecord, 'attempt' | 'startedAtMs' | 'tookMs'>): void {
    const { ending, exchanges } = ended;
    const decision = this.#decide(ended, times.attempt);
    const failure = ending.type === 'failure' ? ending.failure : null;
    const statusCode = ending.type === 'response' ? ending.head.statusCode : null;
    this.#ending = ending;
    this.#attempts.push({ ...times, exchanges, statusCode, failure, decision });
    const { attempt, tookMs } = times;
    const trouble = ending.type === 'exception' ? ending.exception : failure;
    const code = trouble?.code ?? null;
    const sentence = trouble === null ? null : callStatusSentence(trouble.code, trouble.placeholders);
    this.plan.emit({ type: 'attempt-ended', attempt, statusCode, code, tookMs, sentence });
    for (const warning of attemptWarnings(ended, decision)) {
      this.warnings.push(warning);
      this.plan.emit({ type: 'warned', ...warning });
    }
  }

  #decide(ended: EndedAttempt, attempt: number): RetryDecision {
    const { policy, ports, request } = this.plan;
    const { method } = request;
    const { retry, successCodes, timeouts } = policy;
    const end = attemptEnd(ended);
    const elapsedMs = this.tookMs;
    return retryDecision(
      { method, policy: retry, successCodes, totalMs: timeouts.totalMs, attempt, elapsedMs, end },
      ports.random ?? Math.random,
    );
  }

  get #lastDecision(): RetryDecision | null {
    return this.#attempts.at(-1)?.decision ?? null;
  }

  /** The wall clock, in milliseconds since 1970. */
  nowMs(): number {
    return this.plan.ports.wallClockMs?.() ?? Date.now();
  }
}
