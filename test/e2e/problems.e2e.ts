// The Problems panel in the real window: what is typed wrong is listed, leads to its field by keys, is mended and undone.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';
import { fillTemplate } from '../support/fill-template.ts';
import { photographer } from '../support/photographer.ts';
import { card, inspect } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const status = (page: Page) => page.getByRole('contentinfo', { name: 'Status' });
const list = (page: Page) => page.getByRole('treegrid', { name: 'Problems' });

test('typing an error lists it, keys lead to its field and mend it, and undo brings it back', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await askAndSay() });
  await inspect(page, 'Say it');
  const text = page.getByLabel('Text', { exact: true });
  await expect(status(page).getByRole('button', { name: '1 note' })).toBeVisible();
  await fillTemplate(text, 'Order {{ordr}}');
  await expect(status(page).getByRole('button', { name: '1 error' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Problems' })).toHaveText('Problems3');

  await page.keyboard.press('Control+Shift+M');
  await expect(list(page).getByRole('row').first()).toBeFocused();
  const row = list(page).getByRole('row', { name: /Nothing sets ordr/ });
  await expect(row).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await focusedByKeys(page, /Nothing sets ordr/);
  await page.keyboard.press('Enter');
  await expect(text).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Say it');

  await page.keyboard.press('Control+Shift+M');
  await expect(row).toBeFocused();
  await page.keyboard.press('Control+.');
  await expect(page.getByRole('menuitem', { name: 'Change to order' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row).toBeHidden();
  await expect(status(page).getByRole('button', { name: '1 note' })).toBeVisible();
  await expect(list(page).getByRole('row', { name: /A run ends after/ })).toBeFocused();
  await inspect(page, 'Say it');
  await expect(text).toHaveValue('Order {{order}}');

  await card(page, 'Say it').press('Control+Z');
  await expect(row).toBeVisible();
  await expect(text).toHaveValue('Order {{ordr}}');
});

test('F8 walks through the problems, the card is marked, and the list is narrowed', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await askAndSay() });
  await inspect(page, 'Ask order');
  await page.getByRole('textbox', { name: 'Variable' }).fill('order id');
  await expect(card(page, 'Ask order').getByRole('img', { name: 'error' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Ask order', exact: true })).toHaveAccessibleDescription(
    /is no variable name/,
  );
  await expect(
    page.getByRole('complementary', { name: 'Side bar' }).getByRole('img', { name: 'has errors' }),
  ).toBeVisible();

  await card(page, 'Say it').press('F8');
  await expect(page.getByRole('textbox', { name: 'Variable' })).toBeFocused();
  await page.keyboard.press('F8');
  await expect(page.getByRole('textbox', { name: 'Variable' })).toBeHidden();
  await page.keyboard.press('Shift+F8');
  await expect(page.getByRole('textbox', { name: 'Variable' })).toBeFocused();

  await page.getByRole('tab', { name: 'Problems' }).click();
  await expect(list(page).getByRole('row', { name: /A run ends after/ })).toBeVisible();
  await page.getByRole('button', { name: 'Notes: 1' }).click();
  await expect(list(page).getByRole('row', { name: /A run ends after/ })).toBeHidden();
  await page.getByRole('searchbox', { name: 'Filter problems' }).fill('nothing like it');
  await expect(page.getByText('No problem fits')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show all' }).click();

  // One click mends it.
  await list(page)
    .getByRole('row', { name: /is no variable name/ })
    .getByRole('button', { name: 'Call it order_id' })
    .click();
  await inspect(page, 'Ask order');
  await expect(page.getByRole('textbox', { name: 'Variable' })).toHaveValue('order_id');
  await expect(card(page, 'Ask order').getByRole('img', { name: 'error' })).toBeHidden();
});

test('what is meant as it is is silenced with a reason, stays counted and listed, and undo ends the silence', async ({
  launch,
}) => {
  const launched = await launch({ window, workspace: await askAndSay() });
  const { page } = launched;
  const look = await photographer(launched, { folder: 'silence' });
  await inspect(page, 'Say it');
  await page.keyboard.press('Control+Shift+M');
  const row = list(page).getByRole('row', { name: /A run ends after Say it/ });
  await expect(row).toBeVisible();
  await focusedByKeys(page, /A run ends after Say it/);
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Silence it…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Silence next-unconnected in Say it' });
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Say why, for whoever reads this next.')).toBeVisible();
  await look('silence');
  await page.keyboard.insertText('The agent goes on by hand.');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(status(page).getByRole('button', { name: 'No problems' })).toBeVisible();
  await expect(page.getByText('No problem that is not silenced')).toBeVisible();
  await look('all-silenced');
  await expect
    .poll(async () => flowFile(launched.workspace))
    .toContain('"reason": "The agent goes on by hand."');

  await page.getByRole('button', { name: 'Silenced: 1' }).click();
  await expect(row).toContainText('The agent goes on by hand.');
  await look('silenced');
  await card(page, 'Say it').press('Control+Z');
  await expect(status(page).getByRole('button', { name: '1 note' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Silenced: 1' })).toBeHidden();
  await card(page, 'Say it').press('Control+Shift+Z');
  await expect(page.getByRole('button', { name: 'Silenced: 1' })).toBeVisible();
  await row.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Tell it again' }).press('Enter');
  await expect(status(page).getByRole('button', { name: '1 note' })).toBeVisible();

  // For all of the workspace, in its file.
  const rules = async () =>
    JSON.parse(await readFile(path.join(launched.workspace, 'flowbench.json'), 'utf8')) as object;
  await row.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Silence it…' }).press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await page.keyboard.insertText('Our flows end where they end.');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'Silence next-unconnected everywhere' })).toBeVisible();
  await look('silence-everywhere');
  await page.getByRole('button', { name: 'Silence it' }).press('Enter');
  await expect(status(page).getByRole('button', { name: 'No problems' })).toBeVisible();
  expect(await rules()).toMatchObject({
    silenced: [{ rule: 'next-unconnected', reason: 'Our flows end where they end.' }],
  });
  await row.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Tell it again' }).press('Enter');
  await expect(status(page).getByRole('button', { name: '1 note' })).toBeVisible();
  expect(await rules()).not.toHaveProperty('silenced');
});

/** Moves on by keys from the first row to the one that says something. */
async function focusedByKeys(page: Page, words: RegExp): Promise<void> {
  await page.keyboard.press('Home');
  const rows = list(page).getByRole('row');
  const at = (await rows.allTextContents()).findIndex((text) => words.test(text));
  for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
  await expect(rows.nth(at)).toBeFocused();
}

/** The text of the one flow. */
async function flowFile(workspace: string): Promise<string> {
  const folder = path.join(workspace, 'flows');
  const [name = ''] = await readdir(folder);
  return readFile(path.join(folder, name), 'utf8');
}

/** A flow that asks for an order and says a text, with nothing wrong but an end that is none. */
function askAndSay(): Promise<string> {
  const flow = storyFlow({
    name: 'Orders',
    nodes: [
      ['Start', 'start', {}],
      ['Ask order', 'prompt', { text: 'Which order?', variable: 'order', limit: null }],
      ['Say it', 'message', { text: 'Order {{order}}' }],
    ],
    connections: inARow('Start', 'Ask order', 'Say it'),
  });
  return drawnWorkspace(flow);
}
