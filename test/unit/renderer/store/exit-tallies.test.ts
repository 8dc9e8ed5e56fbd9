// Which exits were taken is remembered with the window: by node, whichever flow was run and however many runs came after.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newFlow } from '#shared/flow/new-flow.ts';
import { runEventSchema, type RunEvent } from '#shared/run-events/run-event.ts';
import { viewStateSchema } from '#shared/settings/view-state.ts';
import { exitTally } from '#shared/stand-in/exit-tally.ts';
import { storyId } from '../../../stories/story-id.ts';
import { toldEvents } from '../../../support/told-events.ts';
import { exitsForgotten, exitsHeard } from '../../../../renderer/store/exit-tallies.ts';
import {
  libraryStepRedone,
  libraryStepsForgotten,
  libraryStepUndone,
} from '../../../../renderer/store/library-steps.ts';
import { runEventsArrived, runsStore } from '../../../../renderer/store/runs-store.ts';
import { viewStore } from '../../../../renderer/store/view-store.ts';

const caller = newFlow(storyId('fl', 'Caller'), 'Caller', storyId('nd', 'Start of the caller'));
const inner = newFlow(storyId('fl', 'Inner'), 'Inner', storyId('nd', 'Start of the inner'));

beforeEach(() => {
  libraryStepsForgotten();
  viewStore.setState(viewStore.getInitialState(), true);
  runsStore.setState(runsStore.getInitialState(), true);
});

afterEach(() => void vi.useRealTimers());

/** A run of the caller that comes into the inner flow and leaves a node there. */
function ranThrough(run: string): readonly RunEvent[] {
  const runId = storyId('rn', run);
  const [began, ...rest] = toldEvents(runId, caller.id, 0);
  const left = runEventSchema.parse({
    v: 1,
    runId,
    seq: 1,
    at: '2026-03-04T10:00:00.000Z',
    nodeId: inner.nodes[0]?.id,
    type: 'node-left',
    exit: 'next',
    through: null,
  });
  return [...(began === undefined ? [] : [began]), left, ...rest];
}

const takenOf = (flow: typeof inner) => exitTally(flow, viewStore.getState().takenExits).taken;

it('counts what a run took in a flow that another one ran', () => {
  exitsHeard(ranThrough('one'));
  expect([takenOf(inner), takenOf(caller)]).toEqual([1, 0]);
});

it('goes on counting what runs took that are no longer remembered', () => {
  const first = ranThrough('first');
  exitsHeard(first);
  runEventsArrived(first);
  for (let count = 0; count < 25; count += 1)
    runEventsArrived(toldEvents(storyId('rn', `later ${String(count)}`), caller.id, 1));
  expect(Object.keys(runsStore.getState().runs)).not.toContain(first[0]?.runId);
  expect(takenOf(inner)).toBe(1);
  const written: unknown = JSON.parse(JSON.stringify(viewStore.getState()));
  expect(exitTally(inner, viewStateSchema.parse(written).takenExits).taken).toBe(1);
});

it('writes nothing down where no exit is new', () => {
  exitsHeard(ranThrough('one'));
  const before = viewStore.getState();
  exitsHeard(ranThrough('two'));
  expect(viewStore.getState()).toBe(before);
});

it('does not count again what a run tells of before the count began anew, as one does that goes on from the past', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-04T10:00:01.000Z') });
  const past = ranThrough('one');
  exitsHeard(past);
  exitsForgotten(inner);
  exitsHeard(past.map((event) => ({ ...event, runId: storyId('rn', 'goes on') })));
  expect(takenOf(inner)).toBe(0);
  exitsHeard(past.map((event) => ({ ...event, at: '2026-03-04T10:00:02.000Z' })));
  expect(takenOf(inner)).toBe(1);
});

it('keeps what was counted since when beginning anew is taken back, and begins anew again', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-04T10:00:01.000Z') });
  const id = inner.nodes[0]?.id ?? '';
  viewStore.setState({ takenExits: { [id]: ['earlier'] } });
  exitsForgotten(inner);
  exitsHeard(ranThrough('one').map((event) => ({ ...event, at: '2026-03-04T10:00:02.000Z' })));
  expect(libraryStepUndone(inner.id)).toBe(true);
  expect(viewStore.getState().takenExits).toEqual({ [id]: ['earlier', 'next'] });
  expect(libraryStepRedone(inner.id)).toBe(true);
  expect(viewStore.getState().takenExits).toEqual({});
  expect(libraryStepUndone(inner.id)).toBe(true);
  expect(viewStore.getState().takenExits).toEqual({ [id]: ['earlier', 'next'] });
});

it('begins anew for one flow, until that is taken back', () => {
  exitsHeard(ranThrough('one'));
  viewStore.setState(({ takenExits }) => ({
    takenExits: { ...takenExits, [caller.nodes[0]?.id ?? '']: ['next'] },
  }));
  exitsForgotten(inner);
  expect([takenOf(inner), takenOf(caller)]).toEqual([0, 1]);
  expect(libraryStepUndone(inner.id)).toBe(true);
  expect([takenOf(inner), takenOf(caller)]).toEqual([1, 1]);
});
