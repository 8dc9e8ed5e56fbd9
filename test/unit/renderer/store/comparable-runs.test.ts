// Which runs of a flow can be compared: those of the history and those of the window, each once and in their order.
import { beforeEach, describe, expect, it } from 'vitest';
import type { RunSummary } from '#shared/run-history/run-summary.ts';
import { storyId } from '../../../stories/story-id.ts';
import { bridgeDouble } from '../../../support/bridge-double.ts';
import { toldEvents } from '../../../support/told-events.ts';
import { comparableRuns } from '../../../../renderer/store/comparable-runs.ts';
import { runEventsArrived, runsStore, singleCallStarted } from '../../../../renderer/store/runs-store.ts';

const flowId = storyId('fl', 'Order lookup');
const idOf = (name: string) => storyId('rn', name);
const at = (hour: number) => `2026-03-04T${String(hour).padStart(2, '0')}:00:00.000Z`;

function kept(name: string, hour: number, change: Partial<RunSummary> = {}): RunSummary {
  return {
    runId: idOf(name),
    origin: { type: 'flow' },
    name: 'Order lookup',
    flowId,
    flowName: 'Order lookup',
    environmentName: null,
    startedAt: at(hour),
    tookMs: 10,
    outcome: 'ended',
    calls: 0,
    call: null,
    sizeBytes: 100,
    pinned: false,
    repeatable: true,
    incomplete: false,
    ...change,
  };
}

const inWindow = (name: string, hour: number, flow = flowId): void =>
  runEventsArrived(toldEvents(idOf(name), flow, 1, { startedAt: at(hour) }));
const found = (...history: readonly RunSummary[]) =>
  comparableRuns(flowId, history, runsStore.getState()).map(({ runId }) => runId);

beforeEach(() => {
  bridgeDouble.reset();
  runsStore.setState(runsStore.getInitialState(), true);
});

describe('the runs of a flow that can be compared', () => {
  it('are those of the history and of the window, each once, the oldest first', () => {
    inWindow('this morning', 9);
    inWindow('not kept', 10);
    expect(found(kept('this morning', 9), kept('yesterday', 2))).toEqual(
      ['yesterday', 'this morning', 'not kept'].map(idOf),
    );
  });

  it('keep their order where one goes on from the past of the other', () => {
    expect(found(kept('first', 3), kept('goes on from it', 3))).toEqual(
      ['first', 'goes on from it'].map(idOf),
    );
  });

  it('are whole runs of that flow, by a person or by a scenario', () => {
    inWindow('tried', 8);
    singleCallStarted('nd_call', idOf('tried'));
    inWindow('another flow', 8, storyId('fl', 'Another'));
    const scenarioId = storyId('sc', 'Happy path');
    const byScenario = kept('by a scenario', 5, {
      name: 'Happy path',
      origin: { type: 'scenario', scenarioId, row: 2 },
    });
    const call = kept('a call', 6, { origin: { type: 'call', nodeId: storyId('nd', 'Get order') } });
    const other = kept('another flow, kept', 7, { flowId: storyId('fl', 'Another') });
    expect(found(call, other, byScenario)).toEqual([idOf('by a scenario')]);
    expect(comparableRuns(flowId, [byScenario], runsStore.getState())[0]?.scenario).toBe('Happy path');
  });

  it('are over, or go on in this window', () => {
    const [begun] = toldEvents(idOf('here'), flowId, 0, { startedAt: at(9) });
    if (begun !== undefined) runEventsArrived([begun]);
    expect(
      found(kept('here', 9, { outcome: 'running' }), kept('elsewhere', 8, { outcome: 'running' })),
    ).toEqual([idOf('here')]);
  });
});
