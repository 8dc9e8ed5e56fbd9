// Whoever goes on from the past does so in what is chosen now, and is told what will be sent.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withNode } from '#shared/flow/edit-flow.ts';
import type { FlowId } from '#shared/ids/ids.ts';
import { newNode } from '#shared/nodes/new-node.ts';
import { newFault } from '#shared/stand-in/new-fault.ts';
import { storyId } from '../../../stories/story-id.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import {
  forgetShownWorkspace,
  lookup,
  shopApi,
  shownWorkspace,
  stored,
} from '../../../support/shown-workspace.ts';
import { storyFixture } from '../../../support/stand-in-plans.ts';
import { toldEvents, toldNode, toldRunId } from '../../../support/told-run.ts';
import { rerunWanted, steppedBack } from '../../../../renderer/store/debug-actions.ts';
import { documentPatched, workspaceOpened } from '../../../../renderer/store/documents-store.ts';
import {
  momentPicked,
  runEventsArrived,
  runStarted,
  runsStore,
} from '../../../../renderer/store/runs-store.ts';
import { standInChosen } from '../../../../renderer/store/stand-ins.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';
import type { ToastContent } from '../../../../renderer/ui/overlay/toast-queue.ts';

const call = newNode('api-call', toldNode('Get'), { x: 0, y: 0 }, shopApi.id);
const flow = withNode(lookup, call);
const fixture = storyFixture('Shipped', {}, { flow: flow.id, node: call.id });
const fault = { type: 'fault', fault: newFault('refused'), attempts: 'all', then: null } as const;
const environmentId = storyId('en', 'staging');
const persona = { platform: 'phone', user: [] };
let shown: ToastContent[];

forgetShownWorkspace();
beforeEach(() => {
  bridgeDouble.reset();
  const value = { runId: storyId('rn', 'a new run') };
  bridgeDouble.answer('run.rerun-from', () => ({ ok: true as const, value }));
  workspaceOpened(shownWorkspace({ documents: [stored(shopApi), stored(flow), stored(fixture)] }));
  runsStore.setState(runsStore.getInitialState(), true);
  viewStore.setState({ ...viewStore.getInitialState(), environmentId, persona }, true);
  shown = [];
  vi.spyOn(toasts, 'show').mockImplementation((content) => String(shown.push(content)));
  lookedBackAtTheCall(flow.id);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A run that is over, and looked at as it was before its call. */
function lookedBackAtTheCall(flowId: FlowId): void {
  const events = toldEvents(
    [0, 'Start', { type: 'node-entered' }],
    [0, 'Start', { type: 'node-left', exit: 'next', through: 'next' }],
    [10, 'Get', { type: 'node-entered' }],
    [20, 'Get', { type: 'node-left', exit: 'success', through: 'success' }],
    [20, null, { type: 'run-ended', outcome: 'ended', message: null, result: null }],
  );
  runEventsArrived(events.map((event) => (event.type === 'run-started' ? { ...event, flowId } : event)));
  runStarted(flowId, toldRunId);
  momentPicked(toldRunId, null);
  steppedBack(flowId);
}

describe('going on from the past', () => {
  it('takes along what answers calls, the environment and the persona as they are now', async () => {
    standInChosen(call.id, fault);
    standInChosen(storyId('nd', 'A node of another flow'), fault);
    expect(await rerunWanted(flow.id, 'go-on')).toBe(true);
    expect(bridgeDouble.asked('run.rerun-from')).toMatchObject([
      { runId: toldRunId, environmentId, persona, standIns: { [call.id]: fault }, then: 'go-on' },
    ]);
    expect(Object.keys(bridgeDouble.asked('run.rerun-from')[0]?.standIns ?? {})).toEqual([call.id]);
  });

  it('is not done with another fixture than the one on screen', async () => {
    standInChosen(call.id, { type: 'fixture', id: fixture.id });
    const save = { type: 'conflict', reason: 'changed', message: 'Changed.', theirs: null } as const;
    documentPatched(fixture.id, (open) => ({ ...open, save }));
    expect(await rerunWanted(flow.id, 'go-on')).toBe(false);
    expect(bridgeDouble.asked('run.rerun-from')).toEqual([]);
    expect(shown).toMatchObject([{ title: 'The run did not go on', action: { label: 'Show Shipped' } }]);
  });

  it('is done once where it is asked for twice', async () => {
    const both = await Promise.all([rerunWanted(flow.id, 'go-on'), rerunWanted(flow.id, 'go-on')]);
    expect(both).toEqual([true, false]);
    expect(bridgeDouble.asked('run.rerun-from')).toHaveLength(1);
  });

  it('says whether calls are sent', async () => {
    await rerunWanted(flow.id, 'go-on');
    standInChosen(call.id, fault);
    lookedBackAtTheCall(flow.id);
    await rerunWanted(flow.id, 'go-on');
    expect(shown.map(({ body }) => body)).toEqual([
      'It shares what happened before. What comes after is done anew, and calls are sent.',
      'It shares what happened before. What comes after is done anew. 1 call stands in; others are sent.',
    ]);
  });

  it('says what answers the one call that is made again', async () => {
    await rerunWanted(flow.id, 'step');
    for (const choice of [fault, { type: 'fixture', id: fixture.id } as const]) {
      standInChosen(call.id, choice);
      lookedBackAtTheCall(flow.id);
      await rerunWanted(flow.id, 'step');
    }
    expect(shown.map(({ body }) => body)).toEqual([
      'It shares what happened before and sends this call again.',
      'It shares what happened before. This call is made again, answered by the fault “connection refused”.',
      'It shares what happened before. This call is made again, answered by the fixture “Shipped”.',
    ]);
  });
});
