// The debugger over real HTTP, its requests counted at the server: standing still and editing send nothing, going on and
// sending again send exactly once.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunId } from '#shared/ids/ids.ts';
import type { Breakpoint } from '#shared/debugger/breakpoint.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { userGreeting, usersApi, usersApiTokenSlot } from '../../stories/user-greeting.ts';
import { nodeNamed } from '../../stories/story-flow.ts';
import { startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { hostRuns, startedRun, wholeBodyOf, type HostedRuns } from '../../support/host-runs.ts';
import { viewsOf } from '../../support/told-run.ts';

const token = 'story-token-0815';
const flow = userGreeting();
const [call] = flow.nodes.filter(({ kind }) => kind === 'api-call');
const [prompt] = flow.nodes.filter(({ kind }) => kind === 'prompt');
const [message] = flow.nodes.filter(({ kind }) => kind === 'message');
if (call === undefined || prompt === undefined || message === undefined) throw new Error('Another story.');
const callId = call.id;
const messageId = message.id;
const point = (node: string, change: Partial<Breakpoint> = {}): Breakpoint => ({
  node,
  exit: null,
  condition: '',
  ...change,
});

let server: StoryServer;
let runs: HostedRuns;
let documents: Flow[];
beforeEach(async () => {
  server = await startStoryServer({ token });
  documents = [flow];
  runs = await hostRuns({
    documents: new Proxy([], {
      get: (_, key) => Reflect.get([...documents, usersApi(server.url)], key) as unknown,
    }),
    secrets: { [usersApiTokenSlot]: token },
  });
});
afterEach(async () => {
  await runs.close();
  await server.close();
  expect(runs.defects).toEqual([]);
});

async function debugged(...breakpoints: readonly Breakpoint[]): Promise<RunId> {
  const debug = { breakpoints: [...breakpoints], pauseAtStart: false };
  const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {}, debug }));
  await runs.event(runId, 'asked');
  return runId;
}

/** Settles with the event that follows some others of its type. */
async function nth(runId: RunId, type: RunEvent['type'], count: number): Promise<RunEvent> {
  await expect.poll(() => runs.eventsOf(runId, type).length).toBeGreaterThanOrEqual(count);
  const event = runs.eventsOf(runId, type)[count - 1];
  if (event === undefined) throw new Error('It was there a moment ago.');
  return event;
}

/** The moment before a node is done, as the window knows it. */
function enteredAt(runId: RunId, nodeId: string): number {
  const event = runs.eventsOf(runId, 'node-entered').findLast((each) => each.nodeId === nodeId);
  if (event === undefined) throw new Error('The run never came there.');
  return event.seq;
}

const again = { environmentId: null, edits: [], breakpoints: [], then: 'go-on' as const };

