import { getRandomValues } from 'node:crypto';
import { newId, type RunId } from '#shared/ids/ids.ts';
import type { RunOrigin } from '#shared/run-history/run-summary.ts';
import type { HistoryPort } from '../history/history-port.ts';

/** The history as the host of one scenario's run sees it, and where the run is found in it. */
export interface HistoryOfScenario {
  readonly port: HistoryPort;
  /** `null` before the run has begun. */
  readonly runId: () => RunId | null;
}

/**
 * Lets a scenario's run be written down as its own. The id of the run comes from the seed, so that the same is sent every
 * time; in the history each run needs one that no other has.
 */
export function historyOfScenario(
  history: Pick<HistoryPort, 'begin'>,
  name: string,
  origin: RunOrigin,
): HistoryOfScenario {
  let runId: RunId | null = null;
  return {
    runId: () => runId,
    port: {
      begin: (run) => {
        const own = newId('rn', getRandomValues);
        runId = own;
        const diary = history.begin({ ...run, runId: own, name, origin });
        return {
          ...diary,
          events: (events) => diary.events(events.map((event) => ({ ...event, runId: own }))),
        };
      },
      // The host has the bodies itself for as long as it runs.
      body: () => Promise.resolve(null),
    },
  };
}
