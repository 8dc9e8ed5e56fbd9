// A run that no flow shows any more is stopped, and it is said: nobody could answer it or stop it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FlowId, RunId } from '#shared/ids/ids.ts';
import { runEventSchema, type RunEvent } from '#shared/run-events/run-event.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { forgetShownWorkspace, lookup, shownWorkspace, stored } from '../../../support/shown-workspace.ts';
import { storyId } from '../../../stories/story-id.ts';
import { documentRemoved, workspaceOpened } from '../../../../renderer/store/documents-store.ts';
import { runEventsArrived, runStarted, runsStore } from '../../../../renderer/store/runs-store.ts';
import { startStoppingUnseenRuns } from '../../../../renderer/store/unseen-runs.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';

const child = { ...lookup, id: storyId('fl', 'Child'), name: 'Child' };
const parent = { ...lookup, id: storyId('fl', 'Parent'), name: 'Parent' };
const childRun = storyId('rn', 'of Child');
const parentRun = storyId('rn', 'of Parent');
const told = vi.fn<(words: string) => void>();
let stopLooking: () => void;

forgetShownWorkspace();
beforeEach(() => {
  bridgeDouble.reset();
  bridgeDouble.answer('run.cancel', () => null);
  workspaceOpened(shownWorkspace({ documents: [stored(child), stored(parent)] }));
  runsStore.setState(runsStore.getInitialState(), true);
  told.mockReset();
  vi.spyOn(toasts, 'show').mockImplementation(({ body, title }) => {
    told(`${title}. ${body ?? ''}`);
    return '';
  });
  stopLooking = startStoppingUnseenRuns();
});
afterEach(() => {
  stopLooking();
  vi.restoreAllMocks();
});

const stamped = (runId: RunId, seq: number, body: object): RunEvent =>
  runEventSchema.parse({ v: 1, runId, seq, at: '2026-03-01T10:00:00.000Z', ...body });
const starts = (runId: RunId, flow: { readonly id: FlowId; readonly name: string }): void => {
  const begun = { type: 'run-started', flowId: flow.id, flowName: flow.name, environmentName: null };
  runEventsArrived([stamped(runId, 0, begun)]);
  runStarted(flow.id, runId);
};
const comesInto = (runId: RunId, flow: { readonly id: FlowId; readonly name: string }): void =>
  runEventsArrived([
    stamped(runId, 1, {
      type: 'flow-entered',
      flowId: flow.id,
      flowName: flow.name,
      nodeId: storyId('nd', 'Run'),
    }),
  ]);
const ends = (runId: RunId): void =>
  runEventsArrived([stamped(runId, 1, { type: 'run-ended', outcome: 'ended', message: null, result: null })]);
const stopped = () => bridgeDouble.asked('run.cancel').map(({ runId }) => runId);

test('a run whose flow another one comes into is stopped', () => {
  starts(childRun, child);
  starts(parentRun, parent);
  expect(stopped()).toEqual([]);
  comesInto(parentRun, child);
  expect(stopped()).toEqual([childRun]);
  expect(told.mock.calls).toEqual([
    ['The run of Child was stopped. A run of Parent came into Child and is shown there now.'],
  ]);
});

test('one that is over, or that its own flow still shows, is left alone', () => {
  starts(childRun, child);
  ends(childRun);
  starts(parentRun, parent);
  comesInto(parentRun, child);
  // Whoever runs the sub-flow alone takes its place there; the other run is answered where it began.
  starts(storyId('rn', 'again'), child);
  expect(stopped()).toEqual([]);
});

test('a run of the same flow takes the place of the one before, which whoever started it ended', () => {
  starts(parentRun, parent);
  comesInto(parentRun, child);
  const again = storyId('rn', 'again');
  starts(again, parent);
  comesInto(again, child);
  expect(told).not.toHaveBeenCalled();
});

test('a run whose flow is deleted is stopped', () => {
  starts(childRun, child);
  documentRemoved(child.id);
  expect(stopped()).toEqual([childRun]);
  expect(told.mock.calls).toEqual([['The run of Child was stopped. Its flow is gone.']]);
});

test('one that has come into a flow that is there goes on until that is deleted too', () => {
  starts(parentRun, parent);
  comesInto(parentRun, child);
  documentRemoved(parent.id);
  expect(stopped()).toEqual([]);
  documentRemoved(child.id);
  expect(stopped()).toEqual([parentRun]);
});

test('another workspace ends its runs by itself', () => {
  starts(childRun, child);
  workspaceOpened(shownWorkspace({ documents: [] }));
  expect(stopped()).toEqual([]);
});
