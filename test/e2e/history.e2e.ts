// Past runs as a person finds them: there after a restart, shown on their flow, narrowed, pinned and deleted.
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { pickATime, tastingAppointment } from '../stories/order-lookup.ts';
import { nodeNamed } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { test } from '../support/app-test.ts';
import { command } from '../support/command-preparations.ts';
import { keysOnly, tabTo } from '../support/keys-only.ts';
import { answer, card, conversation, flowOpened, inMenu, inspect, saved } from '../support/person.ts';
import { startedAt } from '../support/photographer.ts';
import { plantedExample } from '../support/planted-example.ts';
import { historyFolder, type PlantedRun } from '../support/planted-runs.ts';
import { bytesFound } from '../support/search-bytes.ts';

const example = { workspace: null, args: ['--open-example'], ...startedAt({ width: 1280, height: 800 }) };
const orderLookup = 'fl_dprem2xcg2hz' as PlantedRun['flowId'];

const runs = (page: Page): Locator => page.getByRole('list', { name: 'Runs' });
const row = (page: Page, name: string | RegExp): Locator => runs(page).getByRole('button', { name });
const panel = (page: Page): Locator => page.getByRole('region', { name: 'Panel', exact: true });
const debug = (page: Page): Locator => page.getByRole('region', { name: 'Debugger' });
const talk = (page: Page): Locator => page.getByRole('region', { name: 'Simulator', exact: true });
const bar = (page: Page): Locator => page.getByRole('region', { name: /from the history$/ });

async function run(page: Page, order: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await answer(page, order);
  await expect(conversation(page)).toContainText('Run ended');
}

