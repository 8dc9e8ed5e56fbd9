// A run that goes into another flow, over real sockets: stepped through, stopped inside, gone back in, and stood in for.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Breakpoint } from '#shared/debugger/breakpoint.ts';
import type { NodeId, RunId } from '#shared/ids/ids.ts';
import type { RunEvent, RunEventOf } from '#shared/run-events/run-event.ts';
import type { StandIns } from '#shared/stand-in/stand-in.ts';
import { exampleEndpointsAt, startCountedShop } from '../../stories/counted-shop.ts';
import { pickATime, tastingAppointment } from '../../stories/order-lookup.ts';
import { nodeNamed } from '../../stories/story-flow.ts';
import type { StoryServer } from '../../stories/story-server.ts';
import { hostRuns, startedRun, type HostedRuns } from '../../support/host-runs.ts';
import { viewsOf } from '../../support/told-run.ts';

const outer = tastingAppointment();
const inner = pickATime();
const idOf = (name: string): NodeId =>
  nodeNamed([outer, inner].find((flow) => flow.nodes.some((node) => node.name === name)) ?? outer, name).id;
const names = new Map<string, string>([...outer.nodes, ...inner.nodes].map(({ id, name }) => [id, name]));
const before = (node: string, change: Partial<Breakpoint> = {}): Breakpoint => ({
  node: idOf(node),
  exit: null,
  condition: '',
  ...change,
});

let shop: StoryServer;
let runs: HostedRuns;
beforeEach(async () => {
  shop = await startCountedShop();
  runs = await hostRuns({ documents: [outer, inner, ...exampleEndpointsAt(shop.url)] });
});
afterEach(async () => {
  await runs.close();
  await shop.close();
  expect(runs.defects).toEqual([]);
});

function started(
  debug?: { breakpoints?: Breakpoint[]; pauseAtStart?: boolean },
  standIns: StandIns = {},
): RunId {
  return startedRun(
    runs.host.start({
      flowId: outer.id,
      environmentId: null,
      inputs: {},
      standIns,
      ...(debug === undefined ? {} : { debug: { breakpoints: [], pauseAtStart: false, ...debug } }),
    }),
  );
}

async function nth<Type extends RunEvent['type']>(
  runId: RunId,
  type: Type,
  count: number,
): Promise<RunEventOf<Type>> {
  await expect.poll(() => runs.eventsOf(runId, type).length).toBeGreaterThanOrEqual(count);
  const event = runs.eventsOf(runId, type)[count - 1];
  if (event === undefined) throw new Error('It was there a moment ago.');
  return event;
}

async function answered(runId: RunId, asked: number, text: string): Promise<void> {
  await nth(runId, 'asked', asked);
  expect(runs.host.answer({ runId, text }).ok).toBe(true);
}

const times = () => shop.requests.filter(({ method }) => method === 'GET');
const bookings = () => shop.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
const booking = (time: string) => `{\n  "day": "2026-03-12",\n  "time": "${time}"\n}`;
const said = (runId: RunId) => runs.eventsOf(runId, 'said').map(({ text }) => text);
const pausedAt = async (runId: RunId, count: number) =>
  names.get((await nth(runId, 'paused', count)).nodeId ?? '');

