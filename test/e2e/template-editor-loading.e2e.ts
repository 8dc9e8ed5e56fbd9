// The editor of templates while it is still on its way: it is kept from the page, which takes an application of its own.
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { openComponents } from '../support/open-components.ts';

const fieldIn = (page: Page, caption: string): Locator =>
  page.locator(`[data-cell="${caption}"]`).getByRole('textbox').first();

/** Keeps the editor's part of the page from loading until the result is called. */
async function editorHeldBack({ app }: LaunchedApp): Promise<() => Promise<void>> {
  await app.evaluate(({ session }) => {
    const held: (() => void)[] = [];
    Reflect.set(globalThis, 'held', held);
    session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
      if (/open-editor[^/]*\.js$/.test(url)) held.push(() => answer({}));
      else answer({});
    });
  });
  return async () => {
    await expect
      .poll(() => app.evaluate(() => (Reflect.get(globalThis, 'held') as unknown[]).length))
      .not.toBe(0);
    await app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onBeforeRequest((_details, answer) => answer({}));
      for (const answer of Reflect.get(globalThis, 'held') as (() => void)[]) answer();
    });
  };
}

test('what is typed while the editor is still loading is all there, and can be taken back', async ({
  launch,
}) => {
  const launched = await launch({ window: { width: 1280, height: 800 } });
  const { page } = launched;
  const open = await editorHeldBack(launched);
  await openComponents(page);
  for (const caption of ['template', 'lines of text']) {
    const field = fieldIn(page, caption);
    const before = await field.inputValue();
    await field.focus();
    await page.keyboard.press('Control+End');
    const typed = 'abc {{user.name}} def';
    for (const letter of typed.slice(0, 11)) await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    if (caption === 'template') await expect(field).not.toHaveClass(/inputarea/);
    if (caption === 'template') await open();
    for (const letter of typed.slice(11)) await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await expect(field).toHaveClass(/inputarea/);
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue(before + typed);
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+Z');
    await expect(field).toHaveValue(before);
  }
});
