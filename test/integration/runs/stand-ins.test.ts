// What stands in for a call in a run: nothing of it reaches a server, and all the rest is as if a server had answered.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import type { RunId } from '#shared/ids/ids.ts';
import type { StandIn, StandIns } from '#shared/stand-in/stand-in.ts';
import { newFault } from '#shared/stand-in/new-fault.ts';
import { nodeNamed, storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { hostRuns, startedRun, wholeBodyOf, type HostedRuns } from '../../support/host-runs.ts';
import { storyFixture } from '../../support/stand-in-plans.ts';

const secret = 'sk-live-0815-stand-in';
const slot = storyId('sl', 'Shop token');

const flow = storyFlow({
  name: 'Order lookup',
  nodes: [
    ['Start', 'start', {}],
    [
      'Get order',
      'api-call',
      {
        endpoint: storyId('ep', 'Shop API'),
        method: 'GET',
        path: '/orders/42',
        responseVariable: 'order',
        exits: ['404', 'exception'],
        overrides: { retry: { retries: 2, firstDelayMs: 0 } },
      },
    ],
    ['Says', 'message', { text: '{{order.status}} {{order.status_code}} {{order.body.state}}' }],
  ],
  connections: [
    ['Start', 'next', 'Get order'],
    ['Get order', 'success', 'Says'],
    ['Get order', 'error', 'Says'],
    ['Get order', 'exception', 'Says'],
  ],
});
const call = nodeNamed(flow, 'Get order').id;
const place = { flow: flow.id, node: call };

const shipped = storyFixture(
  'Shipped',
  {
    headers: [
      { name: 'Content-Type', value: 'application/json', enabled: true },
      { name: 'Set-Cookie', value: 'visit=fixture-visit-77; Path=/', enabled: true },
      { name: 'Content-Length', value: '', enabled: true },
    ],
    body: { text: '{"state":"shipped"}' },
  },
  place,
);

let server: StoryServer;
let runs: HostedRuns;

async function hosted(auth: object = { type: 'bearer', token: { secret: slot } }): Promise<void> {
  const endpoint = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Shop API'),
    name: 'Shop API',
    baseUrl: server.url,
    auth,
    cookies: true,
  });
  runs = await hostRuns({ documents: [flow, endpoint, shipped], secrets: { [slot]: secret } });
}

beforeEach(async () => {
  server = await startStoryServer({
    routes: {
      orders: (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end('{"state":"delivered"}');
      },
    },
  });
});
afterEach(async () => {
  await runs.close();
  await server.close();
});

/** Runs the flow to its end and gives what it said last. */
async function ran(standIn: StandIn | null): Promise<{ readonly runId: RunId; readonly said: string }> {
  const standIns: StandIns = standIn === null ? {} : { [call]: standIn };
  const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {}, standIns }));
  await runs.event(runId, 'run-ended');
  return { runId, said: runs.eventsOf(runId, 'said').at(-1)?.text ?? '' };
}

const fixture: StandIn = { type: 'fixture', id: shipped.id };
const shownFixture = { type: 'fixture', name: 'Shipped' };

