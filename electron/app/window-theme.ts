import type { NativeTheme } from 'electron';
import type { ThemeChoice } from '#shared/settings/settings.ts';

/** The colour of the chrome in each theme: `--surface-0` of renderer/ui/tokens.css, which a test compares. */
export const windowColours = { light: '#f1f2f4', dark: '#121316', contrast: '#000000' } as const;

/** Electron's theme for a choice of ours: high contrast is drawn on black, so the system's parts go dark with it. */
export function themeSource(choice: ThemeChoice): NativeTheme['themeSource'] {
  return choice === 'contrast' ? 'dark' : choice;
}

/** What the system prefers (a part of Electron's `nativeTheme`). */
export interface SystemColours {
  readonly shouldUseDarkColors: boolean;
  readonly shouldUseHighContrastColors: boolean;
}

/** What the window shows before the page has drawn anything; the page's own first colour, so that nothing flashes. */
export function windowColour(choice: ThemeChoice, system: SystemColours): string {
  if (choice !== 'system') return windowColours[choice];
  if (system.shouldUseHighContrastColors) return windowColours.contrast;
  return system.shouldUseDarkColors ? windowColours.dark : windowColours.light;
}
