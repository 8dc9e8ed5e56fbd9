import type { ScenarioId } from '#shared/ids/ids.ts';
import { scenariosRun, snapshotsUpdated } from './scenario-run-actions.ts';
import { isBusy, scenarioRunsStore, wantsSnapshot } from './scenario-runs.ts';

/**
 * Runs what was just recorded. What a person saw may hold times and identifiers that come out differently in a scenario, and
 * the same there each time: where nothing but the words differ, the snapshot is taken from the scenario's own run.
 */
export async function scenarioVerified(id: ScenarioId): Promise<void> {
  const { over, stop } = untilOver(id);
  if (!(await scenariosRun([id]))) {
    stop();
    return;
  }
  await over;
  if (wantsSnapshot(scenarioRunsStore.getState().runs[id])) await snapshotsUpdated([id]);
}

/** Settles when a scenario that is about to be run is over. */
function untilOver(id: ScenarioId): { readonly over: Promise<void>; readonly stop: () => void } {
  let onOver = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    onOver = resolve;
  });
  const stop = scenarioRunsStore.subscribe(({ runs }) => {
    if (runs[id] === undefined || isBusy(runs[id])) return;
    stop();
    onOver();
  });
  return { over, stop };
}