describe('a breakpoint', () => {
  test('holds the run before its call until it is told to go on', async () => {
    const runId = await debugged(point(callId));
    runs.host.answer({ runId, text: '7' });
    expect(await runs.event(runId, 'paused')).toMatchObject({
      nodeId: callId,
      why: 'breakpoint',
      trouble: null,
    });
    expect(server.requests).toHaveLength(0);
    expect(runs.host.debug.continue({ runId })).toEqual({ ok: true, value: null });
    expect(await runs.event(runId, 'run-ended')).toMatchObject({ outcome: 'ended' });
    expect(server.requests).toHaveLength(1);
    const events = runs.events(runId);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index));
    expect(runs.eventsOf(runId, 'paused')).toHaveLength(1);
    expect(runs.eventsOf(runId, 'resumed')).toHaveLength(1);
  });

  test('with a condition holds only the run for which it is true', async () => {
    const hit = await debugged(point(callId, { condition: 'eq user_id 7' }));
    runs.host.answer({ runId: hit, text: '7' });
    await runs.event(hit, 'paused');
    await runs.host.cancel(hit);
    const missed = await debugged(point(callId, { condition: 'eq user_id 7' }));
    runs.host.answer({ runId: missed, text: '8' });
    await runs.event(missed, 'run-ended');
    expect(runs.eventsOf(missed, 'paused')).toEqual([]);
  });

  test('whose condition cannot be judged holds the run and says why', async () => {
    const runId = await debugged(point(callId, { condition: 'eq user_idd 7' }));
    runs.host.answer({ runId, text: '7' });
    const { trouble } = await runs.event(runId, 'paused');
    expect(trouble).toContain('user_idd');
  });

  test('on an exit holds the run after it took that exit', async () => {
    const runId = await debugged(point(callId, { exit: 'success' }), point(callId, { exit: 'error' }));
    runs.host.answer({ runId, text: '7' });
    expect(await runs.event(runId, 'paused')).toMatchObject({ nodeId: messageId, exit: 'success' });
    expect(server.requests).toHaveLength(1);
  });

  test('is passed by a plain run, which can be paused all the same', async () => {
    const input = { flowId: flow.id, environmentId: null, inputs: {} };
    const runId = startedRun(runs.host.start(input));
    await runs.event(runId, 'asked');
    runs.host.debug.pause({ runId });
    runs.host.answer({ runId, text: '7' });
    expect(await runs.event(runId, 'paused')).toMatchObject({ nodeId: callId, why: 'pause' });
    await runs.host.cancel(runId);
    expect(await runs.event(runId, 'run-ended')).toMatchObject({ outcome: 'cancelled' });
    expect(server.requests).toHaveLength(0);
  });

  test('can be set and taken away while the run goes on', async () => {
    const runId = await debugged();
    runs.host.debug.setBreakpoints({ runId, breakpoints: [point(messageId)] });
    runs.host.answer({ runId, text: '7' });
    expect(await runs.event(runId, 'paused')).toMatchObject({ nodeId: messageId });
    runs.host.debug.setBreakpoints({ runId, breakpoints: [] });
    runs.host.debug.continue({ runId });
    await runs.event(runId, 'run-ended');
  });
});

describe('stepping', () => {
  test('does one node at a time, beginning before the first', async () => {
    const debug = { breakpoints: [], pauseAtStart: true };
    const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {}, debug }));
    const places = [await runs.event(runId, 'paused')];
    runs.host.debug.step({ runId, way: 'over' });
    places.push((await nth(runId, 'paused', 2)) as (typeof places)[number]);
    runs.host.debug.step({ runId, way: 'into' });
    await runs.event(runId, 'asked');
    runs.host.answer({ runId, text: '7' });
    places.push((await nth(runId, 'paused', 3)) as (typeof places)[number]);
    expect(places.map(({ nodeId }) => nodeId)).toEqual([nodeNamed(flow, 'Start').id, prompt.id, callId]);
    expect(server.requests).toHaveLength(0);
    runs.host.debug.step({ runId, way: 'over' });
    expect(await nth(runId, 'paused', 4)).toMatchObject({ nodeId: messageId, why: 'step' });
    expect(server.requests).toHaveLength(1);
    // Out of a flow that nothing called there is only its end.
    runs.host.debug.step({ runId, way: 'out' });
    expect(await runs.event(runId, 'run-ended')).toMatchObject({ outcome: 'ended' });
  });

  test('to a node runs on and stands still there', async () => {
    const runId = await debugged();
    runs.host.debug.runTo({ runId, nodeId: messageId });
    runs.host.answer({ runId, text: '7' });
    expect(await runs.event(runId, 'paused')).toMatchObject({ nodeId: messageId, why: 'run-to' });
    expect(server.requests).toHaveLength(1);
  });

  test('a run that is over does nothing, and says so', async () => {
    const runId = await debugged();
    await runs.host.cancel(runId);
    const refused = { ok: false, failure: { code: 'not-running' } };
    expect(runs.host.debug.step({ runId, way: 'over' })).toMatchObject(refused);
    expect(runs.host.debug.pause({ runId })).toMatchObject(refused);
    expect(runs.host.debug.setBreakpoints({ runId, breakpoints: [] })).toMatchObject(refused);
  });
});

