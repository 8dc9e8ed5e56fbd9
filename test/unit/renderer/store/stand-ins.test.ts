// What answers a call is a choice of the window: it goes with the runs of its flow, and a pinned response is one.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withNode } from '#shared/flow/edit-flow.ts';
import { newFlow } from '#shared/flow/new-flow.ts';
import { newNode } from '#shared/nodes/new-node.ts';
import { maskText } from '#shared/request/masked-request.ts';
import type { CallView, RunView } from '#shared/run-events/run-view.ts';
import { viewStateSchema } from '#shared/settings/view-state.ts';
import { newFault } from '#shared/stand-in/new-fault.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import {
  forgetShownWorkspace,
  lookup,
  shopApi,
  shownWorkspace,
  stored,
} from '../../../support/shown-workspace.ts';
import { toldCallEnd, toldEvents, toldRequest, toldRunId, toldSettings } from '../../../support/told-run.ts';
import { storyFixture } from '../../../support/stand-in-plans.ts';
import { documentsOf } from '../../../../renderer/store/documents-of.ts';
import {
  documentAdded,
  documentsStore,
  workspaceOpened,
} from '../../../../renderer/store/documents-store.ts';
import {
  libraryStepRedone,
  libraryStepsForgotten,
  libraryStepUndone,
} from '../../../../renderer/store/library-steps.ts';
import { isPinnable, pinnableCalls, responsePinned } from '../../../../renderer/store/pin-fixture.ts';
import { callTried, runWithInputs } from '../../../../renderer/store/run-actions.ts';
import { runsStore } from '../../../../renderer/store/runs-store.ts';
import { standInChosen, standInsCleared, standInWords } from '../../../../renderer/store/stand-ins.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';
import type { ToastContent } from '../../../../renderer/ui/overlay/toast-queue.ts';

const ask = newNode('api-call', storyId('nd', 'Ask the shop'), { x: 0, y: 0 }, shopApi.id);
const flow = withNode(lookup, ask);
const fixture = storyFixture('Shipped', {}, { flow: flow.id, node: ask.id });
const other = storyId('nd', 'A node of another flow');
let shown: ToastContent[];

forgetShownWorkspace();

beforeEach(() => {
  bridgeDouble.reset();
  libraryStepsForgotten();
  const started = () => ({ ok: true as const, value: { runId: storyId('rn', 'run') } });
  bridgeDouble.answer('run.start', started);
  bridgeDouble.answer('call.try', started);
  workspaceOpened(shownWorkspace({ documents: [stored(shopApi), stored(flow), stored(fixture)] }));
  viewStore.setState(viewStore.getInitialState(), true);
  runsStore.setState(runsStore.getInitialState(), true);
  shown = [];
  vi.spyOn(toasts, 'show').mockImplementation((content) => String(shown.push(content)));
});

