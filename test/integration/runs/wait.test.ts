// A run that pauses, on the clock of the system and on one of its own, to its end and cancelled on the way.
import { afterEach, describe, expect, test } from 'vitest';
import { virtualClock } from '#electron/runs/host-clock.ts';
import type { WaitUnit } from '#shared/nodes/wait-node.ts';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { storyFlow } from '../../stories/story-flow.ts';
import { hostRuns, startedRun, type HostedRuns } from '../../support/host-runs.ts';

const patience = (amount: string, unit: WaitUnit) =>
  storyFlow({
    name: 'Patience',
    nodes: [
      ['Start', 'start', {}],
      ['Before', 'set-variables', { changes: [{ variable: 'before', value: '{{@now}}' }] }],
      ['Pause', 'wait', { amount, unit }],
      [
        'After',
        'set-variables',
        {
          changes: [
            { variable: 'after', value: '{{@now}}' },
            { variable: 'before', action: 'unset' },
          ],
        },
      ],
    ],
    connections: [
      ['Start', 'next', 'Before'],
      ['Before', 'next', 'Pause'],
      ['Pause', 'next', 'After'],
    ],
  });

let hosted: HostedRuns | undefined;
afterEach(async () => {
  await hosted?.close();
  hosted = undefined;
});

async function started(amount: string, unit: WaitUnit, isVirtual: boolean) {
  const flow = patience(amount, unit);
  hosted = await hostRuns({ documents: [flow], ...(isVirtual ? { ports: { clock: virtualClock } } : {}) });
  const runId = startedRun(hosted.host.start({ flowId: flow.id, environmentId: null, inputs: {} }));
  return { hosted, runId };
}

const viewOf = (events: readonly RunEvent[]): RunView | undefined =>
  events.reduce<RunView | undefined>(projectRunEvent, undefined);
const jsonOf = (events: readonly RunEvent[], name: string) =>
  events.flatMap((event) =>
    event.type === 'variable-set' && event.name === name ? [event.value.json] : [],
  )[0] ?? '""';
const timeOf = (events: readonly RunEvent[], name: string) =>
  Date.parse(JSON.parse(jsonOf(events, name)) as string);

describe('a wait', () => {
  test('takes its time on the clock of the system', async () => {
    const before = performance.now();
    const { hosted: runs, runId } = await started('150', 'ms', false);
    expect(await runs.event(runId, 'wait-started')).toMatchObject({ plannedMs: 150 });
    expect((await runs.event(runId, 'run-ended')).outcome).toBe('ended');
    // A timer may be a millisecond early by the other clock.
    expect(performance.now() - before).toBeGreaterThanOrEqual(148);
    expect(runs.defects).toEqual([]);
  });

  test('takes none on a virtual clock, and the run is as if it had waited', async () => {
    const before = performance.now();
    const { hosted: runs, runId } = await started('23', 'h', true);
    expect((await runs.event(runId, 'run-ended')).outcome).toBe('ended');
    expect(performance.now() - before).toBeLessThan(10_000);
    const events = runs.events(runId);
    const hours = 23 * 3_600_000;
    expect(timeOf(events, 'after') - timeOf(events, 'before')).toBeGreaterThanOrEqual(hours);
    const view = viewOf(events);
    expect(view?.elapsedMs).toBeGreaterThanOrEqual(hours);
    const row = view?.timeline.find(({ plannedMs }) => plannedMs !== null);
    expect(row).toMatchObject({ plannedMs: hours, result: 'waited' });
    expect((row?.endMs ?? 0) - (row?.startMs ?? 0)).toBeGreaterThanOrEqual(hours);
    expect(view?.conversation).toMatchObject([{ type: 'waits', plannedMs: hours }, { type: 'ended' }]);
    // What was unset is told so, and what it held is still known.
    expect(view?.variables.map(({ name }) => name)).toEqual(['after']);
    expect(view?.unsetVariables.map(({ name }) => name)).toEqual(['before']);
  });

  test('shows until when while it lasts, and a cancel ends it at once', async () => {
    const { hosted: runs, runId } = await started('24', 'h', false);
    const { at } = await runs.event(runId, 'wait-started');
    const waiting = viewOf(runs.events(runId));
    const pausing = Object.values(waiting?.nodes ?? {}).find(({ waitUntilMs }) => waitUntilMs !== null);
    expect(pausing).toMatchObject({ state: 'running', waitUntilMs: Date.parse(at) + 86_400_000 });
    expect(runs.host.answer({ runId, text: 'go on' }).ok).toBe(false);

    await runs.host.cancel(runId);
    const [end] = runs.eventsOf(runId, 'run-ended');
    expect(end).toMatchObject({ outcome: 'cancelled' });
    expect(runs.eventsOf(runId, 'wait-ended')).toEqual([]);
    const nodes = Object.values(viewOf(runs.events(runId))?.nodes ?? {});
    expect(nodes.filter(({ waitUntilMs }) => waitUntilMs !== null)).toEqual([]);
  });
});
