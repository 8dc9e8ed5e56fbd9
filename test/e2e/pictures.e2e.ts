// Every view of the window, photographed in light and dark at two sizes and looked over by axe. The pictures are build output.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { answer, conversation, createFlow, inspect } from '../support/person.ts';

const folder = path.resolve('test-results-pictures');
const themes = ['light', 'dark'] as const;
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

for (const theme of themes) {
  for (const window of sizes) {
    test(`every view of the example in ${theme} at ${String(window.width)}`, async ({ launch }) => {
      test.setTimeout(180_000);
      const started = await launch({
        workspace: null,
        args: ['--open-example'],
        settings: { theme },
        window,
      });
      const look = (name: string) => pictured(started.page, `${name}-${String(window.width)}-${theme}`);
      await viewsOfTheExample(started, look);
    });
  }

  test(`the first run in ${theme}`, async ({ launch }) => {
    const { page } = await launch({ settings: { theme }, window: sizes[0] });
    await expect(page.getByRole('heading', { name: 'Make your first flow' })).toBeVisible();
    await pictured(page, `first-run-1280-${theme}`);
    await createFlow(page);
    await pictured(page, `empty-flow-1280-${theme}`);
  });
}

test('the window in high contrast and at its smallest', async ({ launch }) => {
  const contrast = await launch({
    workspace: null,
    args: ['--open-example'],
    settings: { theme: 'contrast' },
    window: sizes[0],
  });
  await ranOnce(contrast.page);
  await pictured(contrast.page, 'flow-1280-contrast');

  const small = await launch({
    workspace: null,
    args: ['--open-example'],
    settings: { theme: 'light' },
    window: { width: 960, height: 600 },
  });
  await ranOnce(small.page);
  await pictured(small.page, 'flow-960-light');
});

async function viewsOfTheExample(
  { page }: LaunchedApp,
  look: (name: string) => Promise<void>,
): Promise<void> {
  await look('flow-before-run');
  await ranOnce(page);
  await inspect(page, 'Get order');
  await look('flow');

  for (const tab of ['Body', 'Response', 'Retry', 'Exits']) {
    await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: tab }).click();
    await look(`inspector-${tab.toLowerCase()}`);
  }

  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  await panel.getByRole('tab', { name: 'Variables' }).click();
  await look('variables');
  await page.keyboard.press('Control+Shift+J');
  await panel.getByRole('tab', { name: 'Response' }).click();
  await expect(panel.getByRole('group', { name: 'Body' })).toContainText('status');
  await look('response');
  for (const tab of ['Headers', 'Request', 'Timing']) {
    await panel.getByRole('tab', { name: tab }).click();
    await look(`response-${tab.toLowerCase()}`);
  }
  await page.keyboard.press('Control+Shift+J');

  await page.keyboard.press('Control+K');
  await page.keyboard.type('order');
  await look('palette');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+2');
  await page.getByRole('list', { name: 'API Endpoints' }).getByRole('button', { name: 'Sample API' }).click();
  await page.keyboard.press('Control+J');
  await look('endpoint');
  await page.getByRole('button', { name: 'Send a test request' }).click();
  await page
    .getByRole('form', { name: 'Test request' })
    .getByRole('textbox', { name: 'Path' })
    .fill('/orders/10482');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('form', { name: 'Test request' })).toContainText('200 OK');
  await look('endpoint-tested');

  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByRole('dialog', { name: 'New API endpoint' })).toBeVisible();
  await page.getByRole('radio', { name: 'Bearer token' }).click();
  await page.keyboard.press('Enter');
  await look('new-endpoint');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+3');
  await page.getByRole('list', { name: 'Environments' }).getByRole('button').first().click();
  await look('environment');

  await page.getByRole('button', { name: /^Environment:/ }).click();
  await look('environment-menu');
  await page.keyboard.press('Escape');
}

async function ranOnce(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeVisible();
  await answer(page, '10482');
  await expect(conversation(page)).toContainText('Run ended');
}

async function pictured(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  expect.soft(await axeFindings(page), name).toEqual([]);
}
