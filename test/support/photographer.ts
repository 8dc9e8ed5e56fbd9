// Photographs what the window shows, in light and in dark, and lets axe look it over: pictures are for people, and may be
// left out where none looks at them; findings fail.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { ThemeChoice } from '#shared/settings/settings.ts';
import { axeFindings } from './axe-findings.ts';
import type { LaunchedApp } from './launch-app.ts';

/** Takes the pictures of one state of the window; the name says what it shows. */
export type Look = (name: string) => Promise<void>;

/** A whole test run leaves pictures out: drawing a window four times takes longer than reading it once. */
export const takesPictures = process.env['FLOWBENCH_PICTURES'] !== 'none';

/** A size that views are photographed in, and the theme in which axe reads them there. */
const photographedSizes = [
  { width: 1280, height: 800, axeIn: 'light' },
  { width: 1920, height: 1080, axeIn: 'dark' },
] as const;

/**
 * The sizes to tell a story about looks in. Where nobody looks at pictures it is told once, at the size at which axe
 * reads it in this theme: half of the stories in light, half in dark.
 */
export function pictureSizes(readIn: 'light' | 'dark') {
  return takesPictures ? photographedSizes : photographedSizes.filter(({ axeIn }) => axeIn === readIn);
}

/** Takes a picture of a moment within a story, for people. */
export async function pictureTaken(shown: Page | Locator, file: string): Promise<void> {
  if (takesPictures) await shown.screenshot({ path: file });
}

/** How to start, so that the window has its size from the first moment: what opens is laid out for it. */
export function startedAt({ width, height }: { readonly width: number; readonly height: number }) {
  const window = { width, height };
  return { settings: { theme: 'light', window: { ...window, maximized: false } }, window };
}

interface PhotographerOptions {
  /** The folder of these pictures below `test-results-pictures`; what it held is removed. */
  readonly folder: string;
  readonly themes?: readonly ThemeChoice[];
  /** The theme that axe looks at; `null` for none. A view has to be read once in each theme, not in each size. */
  readonly axeIn?: ThemeChoice | null;
}

/** A photographer of one running window. */
export async function photographer(
  { page }: LaunchedApp,
  { folder, themes = ['light', 'dark'], axeIn = themes[0] ?? null }: PhotographerOptions,
): Promise<Look> {
  const place = path.resolve('test-results-pictures', folder);
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  let inTurn = takesPictures ? themes : themes.filter((theme) => theme === axeIn);
  return async (name) => {
    for (const theme of inTurn) {
      await themeChosen(page, theme);
      await page.evaluate(() => document.fonts.ready);
      if (takesPictures)
        await page.screenshot({ path: path.join(place, `${name}-${theme}.png`), animations: 'disabled' });
      if (theme === axeIn) expect.soft(await axeFindings(page), `${name} in ${theme}`).toEqual([]);
    }
    // The next state begins with the theme that is on: changing it draws the whole window anew.
    inTurn = [...inTurn].reverse();
  };
}

/** Chooses a theme as the person's settings do, and waits until the window wears it. */
export async function themeChosen(page: Page, theme: ThemeChoice): Promise<void> {
  await page.evaluate(
    (chosen) =>
      (globalThis as unknown as { flowbench: Bridge }).flowbench.call['settings.change']({ theme: chosen }),
    theme,
  );
  if (theme !== 'system') await expect(page.locator('html')).toHaveClass(new RegExp(`theme-${theme}`));
}
