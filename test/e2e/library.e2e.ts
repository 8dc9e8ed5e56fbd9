// Finding one's way in a large workspace: folders by mouse and by keys, and find and replace across documents.
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { scenarioSchema, type Scenario } from '#shared/scenario/scenario.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { test } from '../support/app-test.ts';
import { inMenu } from '../support/person.ts';
import { photographer, startedAt } from '../support/photographer.ts';
import { storyWorkspace } from '../support/story-workspace.ts';
import { storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { userGreeting, usersApi } from '../stories/user-greeting.ts';

test.use({ sharesWindow: true });

const small = startedAt({ width: 1280, height: 800 });
const tree = (page: Page) => page.getByRole('tree', { name: 'Flows' });
const row = (page: Page, name: string) => tree(page).getByRole('treeitem', { name, exact: true });
const rows = (page: Page) =>
  tree(page)
    .getByRole('treeitem')
    .evaluateAll((all) =>
      all.map(
        (each) =>
          `${' '.repeat(Number(each.getAttribute('aria-level')) - 1)}${each.querySelector('[id]')?.textContent ?? ''}`,
      ),
    );
const toast = (page: Page, text: string | RegExp) => page.getByText(text).first();
const flowsOf = async ({ workspace }: LaunchedApp) =>
  (await readdir(path.join(workspace, 'flows'), { recursive: true })).sort();

const named = (name: string) =>
  storyFlow({
    name,
    nodes: [
      ['Start', 'start', {}],
      ['Say', 'message', { text: `Your order is late, says ${name}. {{order.id}} has order 1.` }],
      ['End', 'end', {}],
    ],
    connections: [
      ['Start', 'next', 'Say'],
      ['Say', 'next', 'End'],
    ],
  });

/** What is said in a complaint, as a scenario holds it. */
const complained = scenarioSchema.parse({
  format: 'flowbench.scenario',
  version: 1,
  id: storyId('sc', 'Ana complains'),
  name: 'Complained about',
  flow: named('Complaint').id,
  expect: [
    { type: 'end' },
    { type: 'message', text: { is: 'contains', text: 'late, says Complaint. Ana Sousa' } },
  ],
  data: {
    columns: ['number', 'person'],
    rows: Array.from({ length: 120 }, (_, at) => [String(at), at === 119 ? 'Ana Sousa' : 'Ben']),
  },
});

async function shop(launch: (options: object) => Promise<LaunchedApp>, ...more: readonly Scenario[]) {
  const workspace = await storyWorkspace(
    ...more,
    ...['Refund', 'Order status', 'Complaint', 'Part 2', 'Part 10'].map(named),
    userGreeting(),
    usersApi('https://users.example/v1'),
  );
  return launch({ ...small, workspace });
}

test('folders are made, filled by dragging and by keys, renamed and deleted, and undo brings each back', async ({
  launch,
}) => {
  const launched = await shop(launch);
  const { page } = launched;
  const look = await photographer(launched, { folder: 'library' });
  await page.getByRole('button', { name: 'New folder in Flows' }).click();
  await page.getByRole('textbox', { name: 'New name of New folder' }).fill('Support');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Support')).toBeFocused();

  await row(page, 'Refund').click();
  await row(page, 'Complaint').click({ modifiers: ['Control'] });
  await row(page, 'Refund').click({ modifiers: ['Control'] });
  await row(page, 'Complaint').dragTo(row(page, 'Support'));
  await expect(row(page, 'Support')).toHaveAttribute('aria-expanded', 'true');
  await expect
    .poll(() => rows(page))
    .toEqual(['Support', ' Complaint', ' Refund', 'Greet a user', 'Order status', 'Part 2', 'Part 10']);
  expect(await flowsOf(launched)).toContain('Support/refund.json');
  await look('folders');

  await row(page, 'Order status').focus();
  await page.keyboard.press('Shift+F10');
  await inMenu(page);
  await page.keyboard.press('m');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move Order status to' });
  await expect(dialog.getByRole('option')).toHaveCount(2);
  await page.keyboard.type('Billing');
  await look('move');
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Order status moved to Billing')).toBeVisible();
  await expect(row(page, 'Order status')).toHaveAttribute('aria-level', '2');

  await row(page, 'Support').dragTo(row(page, 'Billing'));
  await expect.poll(() => flowsOf(launched)).toContain('Billing/Support/refund.json');
  await row(page, 'Support').press('F2');
  await page.keyboard.type('Help');
  await page.keyboard.press('Enter');
  await expect.poll(() => flowsOf(launched)).toContain('Billing/Help/refund.json');
  await expect(row(page, 'Help')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(row(page, 'Refund')).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Z');
  await expect(row(page, 'Support')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(row(page, 'Support')).toHaveAttribute('aria-level', '1');

  await row(page, 'Support').focus();
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog', { name: 'Delete the folder Support and 2 documents?' });
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'Support')).toBeHidden();
  expect(await flowsOf(launched)).not.toContain('Support');
  await page.keyboard.press('Control+Z');
  await expect(row(page, 'Refund')).toHaveAttribute('aria-level', '2');
  expect(await flowsOf(launched)).toContain('Support/refund.json');

  // Another program moves files and makes folders.
  const inFlows = (name: string) => path.join(launched.workspace, 'flows', name);
  await mkdir(inFlows('By hand/inner'), { recursive: true });
  await rename(inFlows('Support/refund.json'), inFlows('By hand/refund.json'));
  await expect(row(page, 'inner')).toBeVisible();
  await expect.poll(() => rows(page)).toContain(' Refund');

  await page.getByRole('searchbox', { name: 'Filter Flows' }).fill('re');
  await expect.poll(() => rows(page)).toEqual(['By hand', ' Refund', 'Greet a user']);
});

test('find goes to the field, and replace changes all documents in one step that undo takes back', async ({
  launch,
}) => {
  const launched = await shop(launch, complained);
  const { page } = launched;
  const look = await photographer(launched, { folder: 'find' });
  const found = page.getByRole('tree', { name: 'Found' });
  const places = page.getByRole('complementary', { name: 'Side bar' }).getByRole('status');
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('textbox', { name: 'Find in the workspace' })).toBeFocused();
  await look('empty');
  await page.keyboard.type('order');
  await expect(places).toHaveText('17 in 5 documents');
  await page.getByRole('button', { name: 'Whole words' }).click();
  await page.getByRole('button', { name: 'Match case' }).click();
  await expect(places).toHaveText('15 in 5 documents');
  await look('found');

  await page.getByRole('textbox', { name: 'Find in the workspace' }).press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Say');
  const text = page.getByLabel('Text', { exact: true });
  await expect(text).toBeFocused();

  // What a scenario expects is gone to in its form, folded or far down as it may be.
  await page.getByRole('textbox', { name: 'Find in the workspace' }).fill('Ana Sousa');
  await expect(places).toHaveText('2 in 1 document');
  await found.getByRole('treeitem', { name: 'Expectations, row 2, expected text' }).click();
  const expected = page.getByRole('textbox', { name: 'Expected text' });
  await expect(expected).toBeFocused();
  await expect(expected).toHaveValue(/Ana Sousa$/);
  await expect(expected).toBeInViewport();
  await look('scenario');
  await found.getByRole('treeitem', { name: 'Data, row 120, person' }).click();
  await expect(page.getByRole('textbox', { name: 'person, row 120' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'person, row 120' })).toBeInViewport();
  const scenarios = page.getByRole('group', { name: 'Look in' }).getByRole('button', { name: 'Scenarios' });
  await scenarios.click();
  await expect(places).toHaveText('0 in 0 documents');
  await scenarios.click();
  await page.getByRole('textbox', { name: 'Find in the workspace' }).fill('order');
  await expect(places).toHaveText('15 in 5 documents');

  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('textbox', { name: 'Replace by' }).fill('parcel');
  await expect(found.locator('ins').first()).toHaveText('parcel');
  await look('replace');
  await page.getByRole('button', { name: 'Replace all', exact: true }).click();
  await expect(toast(page, 'Replaced in 15 places of 5 documents')).toBeVisible();
  const refund = path.join(launched.workspace, 'flows', 'refund.json');
  await expect.poll(() => readFile(refund, 'utf8')).toContain('Your parcel is late');
  await expect.poll(() => readFile(refund, 'utf8')).toContain('{{parcel.id}}');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => readFile(refund, 'utf8')).toContain('Your order is late');
  await expect(places).toHaveText('15 in 5 documents');

  await page.getByRole('textbox', { name: 'Find in the workspace' }).fill('}}');
  await page.getByRole('button', { name: 'Whole words' }).click();
  await page.getByRole('textbox', { name: 'Replace by' }).fill('');
  const leftOut = page.getByRole('checkbox', { name: /^Leave out \d+ places that would break$/ });
  await expect(leftOut).toBeChecked();
  await expect(
    found.getByRole('img', { name: /^Left out: the template in “.+” could not be read/ }).first(),
  ).toBeVisible();
  await expect(found.locator('del')).toHaveCount(0);
  await look('breaking');
  await page.getByRole('button', { name: 'Replace all', exact: true }).click();
  await expect(toast(page, 'Nothing was replaced')).toBeVisible();
  await expect(toast(page, /could not be read any more/)).toBeVisible();
  await leftOut.uncheck();
  await expect(found.locator('del').first()).toBeVisible();
  await expect(found.getByRole('img', { name: /^It breaks: the template/ }).first()).toBeVisible();
  await leftOut.check();
  await page.getByRole('button', { name: 'Regular expression' }).click();
  await page.getByRole('textbox', { name: 'Find in the workspace' }).fill('(');
  await expect(
    page.getByRole('complementary', { name: 'Side bar' }).getByText(/The pattern cannot be read/),
  ).toBeVisible();
  await look('trouble');
});
