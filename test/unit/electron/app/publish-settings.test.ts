// The page follows settings that matter to it and is not woken for each move of the window.
import { describe, expect, it } from 'vitest';
import { publishSettings } from '#electron/app/publish-settings.ts';
import { settingsSchema, type Settings } from '#shared/settings/settings.ts';

describe('publishSettings', () => {
  it('tells the page of a change, and not of a window that was moved', () => {
    let settings = settingsSchema.parse({});
    let changed: (settings: Settings) => void = () => undefined;
    const told: unknown[] = [];
    const store = {
      read: () => settings,
      onChange: (listener: typeof changed) => {
        changed = listener;
      },
    };
    publishSettings(store as never, (name, payload) => void told.push([name, payload]));
    const change = (patch: Partial<Settings>) => {
      settings = { ...settings, ...patch };
      changed(settings);
    };
    change({ window: { x: 1, y: 2, width: 1000, height: 700, maximized: false } });
    expect(told).toEqual([]);
    change({ theme: 'dark' });
    expect(told).toEqual([['settings.changed', settings]]);
  });
});
