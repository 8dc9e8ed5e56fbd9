import type { ScenarioStatus } from '../../../store/scenario-runs.ts';
import type { RunRingState } from '../../../ui/status/run-ring.tsx';

/** How a scenario stands, in a word. */
export const statusWords: Readonly<Record<ScenarioStatus, string>> = {
  waiting: 'waiting',
  running: 'running',
  passed: 'passed',
  failed: 'failed',
  'not-run': 'could not be run',
  stopped: 'stopped',
};

/** How a scenario stands, as a ring. */
export const statusRings: Readonly<Record<ScenarioStatus, RunRingState>> = {
  waiting: 'idle',
  running: 'running',
  passed: 'done',
  failed: 'failed',
  'not-run': 'failed',
  stopped: 'paused',
};

/** A result that something has changed since, whatever it was. */
type Counted = ScenarioStatus | 'outdated';

const countedWords: Readonly<Record<Counted, string>> = { ...statusWords, outdated: 'changed since' };

const countedOrder: readonly Counted[] = [
  'failed',
  'not-run',
  'stopped',
  'running',
  'waiting',
  'passed',
  'outdated',
];

/** `3 passed, 1 failed`; nothing where nothing was run. */
export function countsInWords(statuses: readonly (Counted | undefined)[]): string {
  return countedOrder
    .map((status) => [statuses.filter((each) => each === status).length, status] as const)
    .filter(([count]) => count > 0)
    .map(([count, status]) => `${String(count)} ${countedWords[status]}`)
    .join(', ');
}