describe('editing', () => {
  test('changes what the run goes on with, and is told', async () => {
    const runId = await debugged(point(callId));
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'paused');
    expect(runs.host.debug.editVariable({ runId, path: ['user_id'], text: '8' })).toEqual({
      ok: true,
      value: null,
    });
    expect(runs.eventsOf(runId, 'variable-edited')).toMatchObject([
      { nodeId: callId, name: 'user_id', part: [], value: { type: 'number', json: '8' } },
    ]);
    runs.host.debug.continue({ runId });
    await runs.event(runId, 'call-ended');
    expect(server.requests.map(({ path }) => path)).toEqual(['/users/8']);
  });

  test('is refused while the run is not paused, and where there is nothing', async () => {
    const runId = await debugged(point(callId));
    const edit = { runId, path: ['user_id'], text: '8' };
    expect(runs.host.debug.editVariable(edit)).toMatchObject({ failure: { code: 'not-paused' } });
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'paused');
    const outcome = runs.host.debug.editVariable({ ...edit, path: ['nobody'] });
    expect(outcome).toMatchObject({ failure: { code: 'edit-refused' } });
    expect(runs.eventsOf(runId, 'variable-edited')).toEqual([]);
  });

  test('hides a secret that is typed into a variable', async () => {
    const runId = await debugged(point(messageId));
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'paused');
    runs.host.debug.editVariable({ runId, path: ['user_data', 'body', 'name'], text: `I am ${token}` });
    const [edited] = runs.eventsOf(runId, 'variable-edited');
    expect(edited?.value.json).toContain('I am ');
    expect(JSON.stringify(runs.events(runId))).not.toContain(token);
  });
});

