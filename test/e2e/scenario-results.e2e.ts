// What scenarios came to, over time: there after a restart, told apart from what has changed since, seen while it happens,
// and what is wrong with a scenario mended or silenced.
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { exampleFolder } from '../stories/order-lookup.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { removeFolders } from '../support/launch-app.ts';
import { orderingWorkspace } from '../support/ordering-workspace.ts';
import { card, flowOpened, inspect, saved } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';
import { HttpRecorder } from '../support/servers/http-recorder.ts';

test.use({ sharesWindow: true });

const size = { width: 1280, height: 800 };
const panel = (page: Page): Locator => page.getByRole('region', { name: 'Panel', exact: true });
const result = (page: Page): Locator => page.getByRole('region', { name: 'Result', exact: true });
const counts = (page: Page): Locator => panel(page).getByRole('status');
const tree = (page: Page): Locator => page.getByRole('tree', { name: 'Scenarios' });
const inTree = (page: Page, name: string): Locator =>
  tree(page).getByRole('treeitem', { name: new RegExp(`^${name}`) });
const row = (page: Page, name: string): Locator =>
  page
    .getByRole('list', { name: /^Scenarios of / })
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name, exact: true }) });
const underWay = (page: Page): Locator => page.getByRole('region', { name: 'Scenario under way' });
const problems = (page: Page): Locator => page.getByRole('treegrid', { name: 'Problems' });
const expectations = (page: Page): Locator =>
  page.getByRole('region', { name: 'Expectations', exact: true }).getByRole('listitem');

let root: string;
test.beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'flowbench-results-'));
});
test.afterEach(() => removeFolders(root));

const happyFile = () => path.join(root, 'shop', 'scenarios', 'order-lookup', 'happy-path.json');

/** A copy of the example, in which a scenario may be another one. */
async function example(change: (happy: string) => string = (happy) => happy): Promise<string> {
  const folder = path.join(root, 'shop');
  await cp(exampleFolder, folder, { recursive: true });
  await writeFile(happyFile(), change(await readFile(happyFile(), 'utf8')));
  return folder;
}

async function allRun(page: Page): Promise<void> {
  await flowOpened(page, 'Order lookup');
  await panel(page).getByRole('tab', { name: 'Scenarios' }).click();
  await panel(page).getByRole('button', { name: 'Run all' }).click();
  await expect(counts(page)).toHaveText('4 passed', { timeout: 20_000 });
}

/** Changes the flow and a scenario: results of what has changed are dimmed and say so, until it is taken back or run again. */
async function changedSince(page: Page): Promise<void> {
  await page.keyboard.press('Alt+4');
  // In view from the start: other cards of this flow lie beyond the canvas at this size.
  await inspect(page, 'Greeting');
  await page.getByRole('textbox', { name: 'Name of the node' }).fill('Welcome');
  await expect(counts(page)).toHaveText('4 changed since');
  await expect(row(page, 'Happy path')).toContainText(/passed in .*, changed since/);
  await expect(inTree(page, 'Happy path')).toHaveAccessibleDescription(
    'passed; changed since this result: the flow “Order lookup”',
  );
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Control+Z');
  await expect(counts(page)).toHaveText('4 passed');

  await inTree(page, 'Happy path').click();
  await page
    .getByRole('region', { name: 'Setup', exact: true })
    .getByRole('radio', { name: 'Allowed' })
    .click();
  await expect(result(page)).toContainText('Changed since this result');
  await expect(result(page)).toContainText('The scenario. Run it again');
  await expect(inTree(page, 'Carrier down')).toHaveAccessibleDescription('passed');
  await result(page).getByRole('button', { name: 'Run the scenario' }).click();
  await expect(result(page)).toContainText('passed in', { timeout: 20_000 });
  await expect(result(page)).not.toContainText('Changed since this result');
  await saved(page);
}

test('a result of what has changed since says so until the change is taken back, and results are there after a restart and in another workspace and back, with coverage and their runs', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const workspace = await example();
  const first = await launch({ workspace, ...startedAt(size), alone: true });
  await allRun(first.page);
  await changedSince(first.page);
  await flowOpened(first.page, 'Order lookup');
  await expect(counts(first.page)).toHaveText('4 passed');
  const before = await panel(first.page).getByRole('region', { name: 'Coverage' }).innerText();
  await first.close();

  const { page } = await launch({ workspace, userData: first.userData, ...startedAt(size) });
  await panel(page).getByRole('tab', { name: 'Scenarios' }).click();
  await expect(counts(page)).toHaveText('4 passed');
  expect(await panel(page).getByRole('region', { name: 'Coverage' }).innerText()).toBe(before);
  await panel(page).getByRole('switch', { name: 'On the canvas' }).click();
  await expect(page.locator('[data-node-id] [data-missed]').first()).toBeVisible();
  await page.keyboard.press('Alt+4');
  await expect(inTree(page, 'Happy path')).toHaveAccessibleDescription('passed');
  await row(page, 'Happy path').getByRole('button', { name: 'Open the run of Happy path' }).click();
  await expect(page.getByRole('region', { name: /from the history$/ })).toBeVisible();
  await expect(card(page, 'Get order')).toHaveAttribute('data-state', 'done');

  const workspaces = page.getByRole('button', { name: 'Acme Shop' });
  await workspaces.click();
  await page.getByRole('menuitem', { name: 'Open the example' }).click();
  // Each workspace has its own view; this one was never looked at.
  await expect(page.getByRole('tree', { name: 'Flows' })).toBeVisible();
  await page.keyboard.press('Alt+4');
  await expect(inTree(page, 'Happy path')).toHaveAccessibleDescription('');
  await workspaces.click();
  await page.getByRole('menuitem', { name: new RegExp(`${root}/shop$`) }).click();
  await expect(inTree(page, 'Happy path')).toHaveAccessibleDescription('passed');
});

