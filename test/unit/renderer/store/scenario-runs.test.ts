// What the window knows of scenarios that were run, from what main tells.
import { afterEach, describe, expect, it } from 'vitest';
import type { ScenarioResult } from '#shared/ipc/channels/scenario-channels.ts';
import { snapshotTitle } from '#shared/scenario/judge-conversation.ts';
import {
  isBusy,
  keptResultsArrived,
  scenarioProgressArrived,
  scenarioRunsForgotten,
  scenarioRunsStore,
  statusOf,
  tellingResult,
  wantsSnapshot,
} from '../../../../renderer/store/scenario-runs.ts';
import { storyId } from '../../../stories/story-id.ts';

afterEach(scenarioRunsForgotten);

const scenarioId = storyId('sc', 'Told');
const place = (row: number | null) => ({ scenarioId, row });
const expectation = (title: string, passed: boolean) => ({
  at: null,
  title,
  passed,
  expected: '1',
  actual: '2',
  seq: 3,
});

function ended(
  row: number | null,
  outcome: ScenarioResult['outcome'],
  results: ScenarioResult['results'] = [],
) {
  const result: ScenarioResult = {
    ...place(row),
    outcome,
    results,
    trouble: null,
    runId: null,
    tookMs: 5,
    endedAt: '2026-03-01T10:00:00.000Z',
    said: [],
    covered: [],
    madeFrom: {},
  };
  return { type: 'ended', result } as const;
}

const now = () => scenarioRunsStore.getState().runs[scenarioId];

describe('a scenario', () => {
  it('waits, is under way, and stands as its worst row does', () => {
    scenarioProgressArrived([{ type: 'waiting', places: [place(1), place(2)] }]);
    expect([statusOf(now()), isBusy(now())]).toEqual(['waiting', true]);
    scenarioProgressArrived([{ type: 'began', place: place(2) }]);
    expect(statusOf(now())).toBe('running');
    scenarioProgressArrived([ended(2, 'failed'), ended(1, 'passed')]);
    expect([statusOf(now()), isBusy(now())]).toEqual(['failed', false]);
    expect(tellingResult(now())?.row).toBe(2);
    expect(now()?.rows.map(({ row }) => row)).toEqual([1, 2]);
  });

  it('begins anew where it is run again', () => {
    scenarioProgressArrived([{ type: 'waiting', places: [place(1), place(2)] }, ended(1, 'failed')]);
    scenarioProgressArrived([{ type: 'waiting', places: [place(null)] }]);
    expect(now()?.rows).toEqual([{ row: null, status: 'waiting', result: null }]);
  });

  it('wants a snapshot where nothing but that fails it', () => {
    scenarioProgressArrived([ended(null, 'failed', [expectation(snapshotTitle, false)])]);
    expect(wantsSnapshot(now())).toBe(true);
    const more = [expectation(snapshotTitle, false), expectation('the run ends normally', false)];
    scenarioProgressArrived([ended(null, 'failed', more)]);
    expect(wantsSnapshot(now())).toBe(false);
    scenarioProgressArrived([ended(null, 'passed', [expectation(snapshotTitle, true)])]);
    expect(wantsSnapshot(now())).toBe(false);
  });
});

describe('results of before', () => {
  it('are there again, and give way to what was run meanwhile', () => {
    scenarioProgressArrived([{ type: 'waiting', places: [place(null)] }]);
    keptResultsArrived([ended(null, 'failed').result]);
    expect(statusOf(now())).toBe('waiting');
    scenarioRunsForgotten();
    keptResultsArrived([ended(1, 'passed').result, ended(2, 'failed').result]);
    expect(now()?.rows.map(({ row, status }) => [row, status])).toEqual([
      [1, 'passed'],
      [2, 'failed'],
    ]);
  });
});

it('says where it takes its time until the run is over', () => {
  const way = { nodeId: storyId('nd', 'Slow'), nodes: {}, taken: [] };
  scenarioProgressArrived([
    { type: 'waiting', places: [place(null)] },
    { type: 'began', place: place(null) },
    { type: 'at', place: place(null), way },
  ]);
  expect(now()?.rows).toEqual([{ row: null, status: 'running', result: null, way }]);
  scenarioProgressArrived([ended(null, 'passed')]);
  expect(now()?.rows[0]?.way).toBeUndefined();
});
