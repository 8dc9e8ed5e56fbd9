// A response that a run of the history had is pinned as one of the window is: which runs are offered, and what is said.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { RunSummary } from '#shared/run-history/run-summary.ts';
import { nodeNamed, storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { forgetShownWorkspace, shownWorkspace, stored } from '../../../support/shown-workspace.ts';
import { toldCallEnd, toldEvents, toldRunId } from '../../../support/told-run.ts';
import { documentsStore, workspaceOpened } from '../../../../renderer/store/documents-store.ts';
import { historyStore } from '../../../../renderer/store/history-store.ts';
import { pastResponsePinned, runsToPinFrom } from '../../../../renderer/store/pin-from-history.ts';
import { runEventsArrived, runsStore } from '../../../../renderer/store/runs-store.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';
import type { ToastContent } from '../../../../renderer/ui/overlay/toast-queue.ts';

// The events that are told are those of the flow "Told".
const flow = storyFlow({
  name: 'Told',
  nodes: [
    ['Start', 'start', {}],
    ['Ask', 'api-call', { endpoint: null, method: 'GET', path: '/', responseVariable: 'order' }],
  ],
  connections: [['Start', 'next', 'Ask']],
});
const ask = nodeNamed(flow, 'Ask');
const caller = storyFlow({
  name: 'Caller',
  nodes: [
    ['Start', 'start', {}],
    ['Run it', 'sub-flow', { flow: flow.id }],
  ],
  connections: [['Start', 'next', 'Run it']],
});
const stranger = storyFlow({ name: 'Stranger', nodes: [['Start', 'start', {}]], connections: [] });

function kept(name: string, change: Partial<RunSummary> = {}): RunSummary {
  return {
    runId: storyId('rn', name),
    origin: { type: 'flow' },
    name: flow.name,
    flowId: flow.id,
    flowName: flow.name,
    environmentName: null,
    startedAt: '2026-03-04T10:00:00.000Z',
    tookMs: 10,
    outcome: 'ended',
    calls: 1,
    call: null,
    sizeBytes: 100,
    pinned: false,
    repeatable: true,
    incomplete: false,
    ...change,
  };
}

let shown: ToastContent[];
let closed: string[];

forgetShownWorkspace();

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(() => {
  bridgeDouble.reset();
  workspaceOpened(shownWorkspace({ documents: [stored(flow), stored(caller), stored(stranger)] }));
  viewStore.setState(viewStore.getInitialState(), true);
  runsStore.setState(runsStore.getInitialState(), true);
  shown = [];
  closed = [];
  vi.spyOn(toasts, 'show').mockImplementation((content) => String(shown.push(content)));
  vi.spyOn(toasts, 'close').mockImplementation((id) => void closed.push(id));
});

describe('the runs of the history that a response can be pinned from', () => {
  const offered = (...runs: readonly RunSummary[]) => {
    historyStore.setState({ runs });
    return runsToPinFrom(flow.id, ask.id).map(({ runId }) => runId);
  };

  it('are those of the flow and of flows that come into it, and those that sent the call alone', () => {
    const scenarioId = storyId('sc', 'Happy path');
    const wanted = [
      kept('own'),
      kept('a caller', { flowId: caller.id }),
      kept('by a scenario', { origin: { type: 'scenario', scenarioId, row: null } }),
      kept('alone', { origin: { type: 'call', nodeId: ask.id } }),
    ];
    const others = [
      kept('elsewhere', { flowId: stranger.id }),
      kept('another call', { origin: { type: 'call', nodeId: storyId('nd', 'Other') } }),
      kept('a test', { origin: { type: 'endpoint', endpointId: storyId('ep', 'Shop API') } }),
      kept('without a call', { calls: 0 }),
      kept('goes on', { outcome: 'running' }),
    ];
    expect(offered(...others, ...wanted)).toEqual(wanted.map(({ runId }) => runId));
  });

  it('are not those that the window remembers, and the newest twenty of the rest', () => {
    runEventsArrived(toldEvents());
    const many = Array.from({ length: 30 }, (_, at) => kept(`run ${String(at)}`));
    expect(offered({ ...kept('here'), runId: toldRunId }, ...many)).toEqual(
      many.slice(0, 20).map(({ runId }) => runId),
    );
  });
});

describe('a response of the history', () => {
  const run = kept('past', { runId: toldRunId });
  const opened = (events: readonly RunEvent[]) => ({
    ok: true as const,
    value: { record: null, events: [...events], nextOffset: null, skipped: 0 },
  });
  const called = (...codes: readonly number[]) =>
    toldEvents(
      ...codes.map((statusCode, at) => [at, 'Ask', toldCallEnd({ statusCode, body: null })] as const),
    );

  it('is the newest that the run has of the call, and answers it from then on', async () => {
    bridgeDouble.answer('history.open', () => opened(called(503, 200)));
    await pastResponsePinned(run, ask);
    const standIn = viewStore.getState().standIns[ask.id];
    const id = standIn?.type === 'fixture' ? standIn.id : '';
    expect(documentsStore.getState().documents[id]?.document).toMatchObject({
      format: 'flowbench.fixture',
      node: ask.id,
      statusCode: 200,
    });
    expect(shown.map(({ title }) => title)).toEqual(['Pinned as Ask 200']);
  });

  it('that there is none is said, and also why a run cannot be read', async () => {
    bridgeDouble.answer('history.open', () => opened(called()));
    await pastResponsePinned(run, ask);
    const failure = { code: 'gone', message: 'The run is gone from the disk.' } as const;
    bridgeDouble.answer('history.open', () => ({ ok: false, failure }));
    await pastResponsePinned(run, ask);
    expect(shown).toMatchObject([
      {
        title: 'The response was not pinned',
        body: expect.stringMatching(/^Ask got no response in the run/),
      },
      { title: 'The response was not pinned', body: failure.message },
    ]);
    expect(viewStore.getState().standIns).toEqual({});
  });

  it('takes its time where the run is long: that is said until it is read', async () => {
    vi.useFakeTimers();
    let read = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      read = resolve;
    });
    bridgeDouble.answer('history.open', () => slow.then(() => opened(called(200))));
    const pinned = pastResponsePinned(run, ask);
    vi.runOnlyPendingTimers();
    expect(shown).toMatchObject([{ title: expect.stringMatching(/^Reading the run of /), stays: true }]);
    read();
    await pinned;
    vi.useRealTimers();
    expect(closed).toEqual(['1']);
    expect(shown.at(-1)?.title).toBe('Pinned as Ask 200');
  });
});
