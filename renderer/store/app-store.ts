import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AppInfo } from '#shared/ipc/channels/app-channels.ts';
import { settingsSchema, type Settings } from '#shared/settings/settings.ts';

/** What the application is and what the person has set, as the main process tells it. */
export interface AppState {
  readonly info: AppInfo;
  readonly settings: Settings;
  /** Whether the command palette is open. */
  readonly paletteOpen: boolean;
}

export const appStore = createStore<AppState>(() => ({
  info: { version: '', platform: 'other', electron: '', chrome: '', node: '', sandboxed: true },
  settings: settingsSchema.parse({}),
  paletteOpen: false,
}));

export function useApp<Part>(select: (state: AppState) => Part): Part {
  return useStore(appStore, select);
}

export function paletteToggled(open: boolean): void {
  appStore.setState({ paletteOpen: open });
}