describe('going on from the past', () => {
  test('makes a run with the same events to that moment, and sends what comes after anew', async () => {
    const runId = await debugged();
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'run-ended');
    expect(server.requests).toHaveLength(1);
    const seq = enteredAt(runId, callId);
    const rerun = startedRun(runs.host.debug.rerunFrom({ runId, seq, ...again }));
    await runs.event(rerun, 'run-ended');
    expect(server.requests).toHaveLength(2);
    const shared = runs.events(runId).slice(0, seq + 1);
    expect(runs.events(rerun).slice(0, seq + 1)).toEqual(shared.map((event) => ({ ...event, runId: rerun })));
    const seqs = runs.events(rerun).map((event) => event.seq);
    expect(seqs).toEqual(seqs.map((_, index) => index));
    const view = viewsOf(runs.events(rerun)).at(-1);
    expect(view?.outcome).toBe('ended');
    expect(view?.conversation.map(({ type }) => type)).toEqual(
      viewsOf(runs.events(runId))
        .at(-1)
        ?.conversation.map(({ type }) => type),
    );
  });

  test('with changed values takes the other way, without asking again', async () => {
    const runId = await debugged();
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'run-ended');
    const edits = [{ path: ['user_data', 'body', 'name'], text: 'Zoé' }];
    const seq = enteredAt(runId, messageId);
    const rerun = startedRun(runs.host.debug.rerunFrom({ runId, seq, ...again, edits }));
    await runs.event(rerun, 'run-ended');
    expect(runs.eventsOf(rerun, 'said').map(({ text }) => text)).toEqual(['Hello, Zoé!']);
    expect(runs.eventsOf(runId, 'said').map(({ text }) => text)).toEqual(['Hello, Ana Sousa!']);
    expect(server.requests).toHaveLength(1);
  });

  test('stands still first where it is told to, its clock with it', async () => {
    const runId = await debugged();
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'run-ended');
    const seq = enteredAt(runId, callId);
    const rerun = startedRun(runs.host.debug.rerunFrom({ runId, seq, ...again, then: 'stay' }));
    const paused = await runs.event(rerun, 'paused');
    expect(paused).toMatchObject({ why: 'rerun', nodeId: callId, at: runs.events(runId)[seq]?.at });
    expect(server.requests).toHaveLength(1);
    runs.host.debug.step({ runId: rerun, way: 'over' });
    await nth(rerun, 'paused', 2);
    expect(server.requests).toHaveLength(2);
  });

  test('sends a call again exactly once, and stands still after it', async () => {
    const runId = await debugged();
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'run-ended');
    const seq = enteredAt(runId, callId);
    const rerun = startedRun(runs.host.debug.rerunFrom({ runId, seq, ...again, then: 'step' }));
    expect(await nth(rerun, 'paused', 2)).toMatchObject({ nodeId: messageId, why: 'step' });
    expect(server.requests).toHaveLength(2);
    expect(runs.eventsOf(rerun, 'run-ended')).toEqual([]);
  });

  test('can be done again from the run that came of it, also before the moment it began at', async () => {
    const runId = await debugged();
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'run-ended');
    const second = startedRun(
      runs.host.debug.rerunFrom({ runId, seq: enteredAt(runId, messageId), ...again }),
    );
    await runs.event(second, 'run-ended');
    const seq = enteredAt(second, callId);
    const third = startedRun(runs.host.debug.rerunFrom({ runId: second, seq, ...again }));
    await runs.event(third, 'run-ended');
    expect(server.requests).toHaveLength(2);
  });

  test('still shows the bodies of the calls that it shares', async () => {
    const runId = await debugged();
    runs.host.answer({ runId, text: '7' });
    const { body } = await runs.event(runId, 'call-ended');
    await runs.event(runId, 'run-ended');
    const rerun = startedRun(
      runs.host.debug.rerunFrom({ runId, seq: enteredAt(runId, messageId), ...again }),
    );
    await runs.event(rerun, 'run-ended');
    const text = await wholeBodyOf(runs.host, rerun, body?.handle ?? '');
    expect(JSON.parse(text)).toMatchObject({ name: 'Ana Sousa' });
  });

  test('runs the flow as it is saved now, and refuses a node that is gone', async () => {
    const runId = await debugged();
    runs.host.answer({ runId, text: '7' });
    await runs.event(runId, 'run-ended');
    const nodes = flow.nodes.map((node) =>
      node.kind === 'message' ? { ...node, config: { ...node.config, text: 'Good day' } } : node,
    );
    documents = [{ ...flow, nodes }];
    const seq = enteredAt(runId, messageId);
    const rerun = startedRun(runs.host.debug.rerunFrom({ runId, seq, ...again }));
    await runs.event(rerun, 'run-ended');
    expect(runs.eventsOf(rerun, 'said').map(({ text }) => text)).toEqual(['Good day']);
    documents = [{ ...flow, nodes: flow.nodes.filter(({ id }) => id !== messageId) }];
    expect(runs.host.debug.rerunFrom({ runId, seq, ...again })).toMatchObject({
      failure: { code: 'node-missing' },
    });
  });

  test('is refused for a moment that is not one, and for a call that was made alone', async () => {
    const runId = await debugged();
    await runs.host.cancel(runId);
    const refused = { ok: false, failure: { code: 'past-gone' } };
    expect(runs.host.debug.rerunFrom({ runId, seq: 0, ...again })).toMatchObject(refused);
    const seq = enteredAt(runId, prompt.id);
    const edits = [{ path: ['nobody'], text: '1' }];
    expect(runs.host.debug.rerunFrom({ runId, seq, ...again, edits })).toMatchObject({
      failure: { code: 'edit-refused' },
    });
    const alone = startedRun(
      runs.host.tryCall({
        flowId: flow.id,
        nodeId: callId,
        environmentId: null,
        variables: { user_id: '7' },
      }),
    );
    await runs.event(alone, 'run-ended');
    expect(
      runs.host.debug.rerunFrom({ runId: alone, seq: enteredAt(alone, callId), ...again }),
    ).toMatchObject(refused);
  });
});