describe('an appointment', () => {
  test('is booked over two APIs and a sub-flow, which is run again where the time was taken', async () => {
    const runId = started();
    await answered(runId, 1, '2026-03-12');
    await answered(runId, 2, '9:00');
    await answered(runId, 3, '1');
    await answered(runId, 4, '10:30');
    expect(await runs.event(runId, 'run-ended')).toMatchObject({
      outcome: 'ended',
      result: { json: '"B-17"' },
    });
    expect(runs.eventsOf(runId, 'asked').map(({ text }) => text)).toEqual([
      'On which day would you like to taste our teas? Try 2026-03-12.',
      'Free on Thursday, 12 March: 9:00, 10:30, 14:00, 15:30. Which time?',
      'Somebody has just taken 9:00, one of 4 times that were free. Shall we look again?',
      'Free on Thursday, 12 March: 10:30, 14:00, 15:30. Which time?',
    ]);
    expect(said(runId)).toEqual(['Booked: B-17, Thursday, 12 March at 10:30.']);
    const day = '/availability/days/2026-03-12';
    expect(times().map(({ path }) => path)).toEqual([day, day]);
    expect(bookings()).toEqual([booking('9:00'), booking('10:30')]);
    expect(runs.eventsOf(runId, 'flow-left').map(({ result }) => result?.json)).toEqual([
      '"9:00"',
      '"10:30"',
    ]);
    // What the sub-flow called a variable is nothing that the flow which runs it has.
    const view = viewsOf(runs.events(runId)).at(-1);
    expect(view?.variables.map(({ name }) => name)).toEqual(['booking', 'choices', 'day', 'how_on', 'time']);
  });

  test('is not made where the sub-flow finds no time, and asks about another day', async () => {
    const fault = { type: 'fault', fault: { kind: 'refused' }, attempts: 'all', then: null } as const;
    const runId = started(undefined, { [idOf('Free times')]: fault });
    await answered(runId, 1, '2026-03-12');
    await answered(runId, 2, '2');
    await runs.event(runId, 'run-ended');
    expect(said(runId)).toEqual([
      'I cannot look into the calendar right now.',
      'No problem. We are here whenever you like.',
    ]);
    expect(shop.requests).toEqual([]);
  });

  test('cannot be made where the sub-flow fails, and the conversation says why', async () => {
    const alone = await hostRuns({ documents: [outer, ...exampleEndpointsAt(shop.url)] });
    const runId = startedRun(alone.host.start({ flowId: outer.id, environmentId: null, inputs: {} }));
    await alone.event(runId, 'asked');
    alone.host.answer({ runId, text: '2026-03-12' });
    await alone.event(runId, 'run-ended');
    expect(alone.eventsOf(runId, 'said').map(({ text }) => text)).toEqual([
      'No time can be found now: "Find time": The flow that it runs is gone from the workspace.',
    ]);
    await alone.close();
  });
});

describe('the debugger', () => {
  const order = (runId: RunId, way: 'over' | 'into' | 'out') =>
    expect(runs.host.debug.step({ runId, way })).toEqual({ ok: true, value: null });

  test('steps into a sub-flow, out of it, and over it', async () => {
    const runId = started({ breakpoints: [before('Find time')] });
    await answered(runId, 1, '2026-03-12');
    expect(await pausedAt(runId, 1)).toBe('Find time');
    order(runId, 'into');
    expect(await pausedAt(runId, 2)).toBe('Start');
    order(runId, 'over');
    expect(await pausedAt(runId, 3)).toBe('Free times');
    order(runId, 'out');
    await answered(runId, 2, '9:00');
    expect(await pausedAt(runId, 4)).toBe('Time found?');
    runs.host.debug.continue({ runId });
    await answered(runId, 3, '1');
    expect(await pausedAt(runId, 5)).toBe('Find time');
    order(runId, 'over');
    await answered(runId, 4, '10:30');
    expect(await pausedAt(runId, 6)).toBe('Time found?');
    await runs.host.cancel(runId);
  });

  test('stops at breakpoints inside, and once only where an exit has one that leads to a sub-flow', async () => {
    const runId = started({
      breakpoints: [
        before('Ask day', { exit: 'next' }),
        before('Ask time', { condition: 'eq day "2026-03-12"' }),
      ],
    });
    await answered(runId, 1, '2026-03-12');
    expect(await pausedAt(runId, 1)).toBe('Find time');
    runs.host.debug.continue({ runId });
    expect(await pausedAt(runId, 2)).toBe('Ask time');
    // Inside only the variables of the sub-flow are there to be edited.
    expect(runs.host.debug.editVariable({ runId, path: ['day'], text: '"2026-03-13"' }).ok).toBe(true);
    runs.host.debug.continue({ runId });
    await answered(runId, 2, '10:30');
    await runs.event(runId, 'run-ended');
    expect(said(runId)).toEqual(['Booked: B-17, Thursday, 12 March at 10:30.']);
    expect(runs.eventsOf(runId, 'asked')[1]?.text).toContain('Free on Friday, 13 March');
  });

  test('goes on from a moment inside with another value, and comes out of the sub-flow as the first run did', async () => {
    const first = started({});
    await answered(first, 1, '2026-03-12');
    await answered(first, 2, '10:30');
    await runs.event(first, 'run-ended');
    const moment = runs.eventsOf(first, 'node-entered').findLast(({ nodeId }) => nodeId === idOf('Chosen'));
    const again = runs.host.debug.rerunFrom({
      runId: first,
      seq: moment?.seq ?? -1,
      environmentId: null,
      edits: [{ path: ['time'], text: '"14:00"' }],
      breakpoints: [],
      then: 'go-on',
    });
    if (!again.ok) throw new Error(again.failure.message);
    await runs.event(again.value.runId, 'run-ended');
    expect(said(again.value.runId)).toEqual(['Booked: B-18, Thursday, 12 March at 14:00.']);
    expect(times()).toHaveLength(1);
    expect(bookings()).toEqual([booking('10:30'), booking('14:00')]);
  });
});
