import type { HistoryLimits } from '#shared/run-history/runs-to-remove.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { RunHistory } from '../runs/history/run-history.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

const bytesOfMegabyte = 1_000_000;

/** How much of the past runs is kept, as the settings say. */
export function historyLimits({ history }: Pick<Settings, 'history'>): HistoryLimits {
  return { mostRuns: history.mostRuns, mostBytes: history.mostMegabytes * bytesOfMegabyte };
}

/** Lets the history of the open workspace go by the settings from the moment they change. */
export function followHistoryLimits(
  settings: Pick<SettingsStore, 'read' | 'onChange'>,
  history: () => Promise<Pick<RunHistory, 'limitsChanged'>>,
  onDefect: (error: unknown) => void,
): void {
  let known = settings.read().history;
  settings.onChange((changed) => {
    const isSame =
      changed.history.mostRuns === known.mostRuns && changed.history.mostMegabytes === known.mostMegabytes;
    known = changed.history;
    if (!isSame)
      void history()
        .then((open) => open.limitsChanged())
        .catch(onDefect);
  });
}
