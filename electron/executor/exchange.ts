import type { ClientRequest, IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import type { CallFailureCode, StatusPlaceholders } from '#shared/response/call-statuses.ts';
import { BodyStore } from './body-store.ts';
import { addressPlaceholders, phaseOf } from './call-failure.ts';
import { ExchangeConnection } from './exchange-connection.ts';
import type { ExchangeEnd, ExchangePlan } from './exchange-plan.ts';
import { ExchangeProgress, type StruckClock } from './exchange-progress.ts';
import type { ResponseHead } from './exchange-record.ts';
import { failureOfError } from './failure-of-error.ts';
import { guarded } from './guarded.ts';
import { bareHost, headerLimitBytes, openRequest } from './open-request.ts';
import { discardBody, receiveBody } from './receive-body.ts';
import { responseHead } from './response-head.ts';
import { sendBody } from './send-body.ts';
import { emptyBody, type StoredBody } from './stored-body.ts';
import { watchConnection } from './watch-connection.ts';

/** Sends one request and receives its response. Fails by value; an exception is a defect before anything was sent. */
export function performExchange(plan: ExchangePlan): Promise<ExchangeEnd> {
  return new Promise((resolve, reject) => {
    new Exchange(plan, resolve, reject).start();
  });
}

/** A body up to this size is handed to Node together with the head, larger ones are sent piece by piece. */
const smallBodyBytes = 64 * 1024;

/** As text of one character per byte Node writes head and body together, which costs half of writing two pieces. */
function endWith(request: ClientRequest, bytes: Uint8Array): void {
  request.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), 'latin1');
}

/**
 * Listens to the events of one request. The first end wins; what is reported after it is ignored. Every listener is
 * guarded, so that a defect of ours ends the exchange instead of the process.
 */
class Exchange {
  readonly #plan: ExchangePlan;
  readonly #resolve: (end: ExchangeEnd) => void;
  readonly #reject: (error: Error) => void;
  readonly #url: URL;
  readonly #progress: ExchangeProgress;
  readonly #startedAtMs: number;
  #request: ClientRequest | null = null;
  #connection: ExchangeConnection | null = null;
  #response: IncomingMessage | null = null;
  #head: ResponseHead | null = null;
  #store: BodyStore | null = null;
  #ended = false;

