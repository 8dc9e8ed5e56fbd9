import { appStore } from '../store/app-store.ts';
import type { ThemeChoice } from '#shared/settings/settings.ts';

const themeClasses = ['theme-light', 'theme-dark', 'theme-contrast'] as const;

/** Keeps the class on <html> at the chosen theme, and at the system's where that is the choice. */
export function followTheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const contrast = window.matchMedia('(prefers-contrast: more), (forced-colors: active)');
  const apply = () => {
    const chosen = themeClass(appStore.getState().settings.theme, dark.matches, contrast.matches);
    document.documentElement.classList.remove(...themeClasses);
    document.documentElement.classList.add(chosen);
  };
  dark.addEventListener('change', apply);
  contrast.addEventListener('change', apply);
  appStore.subscribe(apply);
  apply();
}

function themeClass(
  choice: ThemeChoice,
  darkSystem: boolean,
  contrastSystem: boolean,
): (typeof themeClasses)[number] {
  if (choice !== 'system') return `theme-${choice}`;
  if (contrastSystem) return 'theme-contrast';
  return darkSystem ? 'theme-dark' : 'theme-light';
}
