import type { Handlers } from '#shared/ipc/contract.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';

/** Handlers of `settings.*`; what a change means for the window is up to who listens to the store. */
export function settingsHandlers(
  settings: Pick<SettingsStore, 'read' | 'change'>,
): Pick<Handlers, 'settings.read' | 'settings.change'> {
  return {
    'settings.read': () => settings.read(),
    'settings.change': ({ history, theme }) => {
      const patch: Partial<Settings> = {
        ...(theme === undefined ? {} : { theme }),
        ...(history === undefined ? {} : { history }),
      };
      return settings.change(patch);
    },
  };
}
