// What the debugger does in the window: looking back asks nobody, and everything else asks for exactly one thing.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withNode } from '#shared/flow/edit-flow.ts';
import { newNode } from '#shared/nodes/new-node.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { forgetShownWorkspace, lookup, shownWorkspace, stored } from '../../../support/shown-workspace.ts';
import { toldEvents as eventsTold, toldNode, toldRunId, type ToldEvent } from '../../../support/told-run.ts';
import { storyId } from '../../../stories/story-id.ts';
import { breakpointsOf, breakpointSet, breakpointToggled } from '../../../../renderer/store/breakpoints.ts';
import {
  debugWanted,
  pauseWanted,
  rerunWanted,
  runToNodeWanted,
  startTellingBreakpoints,
  steppedBack,
  steppedForward,
  stepWanted,
  variableEdited,
} from '../../../../renderer/store/debug-actions.ts';
import { debugChoices } from '../../../../renderer/store/debug-choices.ts';
import { workspaceOpened } from '../../../../renderer/store/documents-store.ts';
import {
  runDebugged,
  runEventsArrived,
  runStarted,
  runsStore,
  shownRun,
} from '../../../../renderer/store/runs-store.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';

const flowId = lookup.id;
/** The events of a told run of the flow that is shown. */
const toldEvents = (...told: readonly ToldEvent[]): readonly RunEvent[] =>
  eventsTold(...told).map((event) => (event.type === 'run-started' ? { ...event, flowId } : event));
const done = () => ({ ok: true as const, value: null });
const newRun = storyId('rn', 'a new run');
const entered: ToldEvent[2] = { type: 'node-entered' };
const left: ToldEvent[2] = { type: 'node-left', exit: 'next', through: 'next' };
const paused: ToldEvent[2] = { type: 'paused', why: 'breakpoint', exit: null, trouble: null };
const ended: ToldEvent[2] = { type: 'run-ended', outcome: 'ended', message: null, result: null };

const toGet: readonly ToldEvent[] = [
  [0, 'Start', entered],
  [0, 'Start', left],
  [10, 'Ask', entered],
  [20, 'Ask', left],
  [20, 'Get', entered],
];
const pausedAtGet = toldEvents(...toGet, [30, 'Get', paused]);
const overAtGet = toldEvents(...toGet, [30, 'Get', left], [30, null, ended]);
const askedAtGet = toldEvents(...toGet, [30, 'Get', { type: 'asked', text: 'Which?', answerType: 'text' }]);

forgetShownWorkspace();
let stopTelling: () => void;
beforeEach(() => {
  bridgeDouble.reset();
  for (const name of ['run.continue', 'run.pause', 'run.step', 'run.run-to', 'run.cancel'] as const)
    bridgeDouble.answer(name, done);
  bridgeDouble.answer('run.set-breakpoints', done);
  bridgeDouble.answer('run.edit-variable', done);
  bridgeDouble.answer('run.start', () => ({ ok: true as const, value: { runId: newRun } }));
  bridgeDouble.answer('run.rerun-from', () => ({ ok: true as const, value: { runId: newRun } }));
  workspaceOpened(shownWorkspace({ documents: [stored(lookup)] }));
  runsStore.setState(runsStore.getInitialState(), true);
  viewStore.setState(viewStore.getInitialState(), true);
  vi.spyOn(toasts, 'show').mockImplementation(() => '');
  stopTelling = startTellingBreakpoints();
});
afterEach(() => {
  stopTelling();
  vi.restoreAllMocks();
});

function has(events: readonly RunEvent[], isDebugged = true): void {
  runEventsArrived(events);
  if (isDebugged) runDebugged(toldRunId);
  runStarted(flowId, toldRunId);
}
const shown = () => shownRun(runsStore.getState(), toldRunId);
const choices = () => debugChoices(runsStore.getState(), flowId);

describe('looking back', () => {
  it('shows the run as it was, moment by moment, and asks nobody', () => {
    has(overAtGet);
    const seen = [3, 2, 1].map(() => {
      steppedBack(flowId);
      return shown()?.paused?.nodeId;
    });
    expect(seen).toEqual(['Get', 'Ask', 'Start'].map(toldNode));
    steppedBack(flowId);
    expect(shown()?.paused?.nodeId).toBe(toldNode('Start'));
    expect(runsStore.getState().runs[toldRunId]?.outcome).toBe('ended');
    for (let step = 0; step < 3; step += 1) steppedForward(flowId);
    expect(shown()?.outcome).toBe('ended');
    expect(bridgeDouble.names()).toEqual([]);
  });

  it('goes on forward by steps, and with F5 to now', async () => {
    has(overAtGet);
    steppedBack(flowId);
    steppedBack(flowId);
    await stepWanted(flowId, 'over');
    expect(shown()?.paused?.nodeId).toBe(toldNode('Get'));
    await debugWanted(flowId);
    expect(shown()?.outcome).toBe('ended');
    expect(bridgeDouble.names()).toEqual([]);
  });

  it('goes on for real where the run stands still', async () => {
    has(pausedAtGet);
    steppedBack(flowId);
    expect(shown()?.paused?.nodeId).toBe(toldNode('Ask'));
    await debugWanted(flowId);
    expect(shown()?.paused?.nodeId).toBe(toldNode('Get'));
    expect(bridgeDouble.names()).toContain('run.continue');
  });
});