test('a scenario that waits for an API is seen at its node, and stopped from there and by a command', async ({
  launch,
}) => {
  await using server = await HttpRecorder.start(() => ({ then: 'silence' }));
  await orderingWorkspace(root, server.origin, 'none');
  const { page } = await launch({ workspace: path.join(root, 'shop'), ...startedAt(size) });
  await flowOpened(page, 'Ordering');
  await panel(page).getByRole('tab', { name: 'Scenarios' }).click();
  await panel(page).getByRole('button', { name: 'Run all' }).click();
  await expect(underWay(page)).toContainText('is at Order');
  await expect(card(page, 'Order')).toHaveAttribute('data-state', 'running');
  await expect(card(page, 'Ask')).toHaveAttribute('data-state', 'done');
  await expect(card(page, 'Says')).toHaveAttribute('data-state', 'idle');
  expect(await axeFindings(page)).toEqual([]);
  await underWay(page).getByRole('button', { name: /^Stop/ }).press('Enter');
  await expect(counts(page)).toHaveText('1 stopped, 1 running');
  await expect(underWay(page)).toContainText('Single is at Order');
  await underWay(page).getByRole('button', { name: /^Stop/ }).press('Enter');
  await expect(counts(page)).toHaveText('2 stopped');
  await expect(underWay(page)).toHaveCount(0);
  await expect(card(page, 'Order')).toHaveAttribute('data-state', 'idle');

  await panel(page).getByRole('button', { name: 'Run all' }).click();
  await expect(counts(page)).toContainText('running');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Stop the scenarios');
  await page.getByRole('option', { name: 'Stop the scenarios' }).first().click();
  await expect(counts(page)).toHaveText('2 stopped');
});

test('what is wrong with a scenario opens its row, is mended with one choice, undone, and silenced', async ({
  launch,
}) => {
  const workspace = await example((happy) => happy.replace('"exit": "success"', '"exit": "sucess"'));
  const { page } = await launch({ workspace, ...startedAt(size) });
  await page.keyboard.press('Control+Shift+M');
  const problem = problems(page).getByRole('row', { name: /is about an exit that .* has not/ });
  await problem.click();
  await expect(page.getByRole('textbox', { name: 'Name of the scenario' })).toHaveValue('Happy path');
  const opened = expectations(page).filter({ has: page.getByRole('button', { expanded: true }) });
  await expect(opened).toHaveCount(1);
  await expect(opened.getByLabel('Exit')).toBeVisible();
  await page.keyboard.press('Control+Shift+M');
  await problem.press('Shift+F10');
  await page.getByRole('menuitem', { name: /be about the exit “success”$/ }).press('Enter');
  await expect(problem).toHaveCount(0);
  await expect.poll(() => readFile(happyFile(), 'utf8')).toContain('"exit": "success"');

  await page.keyboard.press('Alt+4');
  await inTree(page, 'Happy path').click();
  await result(page).getByRole('button', { name: 'Run the scenario' }).press('Control+Z');
  await page.keyboard.press('Control+Shift+M');
  await expect(problem).toBeVisible();
  await problem.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Silence it…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Silence scenario-exit-missing in Happy path' });
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await page.keyboard.type('The exit comes with the next version.');
  await page.keyboard.press('Enter');
  await expect(problem).toHaveCount(0);
  await expect
    .poll(() => readFile(happyFile(), 'utf8'))
    .toContain('"reason": "The exit comes with the next version."');
});

for (const { axeIn, ...window } of pictureSizes('light'))
  test(`pictures of results at ${String(window.width)}`, async ({ launch }) => {
    test.setTimeout(180_000);
    const started = await launch({ workspace: await example(), ...startedAt(window) });
    const { page } = started;
    const look = await photographer(started, { folder: `scenario-results-${String(window.width)}`, axeIn });
    await allRun(page);
    await page.keyboard.press('Alt+4');
    await inspect(page, 'Greeting');
    await page.getByRole('textbox', { name: 'Name of the node' }).fill('Welcome');
    await expect(counts(page)).toHaveText('4 changed since');
    await look('changed-since');
    await inTree(page, 'Happy path').click();
    await expect(result(page)).toContainText('Changed since this result');
    await look('changed-result');
    const section = page.getByRole('region', { name: 'Expectations', exact: true });
    await section.evaluate((element) => element.scrollIntoView());
    await look('expectations-folded');
    await expectations(page).nth(1).getByRole('button', { expanded: false }).click();
    await look('expectation-open');
    await page.getByRole('radio', { name: 'JSON' }).click();
    await page.getByRole('radio', { name: 'Form' }).click();
    await section.evaluate((element) => element.scrollIntoView());
    await expectations(page).nth(5).getByRole('button', { expanded: false }).click();
    await look('call-open');
  });

for (const { axeIn, ...window } of pictureSizes('dark'))
  test(`pictures of a scenario under way at ${String(window.width)}`, async ({ launch }) => {
    await using server = await HttpRecorder.start(() => ({ then: 'silence' }));
    await orderingWorkspace(root, server.origin, 'none');
    const started = await launch({ workspace: path.join(root, 'shop'), ...startedAt(window) });
    const { page } = started;
    const look = await photographer(started, { folder: `scenario-way-${String(window.width)}`, axeIn });
    await flowOpened(page, 'Ordering');
    await panel(page).getByRole('tab', { name: 'Scenarios' }).click();
    await panel(page).getByRole('button', { name: 'Run all' }).click();
    await expect(underWay(page)).toContainText('is at Order');
    await look('under-way');
    await panel(page).getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(counts(page)).toHaveText('2 stopped');
  });
