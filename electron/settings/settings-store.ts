import { type RecentWorkspace, type Settings, settingsSchema } from '#shared/settings/settings.ts';
import { type DurableStorePorts, openDurableStore } from './durable-store.ts';
import { withRecentWorkspace } from './recent-workspaces.ts';
import { tolerantSettings } from './tolerant-settings.ts';

/** What is remembered for this person on this machine. */
export interface SettingsStore {
  read(): Settings;
  /** Changes some settings and gives all of them. */
  change(patch: Partial<Settings>): Settings;
  /** Puts a workspace at the top of the recent ones and opens it again at the next start. */
  remember(opened: RecentWorkspace): Settings;
  /** Takes a workspace from the recent ones, because it is not there any more. */
  forget(folder: string): Settings;
  /** Hears of every change. Gives back how to stop listening. */
  onChange(listener: (settings: Settings) => void): () => void;
}

/** Opens `settings.json` in the user data folder. Whatever state the file is in, there are settings. */
export function openSettings(userData: string, ports: DurableStorePorts): SettingsStore {
  const store = openDurableStore(userData, 'settings', ports);
  const listeners = new Set<(settings: Settings) => void>();
  let settings = tolerantSettings(settingsSchema, store.read());
  const change = (patch: Partial<Settings>) => {
    settings = settingsSchema.parse({ ...settings, ...patch });
    // Settings of a newer version stay in the file.
    store.write({ ...store.read(), ...settings });
    for (const listener of listeners) listener(settings);
    return settings;
  };
  return {
    read: () => settings,
    change,
    remember: (opened) =>
      change({
        recentWorkspaces: withRecentWorkspace(settings.recentWorkspaces, opened),
        lastWorkspace: opened.folder,
      }),
    forget: (folder) =>
      change({
        recentWorkspaces: settings.recentWorkspaces.filter((each) => each.folder !== folder),
        lastWorkspace: settings.lastWorkspace === folder ? null : settings.lastWorkspace,
      }),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