  constructor(plan: ExchangePlan, resolve: (end: ExchangeEnd) => void, reject: (error: Error) => void) {
    this.#plan = plan;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#url = new URL(plan.request.url);
    this.#startedAtMs = this.#nowMs();
    const first = isIP(bareHost(this.#url)) === 0 ? 'dns' : 'connect';
    this.#progress = new ExchangeProgress(first, plan.timeouts, plan.onPhase, this.#onClock);
  }

  start(): void {
    const { body, ports, request: sent, stop } = this.#plan;
    if (stop.signal.aborted) {
      this.#onStop();
      return;
    }
    const request = openRequest(sent, this.#url, ports.agents.agentFor(this.#url));
    this.#request = request;
    stop.signal.addEventListener('abort', this.#onStop, { once: true });
    request.once('socket', this.#onSocket);
    request.once('finish', this.#onSent);
    request.on('information', this.#onInterim);
    request.once('response', this.#onResponse);
    request.once('upgrade', this.#onUpgrade);
    request.on('error', this.#onError);
    request.once('close', this.#onClose);
    if (body === null) request.end();
    else if (body.whole !== null && body.sizeBytes <= smallBodyBytes) endWith(request, body.whole);
  }

  readonly #onDefect = (error: unknown): void => {
    this.#plan.ports.onDefect?.(error);
    // Once bytes may have left, the exchange counts as sent and fails by value.
    if (!this.#connection?.facts) this.#reject(new Error('A defect before anything was sent.'));
    this.#fail('internal-error-after-send', {});
  };

  readonly #onClock = guarded((code: StruckClock, limitMs: number) => {
    this.#fail(code, { limit_ms: limitMs });
  }, this.#onDefect);

  readonly #onStop = guarded(() => {
    this.#fail(this.#plan.stop.code, { limit_ms: this.#plan.timeouts.totalMs });
  }, this.#onDefect);

  readonly #onSocket = guarded((socket: Socket) => {
    const reused = this.#request?.reusedSocket === true;
    const connection = new ExchangeConnection(socket, reused, this.#onBytes);
    this.#connection = connection;
    if (this.#ended) this.#close();
    else if (reused) this.#onConnected();
    else this.#watch(socket, connection);
  }, this.#onDefect);

  readonly #onConnected = guarded(() => {
    this.#connection?.onReady();
    this.#progress.onConnected();
    const { body } = this.#plan;
    if (this.#request === null || body === null || this.#request.writableEnded) return;
    sendBody(this.#request, body, () => this.#progress.onSending()).catch(this.#onDefect);
  }, this.#onDefect);

  readonly #onSent = guarded(() => this.#progress.onSent(), this.#onDefect);

  readonly #onInterim = guarded(() => this.#progress.onInterim(), this.#onDefect);

  readonly #onBytes = guarded(() => this.#progress.onBytes(), this.#onDefect);

  readonly #onResponse = guarded((response: IncomingMessage) => {
    this.#response = response;
    this.#progress.onHead();
    const head = responseHead(response, this.#nowMs());
    this.#head = head;
    const isWanted = this.#connection !== null && this.#plan.onHead(head, this.#connection);
    if (isWanted) this.#receive(response, head);
    else discardBody(response, () => this.#succeed(head, emptyBody, false));
  }, this.#onDefect);

  readonly #onUpgrade = guarded(() => {
    this.#fail('response-malformed', { detail: 'unexpected 101' });
  }, this.#onDefect);

  readonly #onError = guarded((error: unknown) => {
    // What breaks after a complete response, such as bytes that follow it, is no fault of the response.
    if (this.#ended || this.#response?.complete === true) return;
    const certificate = this.#connection?.certificate ?? null;
    const { elapsedMs, phase } = this.#progress;
    const place = { url: this.#url, phase, elapsedMs, headerLimitBytes, certificate };
    this.#end(failed(failureOfError(error, place)));
  }, this.#onDefect);

  /** A connection that ends without an error ends a request without a response; a response tells of its end itself. */
  readonly #onClose = guarded(() => {
    if (this.#response === null) this.#onError({ code: 'ECONNRESET', message: 'socket hang up' });
  }, this.#onDefect);

  #watch(socket: Socket, connection: ExchangeConnection): void {
    const progress = this.#progress;
    progress.onConnecting(progress.phase === 'dns' ? 'dns' : 'connect');
    watchConnection(socket, {
      onResolved: guarded(() => progress.onConnecting('connect'), this.#onDefect),
      onTcpConnected: guarded(() => progress.onConnecting('tls'), this.#onDefect),
      onCertificate: (facts) => (connection.certificate = facts),
      onReady: this.#onConnected,
    });
  }

  #receive(response: IncomingMessage, head: ResponseHead): void {
    const store = new BodyStore(this.#plan.ports.bodyFolder);
    this.#store = store;
    receiveBody(response, {
      method: this.#plan.request.method,
      limitBytes: this.#plan.limitBytes,
      store,
      onReceived: guarded(() => this.#progress.onReceived(), this.#onDefect),
      onStored: (stillPacked) => {
        store.finish().then((body) => this.#succeed(head, body, stillPacked), this.#onDefect);
      },
      onFailure: guarded(this.#fail.bind(this), this.#onDefect),
      onDefect: this.#onDefect,
      onHeld: (held) => this.#progress.onHeld(held),
    });
  }

  #fail(code: CallFailureCode, placeholders: StatusPlaceholders): void {
    const phase = phaseOf(code, this.#progress.phase);
    this.#end(failed({ code, phase, placeholders: { ...addressPlaceholders(this.#url), ...placeholders } }));
  }

  #succeed(head: ResponseHead, body: StoredBody, stillPacked: boolean): void {
    this.#end(succeeded({ head, body, stillPacked }));
  }

  #end(outcome: ExchangeEnd['outcome']): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#progress.stop();
    this.#plan.stop.signal.removeEventListener('abort', this.#onStop);
    if (!outcome.ok) void this.#store?.discard();
    // A server may answer before it has read the whole request: the rest of it must not stay on the connection.
    if (!outcome.ok || this.#request?.writableFinished !== true) this.#close();
    this.#connection?.release();
    this.#resolve({ facts: this.#facts(outcome), outcome });
  }

  /** Where no socket was lent yet, it is on its way: destroying the request now would leave it connecting in the pool. */
  #close(): void {
    if (this.#connection === null) return;
    this.#connection.destroy();
    this.#request?.destroy();
  }

  #facts(outcome: ExchangeEnd['outcome']): ExchangeEnd['facts'] {
    return {
      request: this.#plan.request,
      startedAtMs: this.#startedAtMs,
      timings: this.#progress.timings,
      tookMs: this.#progress.elapsedMs,
      connection: this.#connection?.facts ?? null,
      bytesSent: this.#connection?.bytesSent ?? 0,
      bytesReceived: this.#connection?.bytesReceived ?? 0,
      head: this.#head,
      failure: outcome.ok ? null : outcome.failure,
    };
  }

  #nowMs(): number {
    return this.#plan.ports.wallClockMs?.() ?? Date.now();
  }
}
