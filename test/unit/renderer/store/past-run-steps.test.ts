// Steps through a run of the history: they ask nobody, and leave alone the run that is hidden by it.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { toldEvents, toldFlowId, toldNode, toldRunId, type ToldEvent } from '../../../support/told-run.ts';
import { storyId } from '../../../stories/story-id.ts';
import {
  debugWanted,
  runToNodeWanted,
  steppedBack,
  steppedForward,
  stepWanted,
} from '../../../../renderer/store/debug-actions.ts';
import { pastChoices } from '../../../../renderer/store/debug-choices.ts';
import {
  pastRunRead,
  pastRunShown,
  pastRunsForgotten,
  pastRunsStore,
  type PastRun,
} from '../../../../renderer/store/past-runs.ts';
import { runEventsArrived, runsStore, runStarted } from '../../../../renderer/store/runs-store.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';

const entered: ToldEvent[2] = { type: 'node-entered' };
const left: ToldEvent[2] = { type: 'node-left', exit: 'next', through: 'next' };
const events = toldEvents(
  [0, 'Start', entered],
  [0, 'Start', left],
  [10, 'Ask', entered],
  [20, 'Ask', left],
  [20, 'Get', entered],
  [30, 'Get', left],
  [30, null, { type: 'run-ended', outcome: 'ended', message: null, result: null }],
);
const flowId = toldFlowId;
const liveId = storyId('rn', 'a run under way');
const underWay = toldEvents([0, 'Start', entered]).map((event): RunEvent => ({ ...event, runId: liveId }));

const past = (): PastRun => {
  const run = pastRunsStore.getState().shown[flowId];
  if (run === undefined) throw new Error('No run of the history is shown.');
  return run;
};
const at = () => past().back?.view.paused?.nodeId;

beforeEach(async () => {
  bridgeDouble.reset();
  pastRunsForgotten();
  runsStore.setState(runsStore.getInitialState(), true);
  vi.spyOn(toasts, 'show')
    .mockReset()
    .mockImplementation(() => '');
  bridgeDouble.answer('history.open', () => ({
    ok: true,
    value: { record: null, events: [...events], nextOffset: null, skipped: 0 },
  }));
  const read = await pastRunRead(toldRunId);
  if (!read.ok) throw new Error(read.failure);
  runEventsArrived(underWay);
  runStarted(flowId, liveId);
  pastRunShown(flowId, read.value);
  bridgeDouble.reset();
});

describe('a run of the history', () => {
  it('is looked at moment by moment, back and forward, and nobody is asked', async () => {
    expect(pastChoices(past())).toEqual(['begin', 'back']);
    const seen = ['Get', 'Ask', 'Start'].map(() => {
      steppedBack(flowId);
      return at();
    });
    expect(seen).toEqual(['Get', 'Ask', 'Start'].map(toldNode));
    expect(pastChoices(past())).toEqual(['step', 'forward']);
    steppedBack(flowId);
    expect(at()).toBe(toldNode('Start'));
    steppedForward(flowId);
    expect(at()).toBe(toldNode('Ask'));
    await stepWanted(flowId, 'over');
    expect(at()).toBe(toldNode('Get'));
    expect(past().view.outcome).toBe('ended');
    await stepWanted(flowId, 'into');
    expect(past().back).toBeNull();
    expect(bridgeDouble.names()).toEqual([]);
  });

  it('is left by F5 as a whole, from wherever one looks at it', async () => {
    steppedBack(flowId);
    steppedBack(flowId);
    await debugWanted(flowId);
    expect(past().back).toBeNull();
    expect(bridgeDouble.names()).toEqual([]);
  });

  it('hides a run that nothing is done to, and that is said', async () => {
    await debugWanted(flowId);
    await stepWanted(flowId, 'over');
    await runToNodeWanted(flowId, toldNode('Get'));
    expect(bridgeDouble.names()).toEqual([]);
    expect(runsStore.getState().lookedBack).toEqual({});
    expect(vi.mocked(toasts.show)).toHaveBeenCalledTimes(3);
  });

  it('is there as a whole where its moments were put away', () => {
    steppedBack(flowId);
    const large = { bytes: 200 * 1024 * 1024 } as PastRun['past'];
    pastRunShown('another', { ...past(), past: large, back: null });
    expect(past()).toMatchObject({ past: null, back: null, view: { outcome: 'ended' } });
    expect(pastChoices(past())).toEqual(['begin']);
    steppedBack(flowId);
    expect(past().back).toBeNull();
  });
});
