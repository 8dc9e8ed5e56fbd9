// Loops in runs that really happen: paging through a server, and a debugger that steps over, into and out of rounds.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Breakpoint } from '#shared/debugger/breakpoint.ts';
import type { RunId } from '#shared/ids/ids.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import { RunPast } from '#shared/run-events/run-past.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { allOrders, pagedApi, pagedOrders } from '../../stories/all-orders.ts';
import { nodeNamed } from '../../stories/story-flow.ts';
import { answerJson, startStoryServer, type StoryServer } from '../../stories/story-server.ts';
import { hostRuns, startedRun, type HostedRuns } from '../../support/host-runs.ts';

const flow = allOrders();
const idOf = (name: string) => nodeNamed(flow, name).id;
const nameOf = (nodeId: string | undefined) => flow.nodes.find(({ id }) => id === nodeId)?.name;

let server: StoryServer;
let runs: HostedRuns;
let orders = 7;
beforeEach(async () => {
  orders = 7;
  server = await startStoryServer({
    routes: { orders: (request, response) => pagedOrders(orders)(request, response) },
  });
  runs = await hostRuns({ documents: [flow, pagedApi(server.url)] });
});
afterEach(async () => {
  await runs.close();
  await server.close();
  expect(runs.defects).toEqual([]);
});

const point = (node: string, condition = ''): Breakpoint => ({ node, exit: null, condition });

function started(breakpoints: readonly Breakpoint[] = [], pauseAtStart = false): RunId {
  const debug = { breakpoints: [...breakpoints], pauseAtStart };
  return startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {}, debug }));
}

/** The node and round of the so-manieth time that a run stands still. */
async function standing(runId: RunId, count: number): Promise<string> {
  await expect.poll(() => runs.eventsOf(runId, 'paused').length).toBeGreaterThanOrEqual(count);
  const { nodeId, seq } = runs.eventsOf(runId, 'paused')[count - 1]!;
  const before = runs.eventsOf(runId, 'round-started').filter((event) => event.seq < seq);
  const rounds = ['Pages', 'Orders'].map(
    (name) => before.findLast((event) => event.nodeId === idOf(name))?.round ?? 0,
  );
  return `${nameOf(nodeId) ?? '?'} ${rounds.join('.')}`;
}

const viewOf = (runId: RunId): RunView => {
  const view = runs.events(runId).reduce<RunView | undefined>(projectRunEvent, undefined);
  if (view === undefined) throw new Error('The run told nothing.');
  return view;
};

describe('paging through an API', () => {
  test('asks for every page once and gathers what is on them', async () => {
    const runId = started();
    await runs.event(runId, 'run-ended');
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/orders?page=1',
      '/orders?page=2',
      '/orders?page=3',
    ]);
    expect(runs.eventsOf(runId, 'said').map(({ text }) => text)).toEqual(['1 2 3 4 5 6 7 ']);
    expect(runs.eventsOf(runId, 'warned')).toEqual([]);
  });

  test('tells of none where there are none, and stops where a page cannot be had', async () => {
    orders = 0;
    const none = started();
    await runs.event(none, 'run-ended');
    expect(runs.eventsOf(none, 'said')[0]?.text).toBe('No orders.');
    await runs.close();
    await server.close();
    server = await startStoryServer({
      routes: {
        orders: (request, response) =>
          request.path.endsWith('=2') ? answerJson(response, 503, {}) : pagedOrders(7)(request, response),
      },
    });
    runs = await hostRuns({ documents: [flow, pagedApi(server.url)] });
    const broken = started();
    await runs.event(broken, 'run-ended');
    expect(runs.eventsOf(broken, 'said')[0]?.text).toBe('Page 2 cannot be had now.');
  });

  test('is shown as rounds: nested in the timeline, counted on the cards, its names among the variables', async () => {
    orders = 4;
    const runId = started();
    await runs.event(runId, 'run-ended');
    const view = viewOf(runId);
    expect(
      view.timeline.map(
        ({ nested, nodeId, result }) => `${String(nested)} ${nameOf(nodeId) ?? ''} ${result}`,
      ),
    ).toEqual([
      '0 Start ',
      '0 Pages 1 of 100',
      '1 Get page 200',
      '1 Orders 1 of 3',
      '2 Keep ',
      '1 Orders 2 of 3',
      '2 Keep ',
      '1 Orders 3 of 3',
      '2 Keep ',
      '1 Orders done',
      '1 Last page? took "else"',
      '0 Pages 2 of 100',
      '1 Get page 200',
      '1 Orders 1 of 1',
      '2 Keep ',
      '1 Orders done',
      '1 Last page? took "Last page"',
      '0 Tell said',
      '0 End ended',
    ]);
    expect(view.nodes[idOf('Pages')]?.round).toMatchObject({ number: 2, of: 100, isOver: true });
    expect(view.nodes[idOf('Orders')]?.round).toMatchObject({ number: 1, of: 1, isOver: true });
    expect(view.nodes[idOf('Keep')]?.visits).toBe(4);
    expect(view.loops).toEqual([]);
    expect(view.variables.map(({ name, value }) => `${name} ${value.json}`)).toContain('order {"id":4}');
  });
});

