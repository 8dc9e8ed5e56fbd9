// One chain of calls, written down as each tool wants it: every call sends the number that the one before it was given.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { writeWorkspace } from '../../support/write-workspace.ts';
import type { PeerName } from '../../../scripts/bench-peers.mjs';

/** Writes a chain into a folder that is there, and gives the arguments that make a tool run it. */
export type WriteChain = (folder: string, url: string, calls: number) => Promise<readonly string[]>;

/** How each peer is given a chain. */
export const peerChains: Readonly<Record<PeerName, WriteChain>> = {
  stepci: stepciChain,
  bru: bruChain,
  newman: newmanChain,
  httpyac: httpyacChain,
};

const numbers = (calls: number): readonly number[] => Array.from({ length: calls }, (_, at) => at);

async function stepciChain(folder: string, url: string, calls: number): Promise<readonly string[]> {
  const steps = numbers(calls).map((at) => ({
    name: `Order ${String(at)}`,
    http: {
      url,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: at === 0 ? '{"order_id":0}' : '{"order_id":${{captures.order}}}',
      captures: { order: { jsonpath: '$.order' } },
      check: { status: 200 },
    },
  }));
  // JSON is YAML.
  const file = path.join(folder, 'chain.yml');
  await writeFile(file, JSON.stringify({ version: '1.1', name: 'Chain', tests: { chain: { steps } } }));
  return ['run', file];
}

async function bruChain(folder: string, url: string, calls: number): Promise<readonly string[]> {
  await writeFile(
    path.join(folder, 'bruno.json'),
    JSON.stringify({ version: '1', name: 'chain', type: 'collection' }),
  );
  for (const at of numbers(calls)) {
    const order = at === 0 ? '0' : '{{order}}';
    const parts = [
      `meta {\n  name: order-${String(at)}\n  type: http\n  seq: ${String(at + 1)}\n}`,
      `post {\n  url: ${url}\n  body: json\n  auth: none\n}`,
      `body:json {\n  {"order_id": ${order}}\n}`,
      'vars:post-response {\n  order: res.body.order\n}',
    ];
    await writeFile(path.join(folder, `order-${String(at)}.bru`), `${parts.join('\n\n')}\n`);
  }
  return ['run'];
}

async function newmanChain(folder: string, url: string, calls: number): Promise<readonly string[]> {
  const exec = ["pm.collectionVariables.set('order', pm.response.json().order);"];
  const item = numbers(calls).map((at) => ({
    name: `Order ${String(at)}`,
    event: [{ listen: 'test', script: { type: 'text/javascript', exec } }],
    request: {
      method: 'POST',
      url,
      header: [{ key: 'Content-Type', value: 'application/json' }],
      body: { mode: 'raw', raw: at === 0 ? '{"order_id":0}' : '{"order_id":{{order}}}' },
    },
  }));
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  const file = path.join(folder, 'chain.json');
  await writeFile(file, JSON.stringify({ info: { name: 'Chain', schema }, item }));
  return ['run', file];
}

async function httpyacChain(folder: string, url: string, calls: number): Promise<readonly string[]> {
  const requests = numbers(calls).map((at) => {
    const order = at === 0 ? '0' : `{{order${String(at - 1)}.order}}`;
    const head = `# @name order${String(at)}\nPOST ${url}\nContent-Type: application/json`;
    return `${head}\n\n{"order_id": ${order}}\n`;
  });
  const file = path.join(folder, 'chain.http');
  await writeFile(file, requests.join('\n###\n'));
  return ['send', file, '--all'];
}

const api = newEndpoint(storyId('ep', 'Orders API'), 'Orders API');

/** A flow with a node for each call, and a scenario that runs it. */
export async function flowbenchChain(folder: string, url: string, calls: number): Promise<readonly string[]> {
  const names = numbers(calls).map((at) => `Order ${String(at)}`);
  const flow = storyFlow({
    name: 'Chain',
    nodes: [
      ['Start', 'start', {}],
      ...names.map((name, at) => [name, 'api-call', call(at === 0 ? '0' : '{{order.body.order}}')] as const),
      ['End', 'end', {}],
    ],
    connections: [
      ['Start', 'next', 'Order 0'],
      ...names.map((name, at) => [name, 'success', names[at + 1] ?? 'End'] as const),
    ],
  });
  return written(folder, url, flow);
}

/** A flow of one node that a loop comes to once for each call: its documents do not grow with their number. */
export async function flowbenchLoop(folder: string, url: string, calls: number): Promise<readonly string[]> {
  const list = JSON.stringify(numbers(calls));
  const flow = storyFlow({
    name: 'Loop',
    nodes: [
      ['Start', 'start', {}],
      ['Loop', 'loop', { list, itemVariable: 'number', limit: 10_000 }],
      ['Order', 'api-call', call('{{number}}')],
      ['End', 'end', {}],
    ],
    connections: [
      ['Start', 'next', 'Loop'],
      ['Loop', 'each', 'Order'],
      ['Order', 'success', 'Loop'],
      ['Loop', 'done', 'End'],
    ],
  });
  return written(folder, url, flow);
}

const call = (order: string) => ({
  endpoint: api.id,
  method: 'POST' as const,
  path: '',
  body: { type: 'json' as const, template: `{"order_id": ${order}}` },
  responseVariable: 'order',
});

async function written(folder: string, url: string, flow: Flow): Promise<readonly string[]> {
  const scenario = scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: storyId('sc', flow.name),
    name: 'All calls',
    flow: flow.id,
    limits: { steps: 100_000, timeoutMs: 600_000 },
  });
  await writeWorkspace(folder, 'Chain', [flow, scenario, { ...api, baseUrl: url }]);
  return ['run', folder];
}
