// What it costs to step through a run of ten thousand events, beside projecting all of them anew.
import { median, type BenchRow } from '../../scripts/steps/bench-table.mjs';
import { projectRunEvent } from '#shared/run-events/project-run-event.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';
import { RunPast } from '#shared/run-events/run-past.ts';
import type { RunView } from '#shared/run-events/run-view.ts';
import { toldEvents, type ToldEvent } from '../support/told-run.ts';

const nodes = 20;
const visits = 2000;

/** A run that goes round, says something at each node and counts. */
function longRun(): readonly RunEvent[] {
  const told = Array.from({ length: visits }, (_, at): readonly ToldEvent[] => {
    const node = `Node ${String(at % nodes)}`;
    const value = { type: 'number' as const, json: String(at), truncated: false };
    return [
      [at, node, { type: 'node-entered' }],
      [at, node, { type: 'said', text: `Round ${String(at)}` }],
      [at, node, { type: 'variable-set', name: `count_${String(at % nodes)}`, value }],
      [at, node, { type: 'warned', code: 'story', message: 'Only a story' }],
      [at, node, { type: 'node-left', exit: 'next', through: 'next' }],
    ];
  });
  return toldEvents(...told.flat());
}

/** Steps from the end back over the whole run, each timed. */
export function run(): Promise<readonly BenchRow[]> {
  const events = longRun();
  const past = new RunPast();
  const begun = performance.now();
  let view: RunView | undefined;
  for (const event of events) {
    view = projectRunEvent(view, event);
    if (view !== undefined) past.add(event, view);
  }
  const wholeMs = performance.now() - begun;
  const steps: number[] = [];
  for (let moment = past.before(null); moment !== undefined; moment = past.before(moment.events)) {
    const from = performance.now();
    past.viewAt(moment.events);
    steps.push(performance.now() - from);
  }
  return Promise.resolve([
    { what: `${String(events.length)} events, all projected`, value: wholeMs, unit: 'ms' },
    { what: 'one step back, median', value: median(steps), target: 8, unit: 'ms' },
    { what: 'one step back, 99 in 100', value: quantile(steps, 0.99), target: 16, unit: 'ms' },
  ]);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