test('a run is there after a restart with all that was in it, says that its flow has changed, and stays when that is gone', async ({
  launch,
}) => {
  const first = await launch(example);
  await run(first.page, '10482');
  const said = await conversation(first.page).innerText();
  const sample = (page: Page) => page.getByLabel('Sample value of order_id');
  await inspect(first.page, 'Get order');
  await expect(sample(first.page)).toHaveValue('10482');
  await sample(first.page).fill('7');
  await first.close();
  const { page } = await launch({ ...example, userData: first.userData });
  await expect(page.getByText('Talk to the flow')).toBeVisible();

  // What was typed for a call is there again, and the way back to what the last run had.
  await inspect(page, 'Get order');
  await expect(sample(page)).toHaveValue('7');
  await page.getByRole('button', { name: 'Take order_id from the last run' }).click();
  await expect(sample(page)).toHaveValue('10482');
  await expect(sample(page)).toBeFocused();
  await sample(page).fill('7');
  await sample(page).fill('');
  await expect(sample(page)).toHaveValue('');
  await page.keyboard.press('Tab');
  await expect(sample(page)).toHaveValue('10482');

  await page.keyboard.press('Alt+5');
  await expect(runs(page).getByRole('heading', { name: 'Today' })).toBeVisible();
  await row(page, /^Order lookup, ended, .*2 calls/).click();
  await expect(bar(page)).toContainText(/Run of .+ — history/);
  await expect(card(page, 'Get order')).toHaveAttribute('data-state', 'done');
  await expect(card(page, 'Track parcel')).toHaveAttribute('data-state', /done|failed/);
  expect(await conversation(page).innerText()).toBe(said);
  await panel(page).getByRole('tab', { name: 'Timeline' }).click();
  await expect(panel(page).getByRole('row').filter({ hasText: 'Get order' })).toContainText('200');
  await panel(page).getByRole('tab', { name: 'Variables' }).click();
  await expect(panel(page).getByRole('row').filter({ hasText: 'order_id' }).first()).toContainText('10482');
  await inspect(page, 'Get order');
  await panel(page).getByRole('tab', { name: 'Response' }).click();
  await expect(panel(page).getByRole('group', { name: 'Body' })).toContainText('Ana Sousa');
  expect(await axeFindings(page)).toEqual([]);

  // Back and forward through what was recorded, as in a run of the window; nothing goes on from there.
  await bar(page).getByRole('button', { name: 'Step back' }).click();
  await expect(debug(page)).toContainText(/Back at .+ step (\d+) of \1/);
  for (let step = 0; step < 20; step += 1) {
    if ((await debug(page).textContent())?.includes('Back at Get order') === true) break;
    await page.keyboard.press('Alt+F10');
  }
  await expect(debug(page)).toContainText('A run of the history is only looked at');
  await expect(talk(page)).toContainText('Looking back into a past run');
  await expect(talk(page)).not.toContainText(/Paused|F5/);
  await expect(debug(page).getByRole('button')).toHaveText(['', '', '']);
  await expect(card(page, 'Get order')).toHaveAttribute('data-state', 'paused');
  await expect(card(page, 'Track parcel')).toHaveAttribute('data-state', 'idle');
  await expect(conversation(page)).not.toContainText('Your order is shipped');
  await panel(page).getByRole('tab', { name: 'Timeline' }).click();
  await expect(panel(page).getByRole('row').last()).toContainText('Get order');
  await panel(page).getByRole('tab', { name: 'Variables' }).click();
  const orderId = panel(page).getByRole('row').filter({ hasText: 'order_id' }).first();
  await expect(orderId).toContainText('10482');
  await orderId.dblclick();
  await expect(orderId.getByRole('textbox')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Alt+Shift+F10');
  await expect(debug(page)).not.toContainText('Back at Get order');
  await page.keyboard.press('F5');
  await expect(debug(page)).toBeHidden();
  expect(await conversation(page).innerText()).toBe(said);

  // The way back is to what is newest; there was no run since the start.
  await page.getByRole('button', { name: 'Close the run' }).click();
  await expect(bar(page)).toBeHidden();
  await expect(card(page, 'Get order')).toHaveAttribute('data-state', 'idle');

  // On the other side, where Alt is held, as with everything that opens a document.
  await row(page, /^Order lookup, ended/).click({ modifiers: ['Alt'] });
  await expect(page.locator('[data-side]')).toHaveCount(2);
  await expect(page.locator('[data-side]').nth(1)).toHaveAttribute('data-side', 'focused');
  await page.keyboard.press('Control+W');
  await expect(page.locator('[data-side]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Close the run' }).click();

  await row(page, /^Order lookup, ended/).click();
  await expect(bar(page)).toBeVisible();
  await run(page, '10482');
  await expect(bar(page)).toBeHidden();
  await expect(runs(page).getByRole('listitem')).toHaveCount(2);

  // A run that goes on behind one of the history is left alone.
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('What is your order number?');
  await row(page, /^Order lookup, ended/)
    .first()
    .click();
  await expect(bar(page)).toBeVisible();
  for (const key of ['F5', 'F10']) await page.keyboard.press(key);
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(
    'The newest run of this flow is still under way',
  );
  await page.getByRole('button', { name: 'Back to the newest run' }).click();
  await answer(page, '10482');
  await expect(conversation(page)).toContainText('Run ended');

  await inspect(page, 'Greeting');
  await page.getByLabel('Text').fill('Good day!');
  await saved(page);
  const before = row(page, /^Order lookup/).last();
  await before.click();
  await expect(bar(page)).toContainText('The flow has changed since');
  await page.keyboard.press('Alt+1');
  const flows = page.getByRole('tree', { name: 'Flows' });
  await flows.getByRole('treeitem', { name: 'Order lookup', exact: true }).press('Delete');
  await expect(flows.getByRole('treeitem', { name: 'Order lookup', exact: true })).toBeHidden();
  await page.keyboard.press('Alt+5');
  await before.click();
  await expect(page.getByRole('heading', { name: 'Order lookup', exact: true })).toBeVisible();
  await expect(page.getByText('Its flow was deleted')).toBeVisible();
  await expect(conversation(page)).toContainText('Your order is shipped');
  await panel(page).getByRole('tab', { name: 'Timeline' }).click();
  await expect(panel(page).getByRole('row').filter({ hasText: 'Get order' })).toContainText('200');
  await panel(page).getByRole('tab', { name: 'Response' }).click();
  await expect(panel(page).getByRole('group', { name: 'Body' })).toContainText('"');
  expect(await axeFindings(page)).toEqual([]);

  // Without a canvas its steps are there as well: in the talk, the Timeline and the variables.
  await page.getByRole('button', { name: 'Step back' }).click();
  await expect(debug(page)).toContainText(/Back at .+ step (\d+) of \1/);
  await page.keyboard.press('Alt+F10');
  await debug(page).getByRole('button', { name: 'Step back' }).click();
  for (let step = 0; step < 20; step += 1) {
    if ((await debug(page).textContent())?.includes('Back at Get order') === true) break;
    await page.keyboard.press('Alt+F10');
  }
  await expect(debug(page)).toContainText('Back at Get order');
  await expect(conversation(page)).not.toContainText('Your order is shipped');
  await panel(page).getByRole('tab', { name: 'Timeline' }).click();
  await expect(panel(page).getByRole('row').last()).toContainText('Get order');
  await panel(page).getByRole('tab', { name: 'Variables' }).click();
  await expect(panel(page).getByRole('row').filter({ hasText: 'order_id' }).first()).toContainText('10482');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Alt+Shift+F10');
  await expect(debug(page)).not.toContainText('Back at Get order');
  await page.keyboard.press('F5');
  await expect(debug(page)).toBeHidden();
  await expect(conversation(page)).toContainText('Your order is shipped');
});

test('the list is narrowed, runs are pinned, repeated and deleted, and their files with them', async ({
  launch,
}) => {
  const today = new Date();
  const daysAgo = (days: number) => new Date(today.getTime() - days * 24 * 3600_000).toISOString();
  const { userData, history } = await plantedExample([
    { flowId: orderLookup, flowName: 'Order lookup', startedAt: daysAgo(1), environmentName: 'staging' },
    { flowId: orderLookup, flowName: 'Order lookup', startedAt: daysAgo(2), outcome: 'failed' },
    {
      flowId: orderLookup,
      flowName: 'Order lookup',
      startedAt: daysAgo(3),
      outcome: 'cancelled',
      origin: { type: 'scenario', scenarioId: storyId('sc', 'Late delivery'), row: null },
    },
  ]);
  const { page } = await launch({ ...example, userData });
  await run(page, '10482');
  await page.keyboard.press('Alt+5');
  const items = runs(page).getByRole('listitem');
  await expect(items).toHaveCount(4);
  await expect(runs(page).getByRole('heading')).toHaveCount(4);

  await page.getByRole('searchbox', { name: 'Filter Runs' }).fill('staging');
  await expect(items).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: '1 of 4' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filter by…' }).click();
  await page.getByRole('menuitem', { name: 'Outcome' }).click();
  await page.getByRole('menuitemradio', { name: 'Failed' }).click();
  await expect(items).toHaveCount(1);
  await expect(row(page, /failed/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove Failed' }).click();
  await expect(items).toHaveCount(4);

  await page.getByRole('button', { name: 'Filter by…' }).click();
  await page.getByRole('menuitem', { name: 'What was run' }).click();
  await page.getByRole('menuitemradio', { name: 'Scenario' }).click();
  await expect(items).toHaveCount(1);
  await expect(row(page, /stopped.*scenario of Order lookup/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove Scenario' }).click();
  await expect(items).toHaveCount(4);

  await row(page, /failed/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Pin', exact: true }).click();
  await expect(row(page, /failed.*pinned$/)).toBeVisible();
  await row(page, /stopped/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  await expect(items).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(items).toHaveCount(4);
  await row(page, /stopped/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  await expect(items).toHaveCount(3);
  await expect.poll(async () => (await folders(history)).length).toBe(3);

  await page.getByRole('button', { name: 'More for runs' }).click();
  await page.getByRole('menuitem', { name: /^Delete all/ }).click();
  await expect(items).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('2 runs deleted');
  await expect.poll(async () => (await folders(history)).length).toBe(1);

  await row(page, /failed/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Run again with the same inputs' }).click();
  await answer(page, '10482');
  await expect(conversation(page)).toContainText('Run ended');
  await expect(items).toHaveCount(2);
});

const folders = async (folder: string) => (await readdir(folder)).filter((name) => name.startsWith('rn_'));

test('by keys alone: the list, a run, its menu and its deletion; and a limit that a person sets holds at once', async ({
  launch,
}) => {
  const planted = Array.from({ length: 8 }, (_, day) => ({
    flowId: orderLookup,
    flowName: 'Order lookup',
    startedAt: `2026-01-0${String(day + 1)}T10:00:00.000Z`,
  }));
  const { userData, history } = await plantedExample(planted);
  const { page } = await launch({ ...example, userData });
  const keys = await keysOnly(page);
  await keys.keyboard.press('Alt+5');
  await expect(row(keys.read, /^Order lookup/).first()).toBeFocused();
  await keys.keyboard.press('ArrowDown');
  await expect(row(keys.read, /7 Jan/)).toBeFocused();
  await keys.keyboard.press('Enter');
  await expect(bar(keys.read)).toContainText('7 Jan');
  await expect(row(keys.read, /7 Jan/)).toBeFocused();
  await keys.keyboard.press('End');
  await expect(row(keys.read, /1 Jan/)).toBeFocused();
  await keys.keyboard.press('Delete');
  await expect(runs(keys.read).getByRole('listitem')).toHaveCount(7);
  await expect(row(keys.read, /2 Jan/)).toBeFocused();

  await tabTo(keys, keys.read.getByRole('button', { name: 'More for runs' }));
  await keys.keyboard.press('Enter');
  await inMenu(keys.read);
  await keys.keyboard.type('Keep');
  await keys.keyboard.press('Enter');
  const dialog = keys.read.getByRole('dialog', { name: 'Keep runs' });
  await expect(dialog).toContainText('Now kept here: 7 runs');
  await tabTo(keys, dialog.getByLabel('At most', { exact: true }));
  await keys.keyboard.press('Control+A');
  await keys.keyboard.type('3');
  await keys.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(runs(keys.read).getByRole('listitem')).toHaveCount(3);
  expect(await keys.intrusions()).toEqual([]);
  await expect.poll(async () => (await folders(history)).length).toBe(3);
});

test('a run under way when Flowbench is killed is interrupted, and shows what was written', async ({
  launch,
}) => {
  const first = await launch(example);
  await first.page.keyboard.press('Alt+5');
  await first.page.keyboard.press('Control+Enter');
  await expect(conversation(first.page)).toContainText('What is your order number?');
  await expect(row(first.page, /^Order lookup, running/)).toBeVisible();
  const folder = await historyFolder(first.userData);
  await expect.poll(async () => (await bytesFound([folder], 'What is your order number')).length).toBe(1);
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await ended;

  const { page } = await launch({ ...example, userData: first.userData });
  await page.keyboard.press('Alt+5');
  await row(page, /^Order lookup, interrupted/).click();
  await expect(bar(page)).toContainText('Flowbench ended before this run did');
  await expect(conversation(page)).toContainText('Run interrupted');
  await expect(card(page, 'Order number')).toHaveAttribute('data-state', 'failed');
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveAttribute('aria-disabled', 'true');
});

test('a disk that refuses is told of once, and runs go on', async ({ launch }) => {
  const { userData, history } = await plantedExample();
  await writeFile(history, 'in the way');
  const { page } = await launch({ ...example, userData });
  const toasts = page.getByRole('region', { name: 'Notifications' });
  const toast = toasts.getByRole('heading', { name: 'Runs are not kept' });
  await expect(toast).toBeVisible();
  await expect(toasts).toContainText(/The history of runs in .+ cannot be written: .+ Runs go on/);
  await run(page, '10482');
  await run(page, '10482');
  await expect(toast).toHaveCount(1);
});

test('runs of before are compared, also where they part in a flow that both ran, and one that is gone says so', async ({
  launch,
}) => {
  const [outer, inner] = [tastingAppointment(), pickATime()];
  const idIn = (flow: typeof outer, name: string) => nodeNamed(flow, name).id;
  const to = (exit: string): readonly object[] => [
    { type: 'node-entered', nodeId: idIn(outer, 'Find time') },
    { type: 'flow-entered', nodeId: idIn(outer, 'Find time'), flowId: inner.id, flowName: inner.name },
    { type: 'node-entered', nodeId: idIn(inner, 'Free times') },
    { type: 'node-left', nodeId: idIn(inner, 'Free times'), exit, through: exit },
    { type: 'node-entered', nodeId: idIn(inner, exit === 'success' ? 'Ask time' : 'Free times') },
  ];
  const told = { flowId: outer.id, flowName: outer.name };
  const { userData, history } = await plantedExample([
    { ...told, startedAt: '2025-12-31T10:00:00.000Z', happened: [] },
    { ...told, startedAt: '2026-01-01T10:00:00.000Z', happened: to('error') },
    { ...told, startedAt: '2026-01-02T10:00:00.000Z', happened: to('success') },
    { ...told, startedAt: '2026-01-03T10:00:00.000Z', happened: to('success') },
  ]);
  const { page } = await launch({ ...example, userData });
  await flowOpened(page, 'Tasting appointment');
  await command(page, 'Compare two runs…');
  const dialog = page.getByRole('dialog', { name: 'Compare two runs' });
  await expect(dialog).toContainText('They went the same way.');
  const options = page.getByRole('option');
  await dialog.getByRole('combobox', { name: 'Run' }).click();
  await expect(options).toHaveText([/^Run 4 · 3 Jan/, /^Run 3 · 2 Jan/, /^Run 2 · 1 Jan/, /^Run 1/]);
  await options.filter({ hasText: 'Run 2' }).click();
  await expect(dialog).toContainText(
    'Then the one came to Free times (ended) in Pick a time, the other to Ask time (ended) in Pick a time.',
  );
  expect(await axeFindings(page)).toEqual([]);

  // What is gone from the disk meanwhile cannot be read, and says so.
  const lost = (await folders(history)).map((name) => path.join(history, name));
  for (const folder of lost) await rm(folder, { recursive: true });
  await dialog.getByRole('combobox', { name: 'With' }).click();
  await options.filter({ hasText: 'Run 1' }).click();
  await expect(dialog).toContainText('Run 1 cannot be read');
  await dialog.getByRole('combobox', { name: 'With' }).click();
  await options.filter({ hasText: 'Run 4' }).click();
  await dialog.getByRole('button', { name: 'Ask time' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Pick a time', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Ask time');
});
