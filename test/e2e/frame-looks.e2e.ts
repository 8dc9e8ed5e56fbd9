// The window's frame and what stands in it, measured: the facts of the design in all three themes and at every width.
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { bodyLooks, bottomsOf, frameLooks, paletteLooks, sizeLooks } from '../support/frame-looks.ts';
import { resize, untilUsable } from '../support/launch-app.ts';
import { wrongLooks } from '../support/measure-looks.ts';
import { answer, conversation, inspect } from '../support/person.ts';
import { startedAt, themeChosen } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const example = { workspace: null, args: ['--open-example'] };

async function ranOnce(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await answer(page, '10482');
  await expect(conversation(page)).toContainText('Run ended');
  // A port that is pointed at is larger.
  await page.mouse.move(0, 0);
}

test('the frame, lists, cards and the palette look as designed in every theme, and texts of cards at every zoom', async ({
  launch,
}) => {
  const { page } = await launch({ ...example, ...startedAt({ width: 1280, height: 800 }) });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await ranOnce(page);
  expect(frameLooks.length + paletteLooks.length).toBeGreaterThan(40);
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    await themeChosen(page, theme);
    expect(await wrongLooks(page, frameLooks, theme), theme).toEqual([]);
    await page.keyboard.press('Control+K');
    await page.keyboard.type('order');
    await expect(page.getByRole('option').first()).toBeVisible();
    expect(await wrongLooks(page, paletteLooks, theme), theme).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  await panel.getByRole('tab', { name: 'Response' }).click();
  await expect(panel.getByRole('group', { name: 'Body' })).toContainText('"expected"');
  expect(await wrongLooks(page, bodyLooks, 'contrast')).toEqual([]);

  // No text of the canvas is smaller than 11 pixels on the screen, at any zoom.
  await themeChosen(page, 'light');
  for (let step = 0; step < 5; step += 1) {
    expect(await smallestTypePx(page)).toBeGreaterThanOrEqual(11);
    const before = await zoomOf(page);
    await page.keyboard.press('Control+-');
    await expect.poll(() => zoomOf(page)).toBeLessThan(before);
  }
});

const widths = [
  { window: { width: 960, height: 600 }, px: { sideBar: null, inspector: 288, panel: 190 } },
  { window: { width: 1280, height: 800 }, px: { sideBar: 192, inspector: 304, panel: 257 } },
  { window: { width: 1920, height: 1080 }, px: { sideBar: 232, inspector: 344, panel: 346 } },
] as const;

test('side bar, inspector and panel have their sizes at every width, and share the lines of their heads', async ({
  launch,
}) => {
  const { app, page } = await launch({ ...example, ...startedAt(widths[0].window) });
  for (const { window, px } of widths) {
    await resize(app, page, window);
    // A window that has been narrow gives the side bar back with the room.
    await expect(page.getByRole('complementary', { name: 'Side bar' })).toHaveCount(
      px.sideBar === null ? 0 : 1,
    );
    // What opens is laid out for the size that the window has then.
    await page.reload();
    await untilUsable(page);
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
    expect(await wrongLooks(page, sizeLooks(px), 'light')).toEqual([]);
    if (window.width === 1280) await headsInLine(page);
    await page.keyboard.press('Control+J');
    expect(await wrongLooks(page, sizeLooks({ ...px, panel: 36 }), 'light')).toEqual([]);
    await page.keyboard.press('Control+J');
    await expect.poll(() => wrongLooks(page, sizeLooks(px), 'light')).toEqual([]);
  }
});

/** Side bar, editor tabs and inspector share one line of heads, the two halves of the panel another. */
async function headsInLine(page: Page): Promise<void> {
  await inspect(page, 'Get order');
  const heads = [
    'aside[aria-label="Side bar"] div:has(> h2)',
    'section[aria-label="Editor"] [role=tablist]',
    'aside[aria-label="Inspector"] div:has(> h2)',
  ];
  expect(await bottomsOf(page, heads)).toEqual([76, 76, 76]);
  const halves = [
    'section[aria-label="Simulator"] div:has(> h2)',
    'section[aria-label="Panel"] div:has(> [role=tablist])',
  ];
  const [left, right] = await bottomsOf(page, halves);
  expect(left).toBe(right);
  expect(left).toBe(800 - 24 - 257 + 36);
}

const zoomOf = (page: Page) =>
  page
    .locator('.react-flow__viewport')
    .evaluate((viewport) => new DOMMatrix(getComputedStyle(viewport).transform).a);

/** The smallest type of any text that shows on a card, as large as it is on the screen. */
async function smallestTypePx(page: Page): Promise<number> {
  const zoom = await zoomOf(page);
  const type = await page.locator('[data-node-id]').evaluateAll((cards) => {
    const shown = cards
      .flatMap((card) => [...card.querySelectorAll('*')])
      .filter(
        (each) => each.checkVisibility() && [...each.childNodes].some((child) => child instanceof Text),
      );
    return Math.min(...shown.map((each) => parseFloat(getComputedStyle(each).fontSize)));
  });
  return type * zoom;
}