describe('what answers a call', () => {
  const fault = { type: 'fault', fault: newFault('refused'), attempts: 2, then: fixture.id } as const;

  it('is as it was chosen since when a message takes back that all calls went live', () => {
    const second = { ...ask, id: storyId('nd', 'Ask again') };
    const both = withNode(flow, second);
    workspaceOpened(shownWorkspace({ documents: [stored(shopApi), stored(both), stored(fixture)] }));
    standInChosen(ask.id, fault);
    standInChosen(second.id, fault);
    standInsCleared(both.id);
    expect(viewStore.getState().standIns).toEqual({});
    const since = { type: 'fixture', id: fixture.id } as const;
    standInChosen(ask.id, since);
    shown[0]?.action?.onClick();
    expect(viewStore.getState().standIns).toEqual({ [ask.id]: since, [second.id]: fault });
  });

  it('goes with the runs of its own flow', async () => {
    standInChosen(ask.id, fault);
    standInChosen(other, { type: 'fixture', id: fixture.id });
    await runWithInputs(flow.id, {});
    await callTried(flow, ask, {});
    expect(bridgeDouble.asked('run.start').map(({ standIns }) => standIns)).toEqual([{ [ask.id]: fault }]);
    expect(bridgeDouble.asked('call.try').map(({ standIns }) => standIns)).toEqual([{ [ask.id]: fault }]);
  });

  it('is taken back and done again in the view of its flow', () => {
    standInChosen(ask.id, fault);
    standInsCleared(flow.id);
    const now = () => viewStore.getState().standIns;
    expect(now()).toEqual({});
    expect(libraryStepUndone(null)).toBe(false);
    shown.at(-1)?.action?.onClick();
    expect(now()).toEqual({ [ask.id]: fault });
    expect(libraryStepUndone(flow.id)).toBe(true);
    expect(now()).toEqual({});
    expect(libraryStepRedone(flow.id)).toBe(true);
    expect(now()).toEqual({ [ask.id]: fault });
  });

  it('is none again where all calls of the flow go live, and others stay', async () => {
    standInChosen(ask.id, fault);
    standInChosen(other, fault);
    standInsCleared(flow.id);
    await runWithInputs(flow.id, {});
    expect(bridgeDouble.asked('run.start')[0]?.standIns).toEqual({});
    expect(Object.keys(viewStore.getState().standIns)).toEqual([other]);
  });

  it('is none again in the flows that the flow runs, too', () => {
    const caller = storyFlow({
      name: 'Caller',
      nodes: [
        ['Start', 'start', {}],
        ['Look up', 'sub-flow', { flow: flow.id }],
      ],
      connections: [['Start', 'next', 'Look up']],
    });
    documentAdded(caller);
    standInChosen(ask.id, fault);
    standInChosen(other, fault);
    standInsCleared(caller.id);
    expect(Object.keys(viewStore.getState().standIns)).toEqual([other]);
    expect(shown.at(-1)?.title).toBe('1 call goes live again');
    expect(libraryStepUndone(caller.id)).toBe(true);
    expect(viewStore.getState().standIns[ask.id]).toEqual(fault);
  });

  it('is remembered with the window', () => {
    standInChosen(ask.id, fault);
    const written: unknown = JSON.parse(JSON.stringify(viewStore.getState()));
    expect(viewStateSchema.parse(written).standIns).toEqual({ [ask.id]: fault });
  });

  it('has words, also where its fixture is gone', () => {
    expect(standInWords(fault, () => null)).toEqual({
      type: 'fault',
      name: 'connection refused, first 2 attempts',
    });
    expect(standInWords({ type: 'fixture', id: fixture.id }, () => null).name).toBe('a fixture that is gone');
  });
});

