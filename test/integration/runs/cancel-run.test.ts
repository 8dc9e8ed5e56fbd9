// A run can be cancelled in every state it can be in, and the server must notice.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Flow } from '#shared/flow/flow.ts';
import { inARow, storyFlow } from '../../stories/story-flow.ts';
import { startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { usersApi, usersApiTokenSlot } from '../../stories/user-greeting.ts';
import { hostRuns, startedRun, type HostedRuns } from '../../support/host-runs.ts';

const endpoint = usersApi('http://127.0.0.1:1').id;

const holding = storyFlow({
  name: 'Hold the line',
  nodes: [
    ['Start', 'start', {}],
    ['Wait for it', 'api-call', { endpoint, method: 'GET', path: '/hold', responseVariable: 'answer' }],
    ['After', 'message', { text: 'After' }],
  ],
  connections: [
    ['Start', 'next', 'Wait for it'],
    ['Wait for it', 'success', 'After'],
    ['Wait for it', 'error', 'After'],
  ],
});

const asking = storyFlow({
  name: 'Ask',
  nodes: [
    ['Start', 'start', {}],
    ['Ask', 'prompt', { text: '?', variable: 'answer' }],
  ],
  connections: inARow('Start', 'Ask'),
});

const spinning = storyFlow({
  name: 'Spin',
  nodes: [
    ['Start', 'start', {}],
    ['Round', 'message', { text: '' }],
  ],
  connections: [...inARow('Start', 'Round'), ['Round', 'next', 'Round']],
});

let server: StoryServer;
let runs: HostedRuns;
const open: HostedRuns[] = [];
const start = (flow: Flow) =>
  startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {} }));

beforeEach(async () => {
  server = await startStoryServer();
  runs = await hostRuns({
    documents: [holding, asking, spinning, usersApi(server.url)],
    secrets: { [usersApiTokenSlot]: 'story-token-0815' },
  });
  open.push(runs);
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  await server.close();
});

describe('cancel', () => {
  test('closes the socket of the call under way, at the server too', async () => {
    const runId = start(holding);
    const { socketClosed } = await server.nextRequest();
    expect(server.socketsOpen).toBe(1);
    await runs.host.cancel(runId);
    await socketClosed;
    expect(server.socketsOpen).toBe(0);
    expect(server.requests).toHaveLength(1);
  });

  test('ends the run as cancelled and goes nowhere from there', async () => {
    const runId = start(holding);
    await server.nextRequest();
    await runs.host.cancel(runId);
    expect(runs.eventsOf(runId, 'call-ended')[0]).toMatchObject({ status: 'failure', code: 'cancelled' });
    expect(runs.events(runId).at(-1)).toMatchObject({ type: 'run-ended', outcome: 'cancelled' });
    expect(runs.eventsOf(runId, 'said')).toEqual([]);
    expect(runs.eventsOf(runId, 'node-left')).toHaveLength(1);
  });

  test('ends a run that waits for an answer', async () => {
    const runId = start(asking);
    await runs.event(runId, 'asked');
    await runs.host.cancel(runId);
    expect(runs.events(runId).at(-1)).toMatchObject({ type: 'run-ended', outcome: 'cancelled' });
    expect(runs.host.answer({ runId, text: 'too late' })).toMatchObject({ ok: false });
  });

  test('stops a flow that goes round and round', async () => {
    const runId = start(spinning);
    await runs.host.cancel(runId);
    expect(runs.events(runId).at(-1)).toMatchObject({ type: 'run-ended', outcome: 'cancelled' });
    expect(runs.eventsOf(runId, 'said').length).toBeLessThan(10_000);
  });

  test('does not wait for a vault that does not answer', async () => {
    const stuck = await hostRuns({
      documents: [holding, usersApi(server.url)],
      ports: { vault: { read: () => new Promise(() => undefined) } },
    });
    open.push(stuck);
    const runId = startedRun(stuck.host.start({ flowId: holding.id, environmentId: null, inputs: {} }));
    await stuck.host.cancel(runId);
    expect(stuck.events(runId).at(-1)).toMatchObject({ type: 'run-ended', outcome: 'cancelled' });
    expect(server.requests).toEqual([]);
  });

  test('may be asked for twice, and after the end', async () => {
    const runId = start(holding);
    await server.nextRequest();
    await Promise.all([runs.host.cancel(runId), runs.host.cancel(runId)]);
    await runs.host.cancel(runId);
    expect(runs.eventsOf(runId, 'run-ended')).toHaveLength(1);
  });

  test('ends one run and leaves the others alone', async () => {
    const [one, other] = [start(asking), start(asking)];
    await runs.host.cancel(one);
    expect(runs.eventsOf(other, 'run-ended')).toEqual([]);
    runs.host.answer({ runId: other, text: 'here' });
    expect(await runs.event(other, 'run-ended')).toMatchObject({ outcome: 'ended' });
  });
});

test('closing the host ends everything that is under way', async () => {
  const waiting = start(asking);
  const calling = start(holding);
  const { socketClosed } = await server.nextRequest();
  await runs.host.close();
  await socketClosed;
  expect(runs.events(waiting).at(-1)).toMatchObject({ outcome: 'cancelled' });
  expect(runs.events(calling).at(-1)).toMatchObject({ outcome: 'cancelled' });
});
