import type { RunId } from '../ids/ids.ts';
import { newestFirst, type RunSummary } from './run-summary.ts';

/** How much of the history of a workspace is kept. */
export interface HistoryLimits {
  readonly mostRuns: number;
  readonly mostBytes: number;
}

/** A table of data makes hundreds of runs in a minute: beyond this part of a limit those of scenarios make room first. */
const scenarioShare = 0.25;

type Kept = Pick<
  RunSummary,
  'runId' | 'startedAt' | 'madeAt' | 'sizeBytes' | 'pinned' | 'outcome' | 'origin'
>;

/**
 * The runs that have to go so that the others are within the limits: the oldest of scenarios while these have more than their
 * share of a limit that is passed, else the oldest of all. Pinned runs count and never go, nor does one that is under way; where
 * they alone are too many, everything else goes.
 */
export function runsToRemove(runs: readonly Kept[], limits: HistoryLimits): readonly RunId[] {
  const all = sizeOf(runs);
  const ofScenarios = sizeOf(runs.filter(isOfScenario));
  const removable = runs
    .filter(({ outcome, pinned }) => !pinned && outcome !== 'running')
    .sort((one, other) => newestFirst(other, one));
  const queues = { all: removable.values(), scenarios: removable.filter(isOfScenario).values() };
  const removed = new Set<RunId>();
  while (all.count > limits.mostRuns || all.bytes > limits.mostBytes) {
    const first = isOverShare(ofScenarios, all, limits) ? nextOf(queues.scenarios, removed) : null;
    const next = first ?? nextOf(queues.all, removed);
    if (next === null) break;
    removed.add(next.runId);
    taken(all, next);
    if (isOfScenario(next)) taken(ofScenarios, next);
  }
  return [...removed];
}

/** Whether scenarios have more than their share of a limit that is passed. */
function isOverShare(ofScenarios: Size, all: Size, { mostBytes, mostRuns }: HistoryLimits): boolean {
  return (
    (all.count > mostRuns && ofScenarios.count > Math.ceil(mostRuns * scenarioShare)) ||
    (all.bytes > mostBytes && ofScenarios.bytes > mostBytes * scenarioShare)
  );
}

interface Size {
  count: number;
  bytes: number;
}

function sizeOf(runs: readonly Kept[]): Size {
  return { count: runs.length, bytes: runs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
}

function taken(size: Size, { sizeBytes }: Kept): void {
  size.count -= 1;
  size.bytes -= sizeBytes;
}

function isOfScenario({ origin }: Kept): boolean {
  return origin.type === 'scenario';
}

function nextOf(queue: Iterator<Kept>, removed: ReadonlySet<RunId>): Kept | null {
  for (let next = queue.next(); next.done !== true; next = queue.next())
    if (!removed.has(next.value.runId)) return next.value;
  return null;
}
