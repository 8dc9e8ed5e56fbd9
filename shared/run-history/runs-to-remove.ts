import type { RunId } from '../ids/ids.ts';
import type { RunSummary } from './run-summary.ts';

/** How much of the history of a workspace is kept. */
export interface HistoryLimits {
  readonly mostRuns: number;
  readonly mostBytes: number;
}

/**
 * The runs that have to go so that the others are within the limits, the oldest first. Pinned runs count and never go, nor
 * does one that is under way; where they alone are too many, everything else goes.
 */
export function runsToRemove(
  runs: readonly Pick<RunSummary, 'runId' | 'startedAt' | 'sizeBytes' | 'pinned' | 'outcome'>[],
  { mostBytes, mostRuns }: HistoryLimits,
): readonly RunId[] {
  let count = runs.length;
  let bytes = runs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const removable = runs
    .filter(({ outcome, pinned }) => !pinned && outcome !== 'running')
    .sort((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt));
  const removed: RunId[] = [];
  for (const { runId, sizeBytes } of removable) {
    if (count <= mostRuns && bytes <= mostBytes) break;
    removed.push(runId);
    count -= 1;
    bytes -= sizeBytes;
  }
  return removed;
}
