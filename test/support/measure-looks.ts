// Measures looks in the running page: what DESIGN says in numbers is compared with computed styles, not with opinions.
import type { Page } from '@playwright/test';

/** A fact that can be measured: of which element, which property, and what it has to be. */
export interface Look {
  /** In words, for the message of a failure. */
  readonly what: string;
  readonly selector: string;
  /** A CSS property, or `box-width` and `box-height` for the size on screen. */
  readonly property: string;
  readonly expected: LookValue;
  readonly pseudo?: '::before' | '::after';
}

export type LookTheme = 'light' | 'dark' | 'contrast';

/** A number is pixels; a colour is `#rrggbb` in each theme it is measured in; anything else is compared as text. */
export type LookValue = number | string | Readonly<Partial<Record<LookTheme, string>>>;

/** What was measured where it is not what it has to be; empty where everything is. */
export async function wrongLooks(
  page: Page,
  looks: readonly Look[],
  theme: LookTheme,
): Promise<readonly string[]> {
  const measured = await page.evaluate(measureAll, looks);
  return looks.flatMap((look, index) => {
    const expected = valueIn(look.expected, theme);
    const found = normalised(measured[index] ?? 'nothing to measure');
    return found === expected ? [] : [`${look.what}: ${found} instead of ${expected} (${look.selector})`];
  });
}

/** Runs in the page. */
function measureAll(looks: readonly Look[]): readonly string[] {
  return looks.map(({ selector, property, pseudo }) => {
    const element = document.querySelector(selector);
    if (element === null) return 'no such element';
    const box = element.getBoundingClientRect();
    if (property === 'box-width') return `${Math.round(box.width * 10) / 10}px`;
    if (property === 'box-height') return `${Math.round(box.height * 10) / 10}px`;
    return getComputedStyle(element, pseudo).getPropertyValue(property);
  });
}

function valueIn(expected: LookValue, theme: LookTheme): string {
  if (typeof expected === 'number') return `${expected}px`;
  return typeof expected === 'string' ? expected : (expected[theme] ?? `no value in ${theme}`);
}

/** Computed colours come as `rgb(81, 81, 205)`, sizes with the noise of a division. */
function normalised(value: string): string {
  const colour = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value);
  if (colour !== null) {
    return `#${colour
      .slice(1)
      .map((channel) => Number(channel).toString(16).padStart(2, '0'))
      .join('')}`;
  }
  const pixels = /^(-?\d*\.?\d+)px$/.exec(value);
  return pixels === null ? value : `${Math.round(Number(pixels[1]) * 100) / 100}px`;
}
