// A run that goes on from the past works in what is chosen now: stand-ins, the environment and the persona, whatever the run
// that it comes from worked in. What is sent is counted at the server.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import { environmentSchema, type Environment } from '#shared/environment/environment.ts';
import type { EnvironmentId, RunId } from '#shared/ids/ids.ts';
import type { ChannelInput } from '#shared/ipc/contract.ts';
import { tallyAfter, type RunTally } from '#shared/run-history/summarize-run.ts';
import type { StandIns } from '#shared/stand-in/stand-in.ts';
import { nodeNamed, storyFlow } from '../../stories/story-flow.ts';
import { storyId } from '../../stories/story-id.ts';
import { answerJson, startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { hostRuns, startedRun, type HostedRuns } from '../../support/host-runs.ts';
import { storyFixture } from '../../support/stand-in-plans.ts';
import { viewsOf } from '../../support/told-run.ts';

const inner = storyFlow({
  name: 'Look the order up',
  nodes: [
    ['Start', 'start', {}],
    [
      'Get order',
      'api-call',
      { endpoint: storyId('ep', 'Shop API'), method: 'GET', path: '/orders/42', responseVariable: 'order' },
    ],
    ['Found', 'end', { result: '{{order.body.state}}' }],
    ['Not found', 'end', { result: 'nowhere ({{order.status_code}})' }],
  ],
  connections: [
    ['Start', 'next', 'Get order'],
    ['Get order', 'success', 'Found'],
    ['Get order', 'error', 'Not found'],
  ],
});
const outer = storyFlow({
  name: 'Order lookup',
  nodes: [
    ['Start', 'start', {}],
    ['Look up', 'sub-flow', { flow: inner.id, resultVariable: 'state' }],
    ['Says', 'message', { text: '{{@request.user.first_name}}: {{state}}' }],
  ],
  connections: [
    ['Start', 'next', 'Look up'],
    ['Look up', 'next', 'Says'],
  ],
});
const call = nodeNamed(inner, 'Get order').id;
const pinned = storyFixture(
  'Pinned',
  {
    headers: [{ name: 'Content-Type', value: 'application/json', enabled: true }],
    body: { text: '{"state":"pinned"}' },
  },
  { flow: inner.id, node: call },
);
const pin: StandIns = { [call]: { type: 'fixture', id: pinned.id } };
const fault: StandIns = {
  [call]: {
    type: 'fault',
    fault: { kind: 'status', statusCode: 503, body: '' },
    attempts: 'all',
    then: null,
  },
};
const persona = (name: string) => ({ platform: 'web', user: [{ name: 'first_name', value: name }] });

function environment(name: string): Environment {
  return environmentSchema.parse({
    format: 'flowbench.environment',
    version: 1,
    id: storyId('en', name),
    name,
    values: [{ name: 'shop', value: `${name}-shop` }],
  });
}

const staging: EnvironmentId = storyId('en', 'staging');
const live: EnvironmentId = storyId('en', 'live');
let server: StoryServer;
let runs: HostedRuns;
beforeEach(async () => {
  server = await startStoryServer({
    routes: {
      'staging-shop': (_request, response) => answerJson(response, 200, { state: 'packed' }),
      'live-shop': (_request, response) => answerJson(response, 200, { state: 'shipped' }),
    },
  });
  const endpoint = endpointSchema.parse({
    format: 'flowbench.endpoint',
    version: 1,
    id: storyId('ep', 'Shop API'),
    name: 'Shop API',
    baseUrl: `${server.url}/{{shop}}`,
  });
  const environments = ['staging', 'live'].map(environment);
  runs = await hostRuns({ documents: [outer, inner, endpoint, pinned, ...environments] });
});
afterEach(async () => {
  await runs.close();
  await server.close();
  expect(runs.defects).toEqual([]);
});

const said = (runId: RunId) => runs.eventsOf(runId, 'said').map(({ text }) => text);

async function ran(standIns: StandIns = {}): Promise<RunId> {
  const runId = startedRun(
    runs.host.start({
      flowId: outer.id,
      inputs: {},
      environmentId: staging,
      persona: persona('Ana'),
      standIns,
    }),
  );
  await runs.event(runId, 'run-ended');
  return runId;
}

type How = Partial<ChannelInput<'run.rerun-from'>>;

/** A run that goes on from before the call of another one, in what is given and nothing else. */
function rerun(runId: RunId, how: How): RunId {
  const moment = runs.eventsOf(runId, 'node-entered').find(({ nodeId }) => nodeId === call);
  const input = { environmentId: staging, edits: [], breakpoints: [], then: 'go-on' as const, ...how };
  return startedRun(runs.host.debug.rerunFrom({ runId, seq: moment?.seq ?? -1, ...input }));
}

async function rerunToItsEnd(runId: RunId, how: How): Promise<RunId> {
  const made = rerun(runId, how);
  await runs.event(made, 'run-ended');
  return made;
}

describe('a run that goes on from the past', () => {
  test('opens no socket where a fixture was pinned since, also in a flow that the first one runs', async () => {
    const runId = await ran();
    expect(said(runId)).toEqual(['Ana: packed']);
    const opened = server.socketsOpened;
    const again = await rerunToItsEnd(runId, { standIns: pin, persona: persona('Ana') });
    expect(said(again)).toEqual(['Ana: pinned']);
    expect(runs.eventsOf(again, 'call-prepared').at(-1)?.standIn).toEqual({
      type: 'fixture',
      name: 'Pinned',
    });
    expect(server.socketsOpened).toBe(opened);
    expect(server.requests).toHaveLength(1);
  });

  test('takes the exit of a fault that was set since', async () => {
    const runId = await ran();
    const again = await rerunToItsEnd(runId, { standIns: fault, persona: persona('Ana') });
    expect(said(again)).toEqual(['Ana: nowhere (503)']);
    const left = runs.eventsOf(again, 'node-left').filter(({ nodeId }) => nodeId === call);
    expect(left).toMatchObject([{ through: 'error' }]);
    expect(server.requests).toHaveLength(1);
  });

  test('goes to the network where something stood in for the first run and does not any more', async () => {
    const runId = await ran(pin);
    expect(server.requests).toHaveLength(0);
    const again = await rerunToItsEnd(runId, { persona: persona('Ana') });
    expect(said(again)).toEqual(['Ana: packed']);
    expect(server.requests).toHaveLength(1);
  });

  test('reaches the address of the environment that is active now, as the person who is played now', async () => {
    const runId = await ran();
    const again = await rerunToItsEnd(runId, { environmentId: live, persona: persona('Ben') });
    expect(said(again)).toEqual(['Ben: shipped']);
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/staging-shop/orders/42',
      '/live-shop/orders/42',
    ]);
  });

  test('tells in which environment it goes on, and what came before in which other one', async () => {
    const runId = await ran();
    const again = await rerunToItsEnd(runId, { environmentId: live });
    expect(viewsOf(runs.events(again)).at(-1)?.environmentName).toBe('live');
    expect(viewsOf(runs.events(again)).at(0)?.environmentName).toBe('staging');
    const tally = runs.events(again).reduce<RunTally | null>(tallyAfter, null);
    expect(tally?.environmentName).toBe('live');
    // From a moment before that, which both share, it is the environment of now again.
    const third = await rerunToItsEnd(again, { environmentId: null, standIns: pin });
    expect(viewsOf(runs.events(third)).at(-1)?.environmentName).toBeNull();
  });

  test('has its call once more by what answers it now, and stands still after it', async () => {
    const runId = await ran();
    const again = rerun(runId, { then: 'step', standIns: fault });
    await expect.poll(() => runs.eventsOf(again, 'paused'), { timeout: 10_000 }).toHaveLength(2);
    expect(runs.eventsOf(again, 'paused')[1]).toMatchObject({
      nodeId: nodeNamed(inner, 'Not found').id,
      why: 'step',
    });
    expect(server.requests).toHaveLength(1);
    await runs.host.cancel(again);
  });

  test('keeps what it was given for as long as it stands still', async () => {
    const runId = await ran();
    const again = rerun(runId, { then: 'stay', standIns: pin, persona: persona('Zoé') });
    await runs.event(again, 'paused');
    runs.host.debug.continue({ runId: again });
    await runs.event(again, 'run-ended');
    expect(said(again)).toEqual(['Zoé: pinned']);
    expect(server.requests).toHaveLength(1);
  });
});
