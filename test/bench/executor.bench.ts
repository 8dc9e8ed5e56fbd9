// What one call costs beside undici.request and bare node:http, and what ten thousand calls leave in memory.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import os from 'node:os';
import { Agent, request as undiciRequest } from 'undici';
import { median, type BenchRow } from '../../scripts/steps/bench-table.mjs';
import { createAgents } from '#electron/executor/agents.ts';
import { createExecutor } from '#electron/executor/execute-call.ts';
import { redirectPolicySchema } from '#shared/endpoint/endpoint.ts';
import { retryPolicySchema } from '#shared/endpoint/retry-policy.ts';
import { timeoutsSchema } from '#shared/endpoint/timeouts.ts';
import { type CallPolicy, defaultCallLimits } from '#shared/request/call-policy.ts';
import type { PreparedRequest } from '#shared/request/prepared-request.ts';

const rounds = 9;
const callsARound = 1_000;
const callsForMemory = 10_000;

/** A client of each kind: how it makes one call, parses the answer, and is put away. */
interface Contender {
  readonly call: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Chained POSTs with answers of 1 kB over one kept connection; in turns, so that a busy machine hits all alike. */
export async function run(): Promise<readonly BenchRow[]> {
  await using server = await startServer();
  const contenders = { ours: ours(server.url), undici: undici(server.url), node: bareNode(server.url) };
  const names = ['ours', 'undici', 'node'] as const;
  const timesUs = { ours: [] as number[], undici: [] as number[], node: [] as number[] };
  for (let round = 0; round <= rounds; round += 1)
    for (const name of names) {
      const timeUs = await timeOf(contenders[name]);
      if (round > 0) timesUs[name].push(timeUs);
    }
  const rows = rowsOf(median(timesUs.ours), median(timesUs.undici), median(timesUs.node));
  const memory = await growth(contenders.ours);
  await Promise.all(names.map((name) => contenders[name].close()));
  return [...rows, memory];
}

const rowsOf = (oursUs: number, undiciUs: number, nodeUs: number): readonly BenchRow[] => [
  { what: 'undici.request, a call', value: undiciUs, unit: 'µs' },
  { what: 'bare node:http, a call', value: nodeUs, unit: 'µs' },
  { what: 'the executor, a call', value: oursUs, unit: 'µs' },
  { what: 'executor ÷ node:http', value: oursUs / nodeUs, unit: '×' },
  { what: 'executor ÷ undici.request', value: oursUs / undiciUs, target: 1.6, unit: '×' },
];

async function timeOf({ call }: Contender): Promise<number> {
  const startMs = performance.now();
  for (let made = 0; made < callsARound; made += 1) await call();
  return ((performance.now() - startMs) / callsARound) * 1000;
}

/** The heap after many more calls, as a multiple of what it was before. */
async function growth({ call }: Contender): Promise<BenchRow> {
  const before = process.memoryUsage().rss;
  for (let made = 0; made < callsForMemory; made += 1) await call();
  const value = process.memoryUsage().rss / before;
  return { what: 'memory after 10,000 further calls ÷ before', value, target: 1.2, unit: '×' };
}

const body = Buffer.from(JSON.stringify({ order_id: 42 }));

function ours(url: string): Contender {
  const agents = createAgents();
  const executor = createExecutor({
    agents,
    resolveFile: (file) => file,
    bodyFolder: () => Promise.resolve(os.tmpdir()),
  });
  const request: PreparedRequest = {
    method: 'POST',
    url,
    headers: [
      { name: 'Content-Type', value: 'application/json', from: 'generated', holdsSecret: false },
      { name: 'Authorization', value: 'Bearer t0ken', from: 'credential', holdsSecret: true },
    ],
    body: { type: 'bytes', bytes: body, holdsSecret: false },
  };
  const { signal } = new AbortController();
  const options = { signal, onEvent: () => undefined };
  return {
    call: async () => {
      const { variable } = await executor.execute(request, policy, options);
      if (variable.status !== 'success') throw new Error(variable.error);
    },
    close: () => {
      agents.close();
      return Promise.resolve();
    },
  };
}

const policy: CallPolicy = {
  timeouts: timeoutsSchema.parse({}),
  retry: retryPolicySchema.parse({}),
  redirects: redirectPolicySchema.parse({}),
  successCodes: [],
  limits: defaultCallLimits,
  parseAsJson: false,
  includeRaw: false,
};

const headers = { 'content-type': 'application/json', authorization: 'Bearer t0ken' };

function undici(url: string): Contender {
  const dispatcher = new Agent();
  return {
    call: async () => {
      const response = await undiciRequest(url, { method: 'POST', body, headers, dispatcher });
      await response.body.json();
    },
    close: () => dispatcher.close(),
  };
}

function bareNode(url: string): Contender {
  const agent = new http.Agent({ keepAlive: true });
  return {
    call: () =>
      new Promise((resolve, reject) => {
        const length = { 'content-length': body.length };
        const request = http.request(url, { method: 'POST', agent, headers: { ...headers, ...length } });
        request.on('error', reject).on('response', (response) => {
          const chunks: Buffer[] = [];
          response
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('end', () => {
              JSON.parse(Buffer.concat(chunks).toString());
              resolve();
            });
        });
        request.end(body);
      }),
    close: () => {
      agent.destroy();
      return Promise.resolve();
    },
  };
}

/** In a process of its own, so that its work is not counted as the clients'. */
async function startServer(): Promise<AsyncDisposable & { readonly url: string }> {
  const script = `
    const answer = Buffer.from(JSON.stringify({ order: 42, note: 'x'.repeat(1000) }));
    const head = { 'content-type': 'application/json', 'content-length': answer.length };
    const server = require('http').createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(200, head).end(answer));
    });
    server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: `http://127.0.0.1:${port.toString()}/orders`,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}