describe('a fixture', () => {
  test('answers without a socket, and the run says what stood in', async () => {
    await hosted();
    const { runId, said } = await ran(fixture);
    expect(said).toBe('success 200 shipped');
    expect(server.socketsOpened).toBe(0);
    expect(runs.eventsOf(runId, 'call-prepared')[0]?.standIn).toEqual(shownFixture);
    expect(runs.eventsOf(runId, 'attempt-started').map(({ standIn }) => standIn)).toEqual([shownFixture]);
    const handle = runs.eventsOf(runId, 'call-ended')[0]?.body?.handle ?? '';
    expect(await wholeBodyOf(runs.host, runId, handle)).toBe('{"state":"shipped"}');
    expect(runs.defects).toEqual([]);
  });

  test('leaves no trace in the events of a run without it', async () => {
    await hosted();
    const { runId, said } = await ran(null);
    expect(said).toBe('success 200 delivered');
    expect(JSON.stringify(runs.events(runId))).not.toContain('standIn');
  });

  test('is asked with the request of a real call, whose secrets are read and masked', async () => {
    await hosted();
    const live = await ran(null);
    const { runId } = await ran(fixture);
    expect(runs.asked.filter((each) => each.slot === slot)).toHaveLength(2);
    const request = (id: RunId) => runs.eventsOf(id, 'exchange-started')[0]?.headers;
    expect(request(runId)).toEqual(request(live.runId));
    expect(JSON.stringify(runs.events(runId))).not.toContain(secret);
  });

  test('sets no cookies that a later call would send', async () => {
    await hosted();
    await ran(fixture);
    await ran(null);
    expect(server.requests[0]?.headers.cookie).toBeUndefined();
  });

  test('of an endpoint with OAuth asks nobody for a token', async () => {
    await hosted({
      type: 'oauth2-client-credentials',
      tokenUrl: `${server.url}/token`,
      clientId: { template: 'shop' },
      clientSecret: { secret: slot },
      scope: '',
    });
    const { said } = await ran(fixture);
    expect(said).toBe('success 200 shipped');
    expect(server.socketsOpened).toBe(0);
  });

  test('that is gone is an exception, and never a call to the network', async () => {
    await hosted();
    const { runId, said } = await ran({ type: 'fixture', id: storyId('fx', 'Gone') });
    expect(said).toMatch(/^exception/);
    expect(server.socketsOpened).toBe(0);
    expect(runs.eventsOf(runId, 'call-ended')[0]).toMatchObject({ code: 'network-not-allowed' });
  });

  test('does not hide that the call could not be made anyway', async () => {
    await hosted();
    await runs.close();
    runs = await hostRuns({ documents: [flow, shipped], secrets: {} });
    const { runId } = await ran(fixture);
    expect(runs.eventsOf(runId, 'call-ended')[0]).toMatchObject({ code: 'endpoint-missing' });
    expect(runs.eventsOf(runId, 'call-ended')[0]).not.toHaveProperty('standIn');
  });

  test('answers a call that is tried alone', async () => {
    await hosted();
    const standIns = { [call]: fixture };
    const input = { flowId: flow.id, nodeId: call, environmentId: null, variables: {}, standIns };
    const runId = startedRun(runs.host.tryCall(input));
    await runs.event(runId, 'run-ended');
    expect(runs.eventsOf(runId, 'call-ended')[0]).toMatchObject({ statusCode: 200, attempts: 1 });
    expect(server.socketsOpened).toBe(0);
  });
});

describe('a fault', () => {
  test('of the first two attempts is followed by the server', async () => {
    await hosted();
    const { runId, said } = await ran({
      type: 'fault',
      fault: { kind: 'status', statusCode: 503, body: '' },
      attempts: 2,
      then: null,
    });
    expect(said).toBe('success 200 delivered');
    expect(server.requests).toHaveLength(1);
    const stood = runs.eventsOf(runId, 'attempt-started').map(({ standIn }) => standIn?.name ?? null);
    expect(stood).toEqual(['status 503', 'status 503', null]);
  });

  test('of the first attempt is followed by the fixture that was chosen', async () => {
    await hosted();
    const fault = newFault('refused');
    const { runId, said } = await ran({ type: 'fault', fault, attempts: 1, then: shipped.id });
    expect(said).toBe('success 200 shipped');
    expect(server.socketsOpened).toBe(0);
    const stood = runs.eventsOf(runId, 'attempt-started').map(({ standIn }) => standIn?.type);
    expect(stood).toEqual(['fault', 'fixture']);
  });

  test('of our own side takes the exit for exceptions, and is told as a fault', async () => {
    await hosted();
    const { runId, said } = await ran({
      type: 'fault',
      fault: newFault('exception'),
      attempts: 'all',
      then: null,
    });
    expect(said).toMatch(/^exception/);
    const [ended] = runs.eventsOf(runId, 'call-ended');
    expect(ended).toMatchObject({ code: 'vault-locked', attempts: 0, standIn: { type: 'fault' } });
    expect(server.socketsOpened).toBe(0);
  });

  test('that takes real time ends with a cancel at once', async () => {
    await hosted();
    const fault = { ...newFault('latency'), delayMs: 3_600_000 } as ReturnType<typeof newFault>;
    const standIns: StandIns = { [call]: { type: 'fault', fault, attempts: 'all', then: null } };
    const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {}, standIns }));
    await runs.event(runId, 'exchange-started');
    await runs.host.cancel(runId);
    expect(runs.eventsOf(runId, 'run-ended')[0]).toMatchObject({ outcome: 'cancelled' });
  });
});
