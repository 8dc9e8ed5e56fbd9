// Scenarios as a person uses them: run beside the flow, failed, looked at and mended.
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { exampleFolder } from '../stories/order-lookup.ts';
import { test } from '../support/app-test.ts';
import { command } from '../support/command-preparations.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { removeFolders } from '../support/launch-app.ts';
import { card, flowOpened, saved } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const size = { width: 1280, height: 800 };
const panel = (page: Page): Locator => page.getByRole('region', { name: 'Panel', exact: true });
const result = (page: Page): Locator => page.getByRole('region', { name: 'Result', exact: true });
const rows = (page: Page): Locator => page.getByRole('list', { name: /^Scenarios of / });
const row = (page: Page, name: string): Locator =>
  rows(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name, exact: true }) });
const tree = (page: Page): Locator => page.getByRole('tree', { name: 'Scenarios' });
const pastRun = (page: Page): Locator => page.getByRole('region', { name: /from the history$/ });

let root: string;
test.beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'flowbench-scenarios-'));
});
test.afterEach(() => removeFolders(root));

async function scenariosShown(page: Page): Promise<void> {
  await panel(page).getByRole('tab', { name: 'Scenarios' }).click();
}

/** A copy of the example in which one line of a snapshot is another one. */
async function brokenExample(): Promise<string> {
  const folder = path.join(root, 'shop');
  await cp(exampleFolder, folder, { recursive: true });
  const file = path.join(folder, 'scenarios', 'order-lookup', 'happy-path.json');
  const text = await readFile(file, 'utf8');
  const at = text.indexOf('"snapshot"');
  const snapshot = text.slice(at).replace('I can look up your order', 'I can find your order');
  await writeFile(file, text.slice(0, at) + snapshot);
  return folder;
}

test('what no scenario comes to is listed and shown on the cards; what failed stands side by side, leads to its event, and a new snapshot mends it', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const { page } = await launch({ workspace: await brokenExample(), ...startedAt(size) });
  await flowOpened(page, 'Order lookup');
  await scenariosShown(page);
  await rows(page).getByRole('button', { name: 'Run Carrier down' }).click();
  await expect(row(page, 'Carrier down')).toContainText('passed in', { timeout: 20_000 });
  const coverage = panel(page).getByRole('region', { name: 'Coverage' });
  const missed = coverage.getByRole('list', { name: 'Statuses of API Calls that no scenario comes to' });
  await expect(missed.getByRole('button', { name: '"Get order" with exception' })).toBeVisible();
  await coverage.getByRole('switch', { name: 'On the canvas' }).click();
  await expect(page.locator('[data-node-id] [data-missed]').first()).toBeVisible();
  await missed.getByRole('button', { name: '"Get order" with exception' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Get order');
  expect(await axeFindings(page)).toEqual([]);
  await coverage.getByRole('switch', { name: 'On the canvas' }).click();
  await expect(page.locator('[data-node-id] [data-missed]')).toHaveCount(0);

  await panel(page).getByRole('button', { name: 'Run all' }).click();
  await expect(panel(page).getByRole('status')).toHaveText('1 failed, 3 passed', { timeout: 20_000 });
  await expect(row(page, 'Happy path')).toContainText('the conversation is as in the snapshot');

  await row(page, 'Happy path').getByRole('button', { name: 'Open the first failing event' }).click();
  await expect(pastRun(page)).toBeVisible();
  await expect(page.locator('[data-node-id][data-selected]')).toHaveCount(1);
  await expect(card(page, 'Greeting')).toHaveAttribute('data-selected');
  await expect(panel(page).getByRole('tab', { name: 'Timeline' })).toHaveAttribute('aria-selected', 'true');

  await scenariosShown(page);
  await row(page, 'Happy path').getByRole('button', { name: 'Happy path', exact: true }).click();
  const sides = result(page).getByRole('region', { name: /expected and actual$/ });
  await expect(sides.getByRole('cell', { name: /Bot: Hi! I can find your order/ })).toBeVisible();
  await expect(sides.getByRole('cell', { name: /Bot: Hi! I can look up your order/ })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await expect(result(page).getByRole('button', { name: 'Update the snapshot' })).toBeVisible();
  await command(page, 'Update all snapshots that differ');
  await expect(result(page)).toContainText('passed in', { timeout: 20_000 });

  // Undo brings the earlier one back, and the result says that it is of another scenario.
  await result(page).getByRole('button', { name: 'Run the scenario' }).focus();
  await page.keyboard.press('Control+Z');
  await expect(result(page)).toContainText('Changed since this result');
  await saved(page);
});

for (const { axeIn, ...window } of pictureSizes('dark'))
  test(`pictures of scenarios that were run at ${String(window.width)}`, async ({ launch }) => {
    test.setTimeout(180_000);
    const started = await launch({ workspace: await brokenExample(), ...startedAt(window) });
    const { page } = started;
    const look = await photographer(started, { folder: `scenario-runs-${String(window.width)}`, axeIn });
    await flowOpened(page, 'Order lookup');
    await scenariosShown(page);
    await look('not-run');
    await panel(page).getByRole('button', { name: 'Run all' }).click();
    await expect(panel(page).getByRole('status')).toHaveText('1 failed, 3 passed', { timeout: 20_000 });
    await panel(page).getByRole('switch', { name: 'On the canvas' }).click();
    await look('coverage');
    await row(page, 'Happy path').getByRole('button', { name: 'Happy path', exact: true }).click();
    await expect(result(page).getByRole('button', { name: 'Update the snapshot' })).toBeVisible();
    await look('failed');
    await page.keyboard.press('Alt+4');
    await tree(page)
      .getByRole('treeitem', { name: /^Unknown orders/ })
      .click();
    await expect(result(page).getByRole('list', { name: 'Rows of data' })).toBeVisible();
    await look('rows');
  });
