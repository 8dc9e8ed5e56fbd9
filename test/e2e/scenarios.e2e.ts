// Scenarios as documents of the window: made by keyboard, edited in a form and as JSON, undone, and read again from the disk.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { inMenu, saved } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';

const tree = (page: Page) => page.getByRole('tree', { name: 'Scenarios' });
const row = (page: Page, name: string) => tree(page).getByRole('treeitem', { name, exact: true });
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const item = (within: Locator, list: string, at: number) =>
  within
    .getByRole('list', { name: list, exact: true })
    .getByRole('listitem', { name: `${list}, row ${String(at)}`, exact: true });
const json = (page: Page) => page.getByRole('textbox', { name: 'Scenario as JSON' });

async function example(launch: (options: object) => Promise<LaunchedApp>) {
  const started = await launch({
    workspace: null,
    args: ['--open-example'],
    ...startedAt({ width: 1280, height: 800 }),
  });
  await expect(started.page.getByText('%').first()).toBeVisible();
  return started;
}

for (const size of pictureSizes) {
  const width = String(size.width);

  test(`every view of scenarios at ${width}`, async ({ launch }) => {
    test.setTimeout(180_000);
    const started = await launch({ workspace: null, args: ['--open-example'], ...startedAt(size) });
    const { page } = started;
    const look = await photographer(started, { folder: `scenarios-${width}`, axeIn: size.axeIn });
    await page.keyboard.press('Alt+4');
    await row(page, 'Happy path').click();
    await expect(page.getByRole('textbox', { name: 'Name of the scenario' })).toHaveValue('Happy path');
    await look('form-top');
    for (const name of ['Stand-ins', 'Expectations', 'Data', 'Run']) {
      await section(page, name).evaluate((element) => element.scrollIntoView());
      await look(`form-${name.toLowerCase()}`);
    }
    await page.getByRole('radio', { name: 'JSON' }).click();
    await expect(json(page)).toBeVisible();
    await look('json');
    await page.getByRole('radio', { name: 'Form' }).click();
    await page.getByRole('button', { name: 'New scenario' }).first().click();
    await look('new');
  });
}
