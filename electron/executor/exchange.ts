import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import type { CallFailureCode, StatusPlaceholders } from '#shared/response/call-statuses.ts';
import { BodyStore } from './body-store.ts';
import { addressPlaceholders, phaseOf } from './call-failure.ts';
import { ExchangeConnection } from './exchange-connection.ts';
import { exchangeFacts, type ExchangeSoFar } from './exchange-facts.ts';
import type { ExchangeEnd, ExchangePlan } from './exchange-plan.ts';
import { ExchangeProgress } from './exchange-progress.ts';
import type { ResponseHead } from './exchange-record.ts';
import { ExchangeWay } from './exchange-way.ts';
import { failureOfError } from './failure-of-error.ts';
import { headerLimitBytes, openRequest } from './open-request.ts';
import { discardBody, receiveBody } from './receive-body.ts';
import { responseHead } from './response-head.ts';
import { securedFacts } from './secured-facts.ts';
import { endWith, sendBody, smallBodyBytes } from './send-body.ts';
import { emptyBody, type StoredBody } from './stored-body.ts';
import { systemErrorOf } from './system-error.ts';
import { isCertificateError } from './tls-failure-code.ts';
import { watchConnection } from './watch-connection.ts';

/** Sends one request and receives its response. Fails by value; an exception is a defect before anything was sent. */
export function performExchange(plan: ExchangePlan): Promise<ExchangeEnd> {
  return new Promise((resolve, reject) => {
    new Exchange(plan, resolve, reject).start();
  });
}

/**
 * Listens to the events of one request. The first end wins; what is reported after it is ignored. Every listener runs
 * safely: thrown into the event loop, a defect of ours would end the process, and the call would never end.
 */
class Exchange {
  readonly #plan: ExchangePlan;
  readonly #resolve: (end: ExchangeEnd) => void;
  readonly #reject: (error: Error) => void;
  readonly #progress: ExchangeProgress;
  readonly #startedAtMs: number;
  readonly #onStop = (): void => this.#safely(() => this.#stop());
  readonly #onDefect = (error: unknown): void => this.#endByDefect(error);
  #request: ClientRequest | null = null;
  readonly #way: ExchangeWay;
  #connection: ExchangeConnection | null = null;
  #response: IncomingMessage | null = null;
  #head: ResponseHead | null = null;
  #store: BodyStore | null = null;
  #stopReceiving = (): void => undefined;
  #ended = false;

