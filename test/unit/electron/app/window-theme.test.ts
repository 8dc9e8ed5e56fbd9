// The frame is painted before the page; both have to have one colour, or the start flashes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themeSource, windowColour, windowColours } from '#electron/app/window-theme.ts';

const system = (dark: boolean, contrast = false) => ({
  shouldUseDarkColors: dark,
  shouldUseHighContrastColors: contrast,
});

describe('windowColours', () => {
  it('are the colours that the page draws its chrome in', () => {
    const tokens = readFileSync(new URL('../../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
    for (const [theme, colour] of Object.entries(windowColours)) {
      const block = new RegExp(String.raw`\.theme-${theme}[^{]*\{[^}]*--surface-0:\s*(#[0-9a-f]+)`).exec(
        tokens,
      );
      expect(block?.[1]).toBe(colour);
    }
  });
});

describe('windowColour', () => {
  it('is the chosen theme’s', () => {
    expect(windowColour('dark', system(false))).toBe('#121316');
    expect(windowColour('light', system(true))).toBe('#f1f2f4');
    expect(windowColour('contrast', system(false))).toBe('#000000');
  });

  it('is the system’s where that is the choice', () => {
    expect(windowColour('system', system(true))).toBe('#121316');
    expect(windowColour('system', system(false))).toBe('#f1f2f4');
    expect(windowColour('system', system(false, true))).toBe('#000000');
  });
});

describe('themeSource', () => {
  it('asks the system for dark parts around the high-contrast page', () => {
    expect(['system', 'light', 'dark', 'contrast'].map((choice) => themeSource(choice as 'system'))).toEqual([
      'system',
      'light',
      'dark',
      'dark',
    ]);
  });
});
