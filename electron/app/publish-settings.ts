import type { PublishEvent } from '../ipc/publish-event.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

/** Tells the page of its settings, and not of every move of the window, which is a setting too. */
export function publishSettings(settings: SettingsStore, publish: PublishEvent): void {
  const told = () => JSON.stringify({ ...settings.read(), window: null });
  let last = told();
  settings.onChange((changed) => {
    const now = told();
    if (now !== last) publish('settings.changed', changed);
    last = now;
  });
}