describe('the debugger', () => {
  test('steps into a body, round by round, over a loop through all of its rounds, and out of it', async () => {
    const runId = started([point(idOf('Pages'))]);
    expect(await standing(runId, 1)).toBe('Pages 0.0');
    runs.host.debug.setBreakpoints({ runId, breakpoints: [] });
    const ways = [
      ['into', 'Get page 1.0'],
      ['over', 'Orders 1.0'],
      ['into', 'Keep 1.1'],
      ['over', 'Orders 1.1'],
      ['into', 'Keep 1.2'],
      // Out of the inner body: its rounds that are left are done.
      ['out', 'Last page? 1.3'],
      ['over', 'Pages 1.3'],
      ['into', 'Get page 2.3'],
      ['over', 'Orders 2.3'],
      // Over the inner loop: all its rounds.
      ['over', 'Last page? 2.3'],
      // Over the outer loop, come back to: all pages that are left.
      ['over', 'Pages 2.3'],
      ['over', 'Tell 3.1'],
    ] as const;
    for (const [at, [way, place]] of ways.entries()) {
      runs.host.debug.step({ runId, way });
      expect(await standing(runId, at + 2)).toBe(place);
    }
    expect(server.requests).toHaveLength(3);
  });

  test('steps over a loop from its beginning, with breakpoints in it that still hold', async () => {
    const runId = started([point(idOf('Pages')), point(idOf('Keep'), 'eq order.id 5')]);
    await standing(runId, 1);
    runs.host.debug.setBreakpoints({ runId, breakpoints: [point(idOf('Keep'), 'eq order.id 5')] });
    runs.host.debug.step({ runId, way: 'over' });
    expect(await standing(runId, 2)).toBe('Keep 2.2');
    runs.host.debug.step({ runId, way: 'out' });
    expect(await standing(runId, 3)).toBe('Last page? 2.3');
    runs.host.debug.step({ runId, way: 'out' });
    expect(await standing(runId, 4)).toBe('Tell 3.1');
  });

  test('takes a run up again in the middle of a round, with another item', async () => {
    const runId = started();
    await runs.event(runId, 'run-ended');
    const keeps = runs.eventsOf(runId, 'node-entered').filter(({ nodeId }) => nodeId === idOf('Keep'));
    const edits = [{ path: ['order', 'id'], text: '99' }];
    const again = { environmentId: null, edits, breakpoints: [], then: 'go-on' as const };
    const made = runs.host.debug.rerunFrom({ runId, seq: keeps[4]!.seq, ...again });
    if (!made.ok) throw new Error(made.failure.message);
    await runs.event(made.value.runId, 'run-ended');
    expect(runs.eventsOf(made.value.runId, 'said')[0]?.text).toBe('1 2 3 4 99 6 7 ');
    // The pages before that moment are not asked for again.
    expect(server.requests.map(({ path }) => path).slice(3)).toEqual(['/orders?page=3']);
  });

  test('steps through the past as it steps through a run', async () => {
    const runId = started();
    await runs.event(runId, 'run-ended');
    const past = new RunPast();
    let view: RunView | undefined;
    for (const event of runs.events(runId)) {
      view = projectRunEvent(view, event);
      if (view !== undefined) past.add(event, view);
    }
    const nameAt = (events: number | undefined) =>
      events === undefined ? 'now' : nameOf(past.viewAt(events)?.currentNodeId ?? '');
    const [, pages] = past.moments;
    const first = past.after(pages!.events, 'into');
    expect(nameAt(pages!.events)).toBe('Pages');
    expect(nameAt(first?.events)).toBe('Get page');
    expect(nameAt(past.after(pages!.events, 'over')?.events)).toBe('Tell');
    expect(nameAt(past.after(first!.events, 'out')?.events)).toBe('Tell');
    const orderLoop = past.after(first!.events, 'over');
    expect(nameAt(orderLoop?.events)).toBe('Orders');
    expect(nameAt(past.after(orderLoop!.events, 'over')?.events)).toBe('Last page?');
  });
});
