// A run uses what is on screen, and one that goes on can always be stopped.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunId } from '#shared/ids/ids.ts';
import { withNode } from '#shared/flow/edit-flow.ts';
import { newNode } from '#shared/nodes/new-node.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { storyId } from '../../../stories/story-id.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import {
  forgetShownWorkspace,
  lookup,
  shopApi,
  shownWorkspace,
  staging,
  stored,
} from '../../../support/shown-workspace.ts';
import { documentPatched, workspaceOpened } from '../../../../renderer/store/documents-store.ts';
import { endpointTested, runWithInputs } from '../../../../renderer/store/run-actions.ts';
import { runEventsArrived, runsStore } from '../../../../renderer/store/runs-store.ts';
import { toasts } from '../../../../renderer/store/toasts.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';
import type { ToastContent } from '../../../../renderer/ui/overlay/toast-queue.ts';

const ask = newNode('api-call', storyId('nd', 'Ask the shop'), { x: 0, y: 0 }, shopApi.id);
const flow = withNode(lookup, ask);
let runs: number;
let shown: ToastContent[];

forgetShownWorkspace();

beforeEach(() => {
  bridgeDouble.reset();
  runs = 0;
  const started = () => ({ ok: true as const, value: { runId: runIdOf((runs += 1)) } });
  bridgeDouble.answer('run.start', started);
  bridgeDouble.answer('call.test-endpoint', started);
  bridgeDouble.answer('run.cancel', ({ runId }) => {
    runEventsArrived([ended(runId)]);
    return null;
  });
  workspaceOpened(shownWorkspace({ documents: [stored(shopApi), stored(staging), stored(flow)] }));
  runsStore.setState(runsStore.getInitialState(), true);
  viewStore.setState({ ...viewStore.getInitialState(), environmentId: staging.id }, true);
  shown = [];
  vi.spyOn(toasts, 'show').mockImplementation((content) => String(shown.push(content)));
});
afterEach(() => void vi.restoreAllMocks());

const at = '2026-03-01T10:00:00.000Z';
const runIdOf = (number: number) => storyId('rn', `run ${String(number)}`);
const begun = (runId: RunId): RunEvent => ({
  v: 1,
  runId,
  seq: 0,
  at,
  type: 'run-started',
  flowId: flow.id,
  flowName: flow.name,
  environmentName: null,
});
const ended = (runId: RunId): RunEvent => ({
  v: 1,
  runId,
  seq: 1,
  at,
  type: 'run-ended',
  outcome: 'cancelled',
  message: null,
  result: null,
});

describe('starting a run', () => {
  it('ends the run of the flow that is under way, also one that nothing was heard of yet', async () => {
    await runWithInputs(flow.id, {});
    await runWithInputs(flow.id, {});
    expect(bridgeDouble.names()).toEqual(['run.start', 'run.cancel', 'run.start']);
    expect(bridgeDouble.asked('run.cancel')).toEqual([{ runId: runIdOf(1) }]);
  });

  it('leaves one alone that is over', async () => {
    await runWithInputs(flow.id, {});
    runEventsArrived([begun(runIdOf(1)), ended(runIdOf(1))]);
    await runWithInputs(flow.id, {});
    expect(bridgeDouble.names()).toEqual(['run.start', 'run.start']);
  });

  it('is one start, however often it is asked for meanwhile', async () => {
    await Promise.all([runWithInputs(flow.id, {}), runWithInputs(flow.id, {})]);
    expect(bridgeDouble.names()).toEqual(['run.start']);
  });
});

describe('a run of something else than what is on screen', () => {
  it.each([
    ['flow', flow],
    ['endpoint that it uses', shopApi],
    ['active environment', staging],
  ])('does not start: the %s was changed on disk', async (_, { id, name }) => {
    const save = { type: 'conflict', reason: 'changed', message: 'Changed.', theirs: null } as const;
    documentPatched(id, (open) => ({ ...open, save }));
    await runWithInputs(flow.id, {});
    expect(bridgeDouble.names()).toEqual([]);
    expect(shown).toMatchObject([{ title: 'The run did not start', action: { label: `Show ${name}` } }]);
  });

  it('does not start where it could not be saved, and says why', async () => {
    bridgeDouble.answer('document.save', () => ({
      ok: false,
      failure: { code: 'not-written', message: 'The disk is full.' },
    }));
    documentPatched(shopApi.id, (open) => ({ ...open, save: { type: 'unsaved' } }));
    await endpointTested(shopApi.id, 'GET', '/');
    expect(bridgeDouble.names()).not.toContain('call.test-endpoint');
    expect(shown).toMatchObject([{ title: 'The request was not sent' }]);
    expect(shown[0]?.body).toMatch(/^The disk is full\./);
  });

  it('starts where only something else is not saved', async () => {
    const save = { type: 'conflict', reason: 'changed', message: 'Changed.', theirs: null } as const;
    documentPatched(flow.id, (open) => ({ ...open, save }));
    await endpointTested(shopApi.id, 'GET', '/');
    expect(bridgeDouble.names()).toEqual(['call.test-endpoint']);
  });
});

describe('the runs that the window remembers', () => {
  it('are the last twenty that are over, and every one that goes on', () => {
    runEventsArrived([begun(runIdOf(0))]);
    for (let number = 1; number <= 25; number += 1)
      runEventsArrived([begun(runIdOf(number)), ended(runIdOf(number))]);
    const remembered = Object.keys(runsStore.getState().runs);
    expect(remembered).toHaveLength(21);
    expect(remembered).toContain(runIdOf(0));
    expect(remembered).not.toContain(runIdOf(5));
    expect(remembered).toContain(runIdOf(6));
  });
});
