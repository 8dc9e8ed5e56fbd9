import type { Outcome } from '#shared/outcome/outcome.ts';
import type { CallPolicy } from '#shared/request/call-policy.ts';
import type { PreparedRequest } from '#shared/request/prepared-request.ts';
import { createAxiosClients, sendThroughAxios } from './axios-client.ts';
import { openBody } from './body-source.ts';
import { Call } from './call.ts';
import type { CallCookies } from './call-cookies.ts';
import { addressPlaceholders, type CallException } from './call-failure.ts';
import { type CallOutcome, exceptionOutcome, failureOutcome, responseOutcome } from './call-outcome.ts';
import type { CallResult } from './call-result.ts';
import { CallStop } from './call-stop.ts';
import { DigestSessions } from './digest-sessions.ts';
import type { ExecutorEvent } from './executor-event.ts';
import type { ExecutorPorts } from './executor-ports.ts';
import { plannedTimeouts, type StandInPlan } from './stand-in/stand-in-plan.ts';
import { dropStoredBody } from './stored-body.ts';
import type { TokenSource } from './token-source.ts';

/** Sends the requests of one run and tells what came of them. */
export interface Executor {
  /**
   * Makes a call with all its redirects and further attempts. Every outcome is a value, never an exception, and nothing
   * in it is an object of a library. Aborting the signal closes the socket at once, in any phase.
   */
  execute(request: PreparedRequest, policy: CallPolicy, options: ExecuteOptions): Promise<CallResult>;
}

/** Who stops a call, and who hears what happens in it. */
export interface ExecuteOptions {
  readonly signal: AbortSignal;
  /** Absent, the call neither sends nor keeps cookies. */
  readonly cookies?: CallCookies;
  /** Gives the access tokens of the endpoint; absent where calls carry none. */
  readonly tokens?: TokenSource;
  /** What answers in place of the network; absent, every attempt goes there. */
  readonly standIn?: StandInPlan;
  /** Called in the order of events, each before the next thing happens. */
  onEvent(event: ExecutorEvent): void;
}

/** They know nothing of any run: a call carries all that it needs. */
const clients = createAxiosClients();

/** Makes the executor of a run over its connections and folders. */
export function createExecutor(given: ExecutorPorts): Executor {
  const ports = { digests: new DigestSessions(), ...given };
  return {
    execute: async (request, policy, options) => {
      const result = await executed(ports, request, policy, options);
      told(ports, options, { type: 'call-ended', result });
      return result;
    },
  };
}

async function executed(
  ports: ExecutorPorts,
  request: PreparedRequest,
  given: CallPolicy,
  options: ExecuteOptions,
): Promise<CallResult> {
  const { standIn } = options;
  const policy = { ...given, timeouts: plannedTimeouts(given.timeouts, standIn) };
  const body = await openBody(request.body, ports.resolveFile);
  const stop = new CallStop(options.signal, policy.timeouts.totalMs);
  const progress = { hasSent: false };
  const emit = (event: ExecutorEvent): void => {
    progress.hasSent ||= event.type === 'exchange-phase' && event.phase === 'send';
    told(ports, options, event);
  };
  const cookies = options.cookies ?? null;
  const call = new Call({
    request,
    body: body.ok ? body.value : null,
    policy,
    cookies,
    ports,
    stop,
    emit,
    tokens: options.tokens,
    standIn,
  });
  try {
    const unusable = firstTrouble(body, ports.agents.tlsContext(request.tls));
    if (unusable !== null) return resultOf(call, exceptionOutcome(unusable, call.startedAt));
    await sendThroughAxios(clients, call);
    return resultOf(call, await outcomeOf(call));
  } catch (error) {
    ports.onDefect?.(error);
    return resultOf(
      call,
      progress.hasSent ? defectAfterSending(call) : exceptionOutcome(internalError, call.startedAt),
    );
  } finally {
    stop.dispose();
    if (body.ok) await body.value?.close();
  }
}

/** The first reason why nothing can be sent; `null` where there is none. */
function firstTrouble(...parts: readonly Outcome<unknown, CallException>[]): CallException | null {
  for (const part of parts) if (!part.ok) return part.failure;
  return null;
}

/** A listener that throws is a defect, but none of the call's. */
function told(ports: ExecutorPorts, options: ExecuteOptions, event: ExecutorEvent): void {
  try {
    options.onEvent(event);
  } catch (error) {
    ports.onDefect?.(error);
  }
}

function resultOf(call: Call, { body, head, variable, wayOn }: CallOutcome): CallResult {
  const { attempts, tookMs, warnings } = call;
  return { variable, wayOn, attempts, head, body, warnings, tookMs };
}

async function outcomeOf(call: Call): Promise<CallOutcome> {
  const { ending } = call;
  if (ending === null) throw new Error('A call ended before its first attempt.');
  if (ending.type === 'failure') return failureOutcome(call, ending.failure);
  if (ending.type === 'exception')
    return exceptionOutcome(ending.exception, new Date(call.nowMs()).toISOString());
  try {
    return await responseOutcome(call, ending);
  } catch (error) {
    await dropStoredBody(ending.body);
    throw error;
  }
}

const internalError: CallException = { code: 'internal-error', placeholders: {} };

function defectAfterSending(call: Call): CallOutcome {
  const placeholders = addressPlaceholders(new URL(call.plan.request.url));
  return failureOutcome(call, { code: 'internal-error-after-send', phase: 'decode', placeholders });
}
