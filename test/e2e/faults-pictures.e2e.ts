import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startStoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { writeFaultyStory } from '../support/faulty-story.ts';
import { conversation, inspect } from '../support/person.ts';
import { expect } from '@playwright/test';

for (const [width, height, theme] of [
  [1280, 800, 'light'],
  [1920, 1080, 'dark'],
] as const)
  test(`pictures ${String(width)}`, async ({ launch }) => {
    const server = await startStoryServer({
      routes: {
        orders: (_request, response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end('{"id":42,"state":"shipped"}');
        },
      },
    });
    const workspace = await mkdtemp(path.join(os.tmpdir(), 'fb-faults-'));
    await writeFaultyStory(workspace, server.url, 2);
    const { page } = await launch({ window: { width, height }, workspace, settings: { theme } });
    const shot = (name: string) =>
      page.screenshot({ path: `/tmp/shots-faults/${name}-${String(width)}-${theme}.png` });
    await inspect(page, 'Get order');
    await shot('a-live');
    await page.keyboard.press('Control+Enter');
    await expect(conversation(page)).toContainText('Run ended');
    await page
      .getByRole('tab', { name: 'Response', exact: true })
      .click()
      .catch(() => undefined);
    await page
      .getByRole('region', { name: 'Panel' })
      .getByRole('tab', { name: 'Response', exact: true })
      .click();
    await page.getByRole('button', { name: 'Pin as fixture' }).click();
    await shot('b-pinned');
    await page.getByRole('button', { name: 'Answered by the fixture Get order 200' }).click();
    await shot('c-menu');
    await page.getByRole('menuitem', { name: 'Fault…' }).click();
    await shot('d-fault');
    await page.getByRole('combobox', { name: 'For' }).click();
    await page.getByRole('option', { name: 'The first attempts' }).click();
    await page.getByRole('combobox', { name: 'What goes wrong' }).click();
    await page.getByRole('option', { name: 'A timeout' }).click();
    await shot('e-fault-timeout');
    await page.getByRole('button', { name: 'Set the fault' }).click();
    await page.locator('[data-canvas]').focus();
    await page.keyboard.press('Control+Enter');
    await expect(conversation(page)).toContainText('Run ended');
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await shot('f-ran');
    await page.getByRole('button', { name: /^exits/ }).click();
    await shot('g-exits');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '1 call stands in' }).click();
    await shot('h-simulator-menu');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+K');
    await page.keyboard.type('Get order 200');
    await shot('i-palette');
    await page.keyboard.press('Enter');
    await shot('j-fixture');
    await server.close();
  });
