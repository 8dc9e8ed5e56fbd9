import type { ClientRequest, IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import type { CallFailureCode, StatusPlaceholders } from '#shared/response/call-statuses.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import { BodyStore } from './body-store.ts';
import { addressPlaceholders, type CallFailure } from './call-failure.ts';
import { type ExchangeClock, ExchangeClocks } from './exchange-clocks.ts';
import { ExchangeConnection } from './exchange-connection.ts';
import type { ExchangeEnd, ExchangePlan } from './exchange-plan.ts';
import type { ResponseHead } from './exchange-record.ts';
import { type ErrorPlace, failureOfError } from './failure-of-error.ts';
import { bareHost, headerLimitBytes, openRequest } from './open-request.ts';
import { PhaseTimeline } from './phase-timeline.ts';
import { discardBody, receiveBody } from './receive-body.ts';
import { sendBody } from './send-body.ts';
import { emptyBody, type StoredBody } from './stored-body.ts';
import { watchConnection } from './watch-connection.ts';

/** Sends one request and receives its response. Fails by value only; an exception is a defect before anything was sent. */
export function performExchange(plan: ExchangePlan): Promise<ExchangeEnd> {
  return new Promise((resolve) => {
    new Exchange(plan, resolve).start();
  });
}

/** A body up to this size is handed to Node together with the head, larger ones are sent piece by piece. */
const smallBodyBytes = 64 * 1024;

/** A state machine over the events of a request. The first end wins; what is reported after it is ignored. */
class Exchange {
  readonly #plan: ExchangePlan;
  readonly #resolve: (end: ExchangeEnd) => void;
  readonly #url: URL;
  readonly #timeline: PhaseTimeline;
  readonly #clocks: ExchangeClocks;
  readonly #startedAt: string;
  readonly #wallClockMs: () => number;
  readonly #onStop = (): void => this.#fail(this.#plan.stop.code, { limit_ms: this.#plan.timeouts.totalMs });
  #phase: ErrorPlace['phase'];
  #request: ClientRequest | null = null;
  #connection: ExchangeConnection | null = null;
  #response: IncomingMessage | null = null;
  #head: ResponseHead | null = null;
  #store: BodyStore | null = null;
  /** Whether the bytes that came last were an interim response (1xx). */
  #interim = false;
  #ended = false;

  constructor(plan: ExchangePlan, resolve: (end: ExchangeEnd) => void) {
    this.#plan = plan;
    this.#resolve = resolve;
    this.#url = new URL(plan.request.url);
    this.#phase = isIP(bareHost(this.#url)) === 0 ? 'dns' : 'connect';
    this.#timeline = new PhaseTimeline(plan.onPhase);
    this.#clocks = new ExchangeClocks(plan.timeouts, (clock, limitMs) => this.#onClock(clock, limitMs));
    this.#wallClockMs = plan.ports.wallClockMs ?? Date.now;
    this.#startedAt = new Date(this.#wallClockMs()).toISOString();
  }

  start(): void {
    const { body, stop } = this.#plan;
    const request = openRequest(this.#plan.request, this.#url, this.#plan.ports.agents.agentFor(this.#url));
    this.#request = request;
    stop.signal.addEventListener('abort', this.#onStop, { once: true });
    request.once('socket', (socket) => this.#onSocket(socket, request.reusedSocket));
    request.once('finish', () => this.#onSent());
    request.on('information', () => (this.#interim = true));
    request.once('response', (response) => this.#onResponse(response));
    request.once('upgrade', () => this.#fail('response-malformed', { detail: 'unexpected 101' }));
    request.on('error', (error) => this.#onError(error));
    request.once('close', () => this.#onError(null));
    this.#clocks.start('connect');
    if (body === null) request.end();
    else if (body.whole !== null && body.sizeBytes <= smallBodyBytes) request.end(body.whole);
  }

  #onSocket(socket: Socket, reused: boolean): void {
    const connection = new ExchangeConnection(socket, reused, () => this.#onBytes());
    this.#connection = connection;
    if (this.#ended) this.#close();
    else if (reused) this.#onReady(connection);
    else this.#watch(socket, connection);
  }

  #watch(socket: Socket, connection: ExchangeConnection): void {
    this.#enter(this.#phase);
    watchConnection(socket, {
      onResolved: () => this.#enter('connect'),
      onTcpConnected: () => this.#enter('tls'),
      onCertificate: (facts) => (connection.certificate = facts),
      onReady: () => this.#onReady(connection),
    });
  }

  #onReady(connection: ExchangeConnection): void {
    connection.onReady();
    this.#enter('send');
    this.#clocks.start('idle');
    const { body } = this.#plan;
    if (this.#request === null || body === null || this.#request.writableEnded) return;
    sendBody(this.#request, body, () => this.#clocks.moved()).catch(() => this.#onDefect());
  }

  #onSent(): void {
    if (this.#phase !== 'send') return;
    this.#enter('wait');
    this.#clocks.start('response');
  }

  /** The first byte of the final response ends the response clock; an interim one is a sign of life and restarts it. */
  #onBytes(): void {
    const isWaiting = this.#phase === 'wait' && this.#clocks.running === 'response';
    if (isWaiting) this.#clocks.start(this.#interim ? 'response' : 'idle');
    else this.#clocks.moved();
    this.#interim = false;
  }

  #onResponse(response: IncomingMessage): void {
    this.#response = response;
    this.#enter('read');
    this.#clocks.start('idle');
    const head: ResponseHead = {
      statusCode: response.statusCode ?? 0,
      reason: response.statusMessage ?? '',
      httpVersion: response.httpVersion,
      rawHeaders: response.rawHeaders,
      receivedAtMs: this.#wallClockMs(),
    };
    this.#head = head;
    if (this.#connection === null || !this.#plan.onHead(head, this.#connection))
      discardBody(response, () => this.#succeed(head, emptyBody, false));
    else this.#receive(response, head);
  }

  #receive(response: IncomingMessage, head: ResponseHead): void {
    const store = new BodyStore(this.#plan.ports.bodyFolder);
    this.#store = store;
    receiveBody(response, {
      method: this.#plan.request.method,
      limitBytes: this.#plan.limitBytes,
      store,
      onReceived: () => {
        this.#clocks.stop();
        this.#enter('decode');
      },
      onStored: (stillPacked) => {
        store.finish().then(
          (body) => this.#succeed(head, body, stillPacked),
          () => this.#onDefect(),
        );
      },
      onFailure: (code, placeholders) => this.#fail(code, placeholders),
      onDefect: () => this.#onDefect(),
      onHeld: (held) => this.#clocks.hold(held),
    });
  }

  #onClock(clock: ExchangeClock, limitMs: number): void {
    // Between the first byte and the end of the head the wait is over already.
    if (clock === 'idle' && this.#phase === 'wait') this.#phase = 'read';
    this.#fail(`timeout-${clock}`, { limit_ms: limitMs });
  }

  /** @param error `null` where the connection ended without one */
  #onError(error: Error | null): void {
    if (this.#ended || this.#response?.complete === true) return;
    if (error === null && this.#response !== null) return;
    this.#end(failed(failureOfError(error ?? hangUp, this.#place())));
  }

  #onDefect(): void {
    this.#fail('internal-error-after-send', {});
  }

  #fail(code: CallFailureCode, placeholders: StatusPlaceholders): void {
    const phase = code === 'body-decode-failed' ? 'decode' : this.#phase;
    this.#end(failed({ code, phase, placeholders: { ...addressPlaceholders(this.#url), ...placeholders } }));
  }

  #succeed(head: ResponseHead, body: StoredBody, stillPacked: boolean): void {
    this.#end(succeeded({ head, body, stillPacked }));
  }

  #end(outcome: ExchangeEnd['outcome']): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#clocks.stop();
    this.#timeline.enter(null);
    this.#plan.stop.signal.removeEventListener('abort', this.#onStop);
    if (!outcome.ok) void this.#store?.discard();
    // A server may answer before it has read the whole request: the rest of it must not stay on the connection.
    if (!outcome.ok || this.#request?.writableFinished !== true) this.#close();
    this.#connection?.release();
    this.#resolve({ facts: this.#facts(outcome.ok ? null : outcome.failure), outcome });
  }

  /** Where no socket was lent yet, it is on its way: destroying the request now would leave it connecting in the pool. */
  #close(): void {
    if (this.#connection === null) return;
    this.#connection.destroy();
    this.#request?.destroy();
  }

  #enter(phase: ErrorPlace['phase']): void {
    this.#phase = phase;
    if (phase === 'decode') this.#timeline.enter(null);
    else this.#timeline.enter(phase === 'read' ? 'download' : phase);
  }

  #place(): ErrorPlace {
    const elapsedMs = performance.now() - this.#timeline.startedAtMs;
    const certificate = this.#connection?.certificate ?? null;
    return { url: this.#url, phase: this.#phase, elapsedMs, headerLimitBytes, certificate };
  }

  #facts(failure: CallFailure | null): ExchangeEnd['facts'] {
    return {
      request: this.#plan.request,
      startedAt: this.#startedAt,
      timings: this.#timeline.timings,
      tookMs: performance.now() - this.#timeline.startedAtMs,
      connection: this.#connection?.facts ?? null,
      bytesSent: this.#connection?.bytesSent ?? 0,
      bytesReceived: this.#connection?.bytesReceived ?? 0,
      head: this.#head,
      failure,
    };
  }
}

/** Stands for a connection that ended without a word. */
const hangUp = { code: 'ECONNRESET', message: 'socket hang up' };
