// A call of a flow goes through a real proxy with a password from the vault, which nobody who looks on ever sees.
import { afterEach, expect, test } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { answerJson, startStoryServer } from '../../stories/story-server.ts';
import { hostRuns, startedRun } from '../../support/host-runs.ts';
import { proxyUser, RunningProxy } from '../../support/servers/proxies.ts';

const endpointId = storyId('ep', 'Proxied API');
const slot = storyId('sl', 'proxy password');

const flow = storyFlow({
  name: 'Through a proxy',
  nodes: [
    ['Start', 'start', {}],
    ['Ask', 'api-call', { endpoint: endpointId, method: 'GET', path: '/tell', responseVariable: 'told' }],
    ['End', 'end', { result: '{{told.status}}' }],
  ],
  connections: [
    ['Start', 'next', 'Ask'],
    ['Ask', 'success', 'End'],
  ],
});

const endpointTo = (baseUrl: string, proxy?: object) =>
  endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: endpointId,
    name: 'Proxied API',
    baseUrl,
    proxy,
  });

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

test('the events say which proxy it was, and mask what the proxy was told', async () => {
  const squid = await RunningProxy.squid();
  closing.push(() => squid[Symbol.asyncDispose]());
  const server = await startStoryServer({
    routes: { tell: ({ headers }, response) => answerJson(response, 200, { headers }) },
  });
  closing.push(() => server.close());
  const endpoint = endpointTo(server.url, {
    mode: 'manual',
    url: `http://127.0.0.1:${String(squid.port)}`,
    userName: { template: proxyUser.userName },
    password: { secret: slot },
    noProxy: ['<-loopback>'],
  });
  const runs = await hostRuns({ documents: [flow, endpoint], secrets: { [slot]: proxyUser.password } });
  closing.push(() => runs.close());

  const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {} }));
  await runs.event(runId, 'run-ended');
  const proxy = `127.0.0.1:${String(squid.port)}`;
  const [started] = runs.eventsOf(runId, 'exchange-started');
  expect(started?.proxy).toBe(proxy);
  expect(started?.headers.find(({ name }) => name === 'Proxy-Authorization')).toEqual({
    name: 'Proxy-Authorization',
    value: [{ text: '••••••••', from: 'secret' }],
    from: 'generated',
  });
  expect(runs.eventsOf(runId, 'call-ended')[0]).toMatchObject({ status: 'success', statusCode: 200 });
  const told = JSON.stringify(runs.events(runId));
  expect(told).not.toContain(proxyUser.password);
  expect(told).not.toContain(Buffer.from(`${proxyUser.userName}:${proxyUser.password}`).toString('base64'));
  expect(runs.asked).toEqual([
    expect.objectContaining({ slot, documentId: endpointId, origin: `http://${proxy}` }),
  ]);
});

test('the way of the system is asked for where the endpoint leaves it to the system', async () => {
  const asked: string[] = [];
  const server = await startStoryServer({ routes: { tell: (_, response) => answerJson(response, 200, {}) } });
  closing.push(() => server.close());
  const endpoint = endpointTo(server.url);
  const systemProxy = (url: URL) => {
    asked.push(url.href);
    return null;
  };
  const runs = await hostRuns({ documents: [flow, endpoint], ports: { systemProxy } });
  closing.push(() => runs.close());
  const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {} }));
  await runs.event(runId, 'run-ended');
  expect(asked).toEqual([`${server.url}/tell`]);
  expect(runs.eventsOf(runId, 'exchange-started')[0]?.proxy).toBeUndefined();
});
