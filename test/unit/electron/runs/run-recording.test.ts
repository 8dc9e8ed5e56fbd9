// The past of a run as the host keeps it: its checkpoints, what others share of them, and where it ends.
import { describe, expect, test } from 'vitest';
import { KeptBodies } from '#electron/runs/kept-bodies.ts';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';
import { LargeBodies } from '#electron/runs/response-state.ts';
import { RunRecording } from '#electron/runs/run-recording.ts';
import { newFlow } from '#shared/flow/new-flow.ts';
import { newRunState } from '#shared/interpreter/run-state.ts';
import { toldEvents, toldFlowId, toldNode, toldRunId, type ToldEvent } from '../../../support/told-run.ts';

const run = {
  what: {
    flow: newFlow(toldFlowId, 'Told', toldNode('Start')),
    environmentId: null,
    told: { origin: { type: 'flow' as const }, name: 'Told', inputs: {} },
  },
  bodies: new KeptBodies('/nowhere', new KnownSecrets()),
  largeBodies: new LargeBodies(),
};
const state = (steps: number) => {
  const fresh = newRunState(toldRunId, toldFlowId, [1, 2, 3, 4]);
  return { ...fresh, counters: { ...fresh.counters, steps } };
};
const entered: ToldEvent[2] = { type: 'node-entered' };
const left: ToldEvent[2] = { type: 'node-left', exit: 'next', through: 'next' };
const events = toldEvents([0, 'Start', entered], [0, 'Start', left], [1, 'Ask', entered]);

function recorded(): RunRecording {
  const recording = new RunRecording(run);
  recording.note(events.slice(0, 2));
  recording.reached(state(1));
  recording.note(events.slice(2));
  recording.reached(state(2));
  return recording;
}

describe('a recording', () => {
  test('finds a checkpoint by the event that entered its node, and the events by then', () => {
    const recording = recorded();
    const first = recording.at(1);
    expect(first?.state.counters.steps).toBe(1);
    expect(first === null ? [] : recording.eventsAt(first)).toEqual(events.slice(0, 2));
    expect(recording.at(0)).toBeNull();
    expect(recording.at(2)).toBeNull();
  });

  test('finds the last checkpoint as it was edited', () => {
    const recording = recorded();
    const value = { type: 'number' as const, json: '1', truncated: false };
    const more = toldEvents([2, 'Ask', { type: 'variable-edited', name: 'a', part: [], value }]).slice(1);
    recording.note(more);
    recording.amended(state(7));
    expect(recording.at(3)).toMatchObject({ seq: 3, events: 5, state: { counters: { steps: 7 } } });
    expect(recording.at(1)?.state.counters.steps).toBe(1);
  });

  test('is shared to a checkpoint and no further', () => {
    const recording = recorded();
    const first = recording.at(1);
    if (first === null) throw new Error('It was recorded.');
    const shared = recording.sharedTo(first, run);
    shared.note(recording.eventsAt(first));
    expect(shared.at(1)?.state).toBe(first.state);
    expect(shared.at(3)).toBeNull();
    shared.note(events.slice(2));
    shared.reached(state(9));
    expect(shared.at(3)?.state.counters.steps).toBe(9);
    expect(recording.at(3)?.state.counters.steps).toBe(2);
  });

  test('is given up where the run takes too much memory', () => {
    const recording = recorded();
    const value = { type: 'text' as const, json: JSON.stringify('x'.repeat(60_000)), truncated: true };
    const large = toldEvents([2, 'Ask', { type: 'variable-set', name: 'a', value }]).slice(1);
    expect(recording.bytes).toBeGreaterThan(0);
    for (let round = 0; round < 1200; round += 1) recording.note(large);
    expect([recording.isTooLong, recording.bytes, recording.at(1)]).toEqual([true, 0, null]);
    recording.reached(state(3));
    expect(recording.at(3)).toBeNull();
  });
});