describe('a response that is pinned', () => {
  const ended = {
    status: 'success',
    statusCode: 200,
    reason: 'OK',
    headers: [['X-Echo', `Bearer ${maskText}`]],
    tookMs: 3,
  };
  const callOf = (parts: object): CallView =>
    ({ index: 0, nodeId: ask.id, startMs: 0, ended, body: null, ...parts }) as unknown as CallView;
  const runOf = (call: CallView, startedAt = '2026-03-01T10:00:00.000Z'): RunView =>
    ({ runId: storyId('rn', startedAt), flowId: flow.id, startedAt, calls: [call] }) as unknown as RunView;
  const body = { handle: 'body-1', sizeBytes: 11, contentType: null, kind: 'json' } as const;

  it('becomes a fixture of its call, answers it from then on, and says that secrets are masked', async () => {
    const base64 = Buffer.from('{"id":"ü"}').toString('base64');
    bridgeDouble.answer('body.read', () => ({
      ok: true,
      value: { base64, nextOffset: null, sizeBytes: 11 },
    }));
    const call = callOf({ body });
    await responsePinned({ run: runOf(call), call, isJustRead: true });
    const standIn = viewStore.getState().standIns[ask.id];
    const pinned =
      documentsStore.getState().documents[standIn?.type === 'fixture' ? standIn.id : '']?.document;
    expect(pinned).toMatchObject({
      format: 'flowbench.fixture',
      name: `${ask.name} 200`,
      flow: flow.id,
      node: ask.id,
      headers: [{ name: 'X-Echo', value: 'Bearer ********', enabled: true }],
      body: { text: '{"id":"ü"}' },
    });
    expect(shown[0]?.body).toContain('Its secrets are masked.');
  });

  it('has the head that the history tells by now, without what became a secret after the window was told', async () => {
    const told = toldEvents(
      [0, 'Ask', { type: 'node-entered' }],
      [
        1,
        'Ask',
        { type: 'call-prepared', endpointName: 'Shop API', request: toldRequest, settings: toldSettings },
      ],
      [4, 'Ask', toldCallEnd({ headers: [['X-Echo', maskText]] })],
    );
    bridgeDouble.answer('history.open', () => ({
      ok: true,
      value: { record: null, events: [...told], skipped: 0, nextOffset: null },
    }));
    const plain = callOf({ ended: { ...ended, headers: [['X-Echo', 'sesame']], seq: told.at(-1)!.seq } });
    const run = { ...runOf(plain), runId: toldRunId };
    runsStore.setState(({ runs }) => ({ runs: { ...runs, [toldRunId]: run } }));
    await responsePinned({ run, call: plain });
    const fixtures = documentsOf(documentsStore.getState().documents, 'flowbench.fixture');
    expect(fixtures.find(({ name }) => name === `${ask.name} 200`)?.headers).toMatchObject([
      { name: 'X-Echo', value: '********' },
    ]);
  });

  it('is refused in words where the history cannot say what is secret in it by now', async () => {
    const failure = { code: 'gone', message: 'This run is not there any more.' } as const;
    bridgeDouble.answer('history.open', () => ({ ok: false, failure }));
    const call = callOf({});
    await responsePinned({ run: runOf(call), call });
    expect(shown.map((toast) => toast.body)).toEqual(['This run is not there any more.']);
    expect(viewStore.getState().standIns).toEqual({});
  });

  it('becomes a fixture of the sub-flow that its call is in, whichever flow was run', async () => {
    const caller = newFlow(storyId('fl', 'Caller'), 'Caller', storyId('nd', 'Its Start'));
    workspaceOpened(shownWorkspace({ documents: [stored(caller), stored(flow)] }));
    const call = callOf({});
    await responsePinned({ run: { ...runOf(call), flowId: caller.id }, call, isJustRead: true });
    const standIn = viewStore.getState().standIns[ask.id];
    const pinned =
      documentsStore.getState().documents[standIn?.type === 'fixture' ? standIn.id : '']?.document;
    expect(pinned).toMatchObject({ flow: flow.id, node: ask.id });
    // The step can be taken back where the call is.
    expect(libraryStepUndone(caller.id)).toBe(false);
  });

  it('is refused in words where its call was deleted', async () => {
    const call = callOf({ nodeId: other });
    await responsePinned({ run: runOf(call), call });
    expect(shown.map((toast) => toast.body)).toEqual([
      'The API Call that it answered is in no flow of this workspace any more.',
    ]);
  });

  it('is refused in words where its body is gone or too large', async () => {
    bridgeDouble.answer('body.read', () => ({
      ok: false,
      failure: { code: 'gone', message: 'It is gone.' },
    }));
    const gone = callOf({ body });
    await responsePinned({ run: runOf(gone), call: gone });
    const large = callOf({ body: { ...body, sizeBytes: 2_000_000 } });
    await responsePinned({ run: runOf(large), call: large });
    expect(shown.map((toast) => toast.body)).toEqual([
      'It is gone.',
      'Its body has 2.00 MB; a fixture holds at most 1.00 MB.',
    ]);
    expect(viewStore.getState().standIns).toEqual({});
  });

  it('can be had of every complete response of the runs that are remembered, the newest first', () => {
    const early = runOf(callOf({}), '2026-03-01T09:00:00.000Z');
    const late = runOf(callOf({}), '2026-03-01T11:00:00.000Z');
    const failed = runOf(callOf({ ended: { ...ended, statusCode: null } }), '2026-03-01T12:00:00.000Z');
    expect(pinnableCalls({ early, failed, late }, ask.id).map(({ run }) => run)).toEqual([late, early]);
    expect(isPinnable(callOf({ ended: null }))).toBe(false);
  });
});