  constructor(plan: ExchangePlan, resolve: (end: ExchangeEnd) => void, reject: (error: Error) => void) {
    this.#plan = plan;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#startedAtMs = this.#nowMs();
    this.#way = new ExchangeWay(plan.url, plan.route, {
      onStep: (step) => this.#unlessEnded(() => this.#progress.onConnecting(step)),
      onProxy: () => this.#unlessEnded(() => this.#progress.onProxy()),
    });
    this.#progress = new ExchangeProgress(
      this.#way.firstStep,
      plan.timeouts,
      plan.onPhase,
      (code, limit_ms) => this.#safely(() => this.#fail(code, { limit_ms })),
      plan.standIn,
    );
  }

  start(): void {
    if (this.#plan.stop.signal.aborted) this.#stop();
    else this.#safely(() => this.#open());
  }

  #open(): void {
    const { body, ports, request: sent, stop } = this.#plan;
    const request = openRequest(sent, this.#way, this.#plan.standIn ?? ports.agents, this.#plan.tls);
    this.#request = request;
    stop.signal.addEventListener('abort', this.#onStop, { once: true });
    request.on('socket', (socket) => this.#safely(() => this.#onSocket(socket, request.reusedSocket)));
    request.on('finish', () => this.#safely(() => this.#progress.onSent()));
    request.on('information', () => this.#progress.onInterim());
    request.on('response', (response) => this.#safely(() => this.#onResponse(response)));
    request.on('upgrade', () => this.#safely(() => this.#fail('response-malformed', unexpectedUpgrade)));
    request.on('error', (error) => this.#safely(() => this.#onError(error)));
    request.on('close', () => this.#safely(() => this.#onClose()));
    if (body === null) request.end();
    else if (body.whole !== null && body.sizeBytes <= smallBodyBytes) endWith(request, body.whole);
  }

  #unlessEnded(listener: () => void): void {
    if (!this.#ended) this.#safely(listener);
  }

  #safely(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.#endByDefect(error);
    }
  }

  #onSocket(socket: Socket, reused: boolean): void {
    const onReceived = (): void => this.#safely(() => this.#progress.onBytes());
    const connection = new ExchangeConnection(socket, reused, reused || this.#way.dial !== null, onReceived);
    this.#connection = connection;
    if (this.#ended) this.#close();
    else if (reused || this.#way.isReadyTunnel) this.#onConnected(connection);
    else this.#watch(socket, connection);
  }

  #watch(socket: Socket, connection: ExchangeConnection): void {
    const progress = this.#progress;
    if (this.#way.dial !== null) progress.onConnecting('tls');
    else progress.onConnecting(progress.phase === 'dns' ? 'dns' : 'connect');
    watchConnection(socket, {
      onResolved: () => this.#safely(() => progress.onConnecting('connect')),
      onTcpConnected: () => this.#safely(() => progress.onConnecting('tls')),
      onHandshake: (facts) => this.#safely(() => connection.onHandshake(facts)),
      onReady: () => this.#safely(() => this.#onConnected(connection)),
    });
  }

  #onConnected(connection: ExchangeConnection): void {
    connection.onReady();
    this.#tellSecured(connection.certificateProblem);
    this.#progress.onConnected();
    const { body } = this.#plan;
    if (this.#request === null || body === null || this.#request.writableEnded) return;
    sendBody(this.#request, body, () => this.#progress.onSending()).catch(this.#onDefect);
  }

  #tellSecured(problem: string | null): void {
    const { onSecured, tls, url } = this.#plan;
    const secured = securedFacts(this.#connection?.handshake ?? null, url, tls.verify, problem);
    if (secured !== null) onSecured(secured);
  }

  #onResponse(response: IncomingMessage): void {
    this.#response = response;
    const refusing = this.#way.refusingProxy(response);
    if (refusing !== null) {
      this.#fail('proxy-authentication-required', { proxy: refusing });
      return;
    }
    this.#progress.onHead();
    const head = responseHead(response, this.#nowMs());
    this.#head = head;
    if (this.#connection !== null && this.#plan.onHead(head, this.#connection)) this.#receive(response, head);
    else discardBody(response, () => this.#safely(() => this.#succeed(head, emptyBody, false)));
  }

  #receive(response: IncomingMessage, head: ResponseHead): void {
    const store = new BodyStore(this.#plan.ports.bodyFolder);
    this.#store = store;
    this.#stopReceiving = receiveBody(response, {
      method: this.#plan.request.method,
      limitBytes: this.#plan.limitBytes,
      store,
      onContent: (chunk) => this.#safely(() => this.#plan.onContent(chunk)),
      onReceived: () => this.#safely(() => this.#progress.onReceived()),
      onStored: (stillPacked) => {
        store
          .finish()
          .then((body) => this.#succeed(head, body, stillPacked))
          .catch(this.#onDefect);
      },
      onFailure: (code, placeholders) => this.#safely(() => this.#fail(code, placeholders)),
      onDefect: this.#onDefect,
      onHeld: (held) => this.#progress.onHeld(held),
    });
  }

  #onError(error: unknown): void {
    // What breaks after a complete response, such as bytes that follow it, is no fault of the response.
    if (this.#ended || this.#response?.complete === true) return;
    const { url } = this.#plan;
    const certificate = this.#connection?.certificate ?? null;
    const proxy = this.#way.concernedProxy(this.#connection);
    const { elapsedMs, phase } = this.#progress;
    const place = { url, phase, elapsedMs, headerLimitBytes, certificate, proxy };
    const found = systemErrorOf(error);
    if (phase === 'tls' && isCertificateError(found)) this.#tellSecured(found.code);
    this.#end(failed(failureOfError(error, place)));
  }

  /** A connection that ends without an error ends a request without a response; a response tells of its end itself. */
  #onClose(): void {
    if (this.#response === null) this.#onError({ code: 'ECONNRESET', message: 'socket hang up' });
  }

  #stop(): void {
    this.#fail(this.#plan.stop.code, { limit_ms: this.#plan.timeouts.totalMs });
  }

  /** Once bytes may have left, the exchange counts as sent and fails by value; before, the call could not be made. */
  #endByDefect(error: unknown): void {
    this.#plan.ports.onDefect?.(error);
    if (!this.#connection?.facts) this.#reject(new Error('A defect before anything was sent.'));
    this.#fail('internal-error-after-send', {});
  }

  #fail(code: CallFailureCode, placeholders: StatusPlaceholders): void {
    const phase = phaseOf(code, this.#progress.phase);
    const address = addressPlaceholders(this.#plan.url);
    this.#end(failed({ code, phase, placeholders: { ...address, ...placeholders } }));
  }

  #succeed(head: ResponseHead, body: StoredBody, stillPacked: boolean): void {
    this.#end(succeeded({ head, body, stillPacked }));
  }

  #end(outcome: ExchangeEnd['outcome']): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#progress.stop();
    this.#plan.stop.signal.removeEventListener('abort', this.#onStop);
    // A server may answer before it has read the whole request: the rest of it must not stay on the connection.
    if (!outcome.ok || this.#request?.writableFinished !== true) this.#close();
    this.#connection?.release();
    const end = { facts: exchangeFacts(this.#plan, this.#soFar(), outcome), outcome };
    if (outcome.ok || this.#store === null) this.#resolve(end);
    else void this.#discard(this.#store).then(() => this.#resolve(end));
  }

  /** What came of a body that nobody gets is gone before the end is told: nobody else would look for its file. */
  async #discard(store: BodyStore): Promise<void> {
    this.#stopReceiving();
    await store.discard().catch((error: unknown) => this.#plan.ports.onDefect?.(error));
  }

  /** Where no socket was lent yet, it is on its way: destroying the request now would leave it connecting in the pool. */
  #close(): void {
    this.#way.dial?.abort();
    if (this.#connection === null) return;
    this.#connection.destroy();
    this.#request?.destroy();
  }

  #soFar(): ExchangeSoFar {
    const [connection, head, progress] = [this.#connection, this.#head, this.#progress];
    return { connection, head, progress, startedAtMs: this.#startedAtMs };
  }

  #nowMs(): number {
    return this.#plan.ports.wallClockMs?.() ?? Date.now();
  }
}

const unexpectedUpgrade = { detail: 'unexpected 101' };
