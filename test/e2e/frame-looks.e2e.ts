// The window's frame, measured: its heights and grounds, and that all heads stand on one line.
import { expect } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { bottomsOf, frameLooks } from '../support/frame-looks.ts';
import { wrongLooks } from '../support/measure-looks.ts';
import { createFlow } from '../support/person.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`the frame has the heights, widths and grounds of the design in ${theme}`, async ({ launch }) => {
    const { page } = await launch({ settings: { theme }, window: { width: 1280, height: 800 } });
    await createFlow(page);
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
    expect(await wrongLooks(page, frameLooks, theme)).toEqual([]);
  });
}

test('side bar, editor tabs and inspector share the line of their heads', async ({ launch }) => {
  const { page } = await launch({ window: { width: 1280, height: 800 } });
  await createFlow(page);
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
  const heads = [
    'aside[aria-label="Side bar"] div:has(> h2)',
    'section[aria-label="Editor"] [role=tablist]',
    'aside[aria-label="Inspector"] div:has(> h2)',
  ];
  expect(await bottomsOf(page, heads)).toEqual([76, 76, 76]);
});
