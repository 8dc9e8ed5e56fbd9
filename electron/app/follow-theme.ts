import { nativeTheme, type BrowserWindow } from 'electron';
import type { SettingsStore } from '../settings/settings-store.ts';
import { themeSource, windowColour } from './window-theme.ts';

/** Keeps the parts that the system draws, and the window behind the page, in the chosen theme. */
export function followTheme(settings: SettingsStore, window: () => BrowserWindow | null): void {
  const apply = (): void => {
    const { theme } = settings.read();
    nativeTheme.themeSource = themeSource(theme);
    window()?.setBackgroundColor(windowColour(theme, nativeTheme));
  };
  settings.onChange(apply);
  apply();
}