describe('what can be done', () => {
  it('is to begin where there is no run or it is over, and then also to go back', () => {
    expect(choices()).toEqual(['begin']);
    has(overAtGet);
    expect(choices()).toEqual(['begin', 'back']);
  });

  it('is to step, to go back and to run again where the run stands still', () => {
    has(pausedAtGet);
    expect(choices()).toEqual(['step', 'rerun', 'back']);
  });

  it('is to pause where it goes on, once', async () => {
    has(askedAtGet);
    expect(choices()).toContain('pause');
    await pauseWanted(flowId);
    expect(choices()).not.toContain('pause');
    runEventsArrived(toldEvents(...toGet, [40, 'Get', paused]).slice(-1));
    expect(runsStore.getState().pausing.size).toBe(0);
  });
});

describe('debugging', () => {
  it('starts with the breakpoints of the flow, and steps from its first node', async () => {
    breakpointSet(flowId, { node: 'nd_x', exit: null, condition: 'eq a 1' });
    await debugWanted(flowId);
    const breakpoints = [{ node: 'nd_x', exit: null, condition: 'eq a 1' }];
    expect(bridgeDouble.asked('run.start').at(-1)).toMatchObject({
      debug: { breakpoints, pauseAtStart: false },
    });
    runsStore.setState(runsStore.getInitialState(), true);
    await stepWanted(flowId, 'over');
    expect(bridgeDouble.asked('run.start').at(-1)).toMatchObject({ debug: { pauseAtStart: true } });
    runsStore.setState(runsStore.getInitialState(), true);
    await runToNodeWanted(flowId, toldNode('Get'));
    expect(bridgeDouble.asked('run.start').at(-1)).toMatchObject({ debug: { runTo: toldNode('Get') } });
  });

  it('tells a debugged run of breakpoints that change, and a plain one not until it is gone on with', async () => {
    has(pausedAtGet);
    breakpointToggled(flowId, { node: 'nd_x', exit: null });
    expect(bridgeDouble.asked('run.set-breakpoints')).toEqual([
      { runId: toldRunId, breakpoints: breakpointsOf(flowId) },
    ]);
    runsStore.setState(runsStore.getInitialState(), true);
    has(pausedAtGet, false);
    breakpointToggled(flowId, { node: 'nd_x', exit: null });
    expect(bridgeDouble.asked('run.set-breakpoints')).toHaveLength(1);
    await debugWanted(flowId);
    expect(bridgeDouble.names().slice(-2)).toEqual(['run.set-breakpoints', 'run.continue']);
  });

  it('tells a run also of breakpoints in a flow that it has not come into yet, and of no others', () => {
    const inner = { ...lookup, id: storyId('fl', 'Inner'), name: 'Inner' };
    const call = newNode('sub-flow', storyId('nd', 'Run inner'), { x: 0, y: 0 }, null);
    if (call.kind !== 'sub-flow') throw new Error('This is no node that runs a flow.');
    const runsInner = { ...call, config: { ...call.config, flow: inner.id } };
    const outer = withNode(lookup, runsInner);
    workspaceOpened(shownWorkspace({ documents: [stored(outer), stored(inner)] }));
    has(pausedAtGet);
    breakpointToggled('fl_another', { node: 'nd_x', exit: null });
    expect(bridgeDouble.names()).toEqual([]);
    breakpointToggled(inner.id, { node: 'nd_y', exit: null });
    breakpointToggled(inner.id, { node: 'nd_y', exit: null });
    expect(bridgeDouble.asked('run.set-breakpoints').map(({ breakpoints }) => breakpoints)).toEqual([
      [{ node: 'nd_y', exit: null, condition: '' }],
      [],
    ]);
  });

  it('edits the run where it stands still', async () => {
    has(pausedAtGet);
    await variableEdited(flowId, { path: ['order', 'id'], text: '7' });
    expect(bridgeDouble.asked('run.edit-variable')).toEqual([
      { runId: toldRunId, path: ['order', 'id'], text: '7' },
    ]);
  });

  it('edits the past in a new run, which the window shows from then on, and ends the one before', async () => {
    has(pausedAtGet);
    steppedBack(flowId);
    await variableEdited(flowId, { path: ['order'], text: '7' });
    expect(bridgeDouble.asked('run.rerun-from')).toEqual([
      {
        runId: toldRunId,
        seq: 3,
        edits: [{ path: ['order'], text: '7' }],
        breakpoints: [],
        then: 'stay',
        environmentId: null,
        persona: viewStore.getInitialState().persona,
        standIns: {},
      },
    ]);
    expect(runsStore.getState().latestOfFlow[flowId]).toBe(newRun);
    expect(bridgeDouble.asked('run.cancel')).toEqual([{ runId: toldRunId }]);
  });

  it('says why a moment cannot be gone on from, and stays where it is', async () => {
    bridgeDouble.answer('run.rerun-from', () => ({
      ok: false as const,
      failure: { code: 'past-gone' as const, message: 'Gone.', field: null },
    }));
    has(pausedAtGet);
    steppedBack(flowId);
    expect(await rerunWanted(flowId, 'go-on')).toBe(false);
    expect(toasts.show).toHaveBeenCalledWith(expect.objectContaining({ body: 'Gone.' }));
    expect(runsStore.getState().latestOfFlow[flowId]).toBe(toldRunId);
    expect(bridgeDouble.asked('run.cancel')).toEqual([]);
  });
});
