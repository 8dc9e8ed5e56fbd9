import type { Handlers } from '#shared/ipc/contract.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';

/** Handlers of `settings.*`; what a change means for the window is up to who listens to the store. */
export function settingsHandlers(
  settings: Pick<SettingsStore, 'read' | 'change'>,
): Pick<Handlers, 'settings.read' | 'settings.change'> {
  return {
    'settings.read': () => settings.read(),
    'settings.change': (wanted) => {
      // What is there and undefined would put a default in the place of what holds.
      const set = Object.entries(wanted).filter(([, value]) => value !== undefined);
      return settings.change(Object.fromEntries(set));
    },
  };
}
