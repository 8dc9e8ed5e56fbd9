// Short clocks and few words for tests that make calls through the real executor.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Agents, type ConnectionSettings, createAgents } from '#electron/executor/agents.ts';
import type { CallResult } from '#electron/executor/call-result.ts';
import { createExecutor } from '#electron/executor/execute-call.ts';
import type { ExecutorEvent } from '#electron/executor/executor-event.ts';
import type { ExecutorPorts } from '#electron/executor/executor-ports.ts';
import type { StandInPlan } from '#electron/executor/stand-in/stand-in-plan.ts';
import type { CallPolicy } from '#shared/request/call-policy.ts';
import type { SentCookie } from '#shared/cookies/sent-cookie.ts';
import type { PreparedBody, PreparedHeader, PreparedRequest } from '#shared/request/prepared-request.ts';
import { Waiting } from './servers/waiting.ts';

/** A policy with short clocks and no repeats; each part can be replaced. */
export type PolicyChanges = { readonly [Part in keyof CallPolicy]?: Partial<CallPolicy[Part]> };

const basePolicy: CallPolicy = {
  timeouts: { connectMs: 5_000, responseMs: 5_000, idleMs: 5_000, totalMs: null },
  retry: {
    retries: 0,
    firstDelayMs: 500,
    factor: 2,
    longestDelayMs: 30_000,
    jitter: 'full',
    onFailure: true,
    codes: [408, 425, 429, 500, 502, 503, 504],
    repeatUnsafe: false,
    honourRetryAfter: true,
  },
  redirects: { policy: 'follow', limit: 10, allowPlainHttp: false },
  successCodes: [],
  limits: { bodyBytes: 50 * 1024 * 1024 },
  parseAsJson: false,
  includeRaw: false,
};

/** The base policy with some of its parts changed. */
export function policyWith(changes: PolicyChanges = {}): CallPolicy {
  const { limits, redirects, retry, timeouts, ...rest } = changes;
  return {
    ...basePolicy,
    ...(rest as Partial<CallPolicy>),
    timeouts: { ...basePolicy.timeouts, ...timeouts },
    retry: { ...basePolicy.retry, ...retry },
    redirects: { ...basePolicy.redirects, ...redirects },
    limits: { ...basePolicy.limits, ...limits },
  };
}

/** A header that a node wrote, without a secret. */
export function header(name: string, value: string, changes: Partial<PreparedHeader> = {}): PreparedHeader {
  return { name, value, from: 'node', holdsSecret: false, ...changes };
}

/** A body of bytes without a secret. */
export function bytesBody(content: string | Uint8Array, holdsSecret = false): PreparedBody {
  return { type: 'bytes', bytes: Buffer.from(content as string), holdsSecret };
}

/** A call under way: what it tells, and how to wait for it or stop it. */
export class RunningCall {
  readonly events: ExecutorEvent[] = [];
  readonly result: Promise<CallResult>;
  readonly #controller = new AbortController();
  readonly #waiting = new Waiting();

  constructor(
    start: (signal: AbortSignal, onEvent: (event: ExecutorEvent) => void) => Promise<CallResult>,
    listener: (event: ExecutorEvent) => void,
  ) {
    this.result = start(this.#controller.signal, (event) => {
      this.events.push(event);
      listener(event);
      this.#waiting.check();
    });
  }

  cancel(): void {
    this.#controller.abort();
  }

  /** Resolves once an event of this type was told, the first one that fits. */
  async event<Type extends ExecutorEvent['type']>(
    type: Type,
    fits: (event: Extract<ExecutorEvent, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<ExecutorEvent, { type: Type }>> {
    const found = () =>
      this.events.find(
        (event): event is Extract<ExecutorEvent, { type: Type }> =>
          event.type === type && fits(event as Extract<ExecutorEvent, { type: Type }>),
      );
    await this.#waiting.until(() => found() !== undefined);
    return found()!;
  }

  /** Every event of this type so far. */
  all<Type extends ExecutorEvent['type']>(type: Type): Extract<ExecutorEvent, { type: Type }>[] {
    return this.events.filter(
      (event): event is Extract<ExecutorEvent, { type: Type }> => event.type === type,
    );
  }
}

/** A request by its parts; a GET without headers and body unless said otherwise. */
export type RequestParts = Partial<PreparedRequest> & { readonly url: string };

/** The executor of one run, with connections and a folder of its own. */
export class ExecutorFixture implements AsyncDisposable {
  readonly agents: Agents;
  readonly folder: string;
  readonly defects: unknown[] = [];
  readonly #ports: ExecutorPorts;

  private constructor(folder: string, settings: ConnectionSettings, ports: Partial<ExecutorPorts>) {
    this.agents = createAgents(settings);
    this.folder = folder;
    this.#ports = {
      agents: this.agents,
      resolveFile: (file) => path.join(folder, file),
      bodyFolder: () => Promise.resolve(folder),
      onDefect: (error) => this.defects.push(error),
      ...ports,
    };
  }

  static async create(
    settings: ConnectionSettings = {},
    ports: Partial<ExecutorPorts> = {},
  ): Promise<ExecutorFixture> {
    return new ExecutorFixture(await mkdtemp(path.join(tmpdir(), 'flowbench-run-')), settings, ports);
  }

  /** The names of the files in the run's folder. */
  files(): Promise<string[]> {
    return readdir(this.folder);
  }

  /** @param listener called from inside the executor, before what happens next */
  start(
    request: RequestParts,
    changes: PolicyChanges = {},
    listener: (event: ExecutorEvent) => void = () => undefined,
    cookies: readonly SentCookie[] = [],
    standIn?: StandInPlan,
  ): RunningCall {
    const executor = createExecutor(this.#ports);
    const whole: PreparedRequest = { method: 'GET', headers: [], body: { type: 'none' }, ...request };
    return new RunningCall(
      (signal, onEvent) =>
        executor.execute(whole, policyWith(changes), {
          signal,
          onEvent,
          ...(standIn === undefined ? {} : { standIn }),
          ...(cookies.length === 0 ? {} : { cookies: { cookiesFor: () => cookies, keep: () => undefined } }),
        }),
      listener,
    );
  }

  /** @param cookies sent to every address, as if a jar had them for it */
  executeWithCookies(request: RequestParts, cookies: readonly SentCookie[]): Promise<CallResult> {
    return this.start(request, {}, undefined, cookies).result;
  }

  /** @param standIn what answers in place of the network */
  startWithStandIn(request: RequestParts, standIn: StandInPlan, changes: PolicyChanges = {}): RunningCall {
    return this.start(request, changes, undefined, [], standIn);
  }

  execute(request: RequestParts, changes: PolicyChanges = {}): Promise<CallResult> {
    return this.start(request, changes).result;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.agents.close();
    await rm(this.folder, { recursive: true });
  }
}

/** Sends every name to loopback, as the tables' `a.test` and `b.test` need it. */
export const loopbackLookup: LookupFunction = (_host, options, callback) => {
  if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};
