// What the window knows of the names of a flow: which may be unset and why, where one is used, and how to rename it.
import { readdir, readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { scenarioSchema } from '#shared/scenario/scenario.ts';
import { inARow, type StoryFlow, type StoryNode } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { drawnFlow, drawnWorkspace } from '../support/drawn-workspace.ts';
import { card, connect, inspect, saved } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

test('a name that the way over no-answer leaves unset is told, until that way is mended', async ({
  launch,
}) => {
  const workspace = await askAndSay('Order {{order}}, or {{default order "none"}}');
  const { page } = await launch({ window, workspace });
  await inspect(page, 'Say it');
  const text = page.getByLabel('Text', { exact: true });
  const warning = page.getByText(
    'order may be unset here: the way over Ask order › no-answer does not set it.',
  );
  await expect(warning).toBeHidden();
  await expect(page.getByText('Nothing has set order')).toBeHidden();

  await connect(page, 'Ask order', 'no-answer', 'Say it');
  await inspect(page, 'Say it');
  await expect(warning).toBeVisible();
  await expect(text).not.toHaveAttribute('aria-invalid');
  await expect(text).toHaveAccessibleDescription(/Warning: order may be unset here/);
  expect(await axeFindings(page)).toEqual([]);

  // To ask whether it is set is enough.
  await text.fill('{{#if order}}Order {{order}}{{/if}}');
  await expect(warning).toBeHidden();
  await text.fill('Order {{order}}');
  await expect(warning).toBeVisible();

  // Or a prompt that asks without end, which has no such way.
  await inspect(page, 'Ask order');
  await page.getByRole('textbox', { name: 'Tries' }).fill('');
  await page.keyboard.press('Enter');
  await inspect(page, 'Say it');
  await expect(warning).toBeHidden();
});

test('a misspelt name is told with the one that was meant, and one that is set later with its node', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await askAndSay('Order {{ordr}}') });
  await inspect(page, 'Say it');
  await expect(page.getByText('Did you mean order?')).toBeVisible();
  await expect(page.getByLabel('Text', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await inspect(page, 'Ask order');
  await page.getByLabel('Question').fill('{{order}}?');
  await expect(page.getByText('this node sets it, but only when it is done')).toBeVisible();
});

test('the uses of a variable are listed, lead to their fields by keyboard, and are renamed in one step', async ({
  launch,
}) => {
  const call = {
    endpoint: null,
    method: 'GET',
    path: '',
    body: { type: 'json', template: '{"id":{{order.id}}}' },
    responseVariable: 'response',
  } as const;
  const workspace = await askAndSay('Order {{order}}', ['Get order', 'api-call', call]);
  const { page } = await launch({ window, workspace });
  await inspect(page, 'Ask order');
  await page.getByRole('button', { name: '3 uses' }).click();

  const list = page.getByRole('dialog', { name: 'Uses of order' });
  await expect(list.getByRole('option')).toHaveText([
    'Ask ordersets it in Variableorder',
    'Say itreads it in TextOrder {{order}}',
    'Get orderreads it in Content{"id":{{order.id}}}',
  ]);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Get order');
  const content = page.getByRole('textbox', { name: 'Content', exact: true });
  await expect(content).toBeFocused();

  await page.keyboard.press('Shift+F12');
  await expect(page.getByRole('dialog', { name: 'Uses of variables' })).toBeVisible();
  await page.keyboard.type('say order');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Text', { exact: true })).toBeFocused();

  await inspect(page, 'Ask order');
  await page.getByRole('button', { name: '3 uses' }).click();
  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: 'New name of order' });
  await expect(name).toBeFocused();
  await name.fill('response');
  await expect(page.getByText('"Get order" sets response already')).toBeVisible();
  await name.fill('purchase');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Variable' })).toHaveValue('purchase');
  await inspect(page, 'Say it');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('Order {{purchase}}');

  await card(page, 'Say it').press('Control+Z');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('Order {{order}}');
  await inspect(page, 'Ask order');
  await expect(page.getByRole('textbox', { name: 'Variable' })).toHaveValue('order');
  await saved(page);
});

test('a rename reaches the scenarios of the flow, and one undo takes it back in all of them', async ({
  launch,
}) => {
  const flow = drawnFlow(orders('Order {{order}}'), {});
  const scenario = scenarioSchema.parse({
    format: 'flowbench.scenario',
    version: 1,
    id: storyId('sc', 'Two bought'),
    name: 'Two bought',
    flow: flow.id,
    expect: [{ type: 'variable', path: 'order.id', value: { is: 'equal', text: '2' } }],
  });
  const workspace = await drawnWorkspace(flow, scenario);
  const { page } = await launch({ window, workspace });
  await inspect(page, 'Ask order');
  await page.getByRole('button', { name: '3 uses' }).click();
  const list = page.getByRole('dialog', { name: 'Uses of order' });
  await expect(list.getByRole('option').last()).toHaveText('Two boughttests it in expectation 1order.id');
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'New name of order' }).fill('purchase');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Variable' })).toHaveValue('purchase');
  await saved(page);

  // The last of the list leads to its field in the form of the scenario.
  await page.getByRole('button', { name: '3 uses' }).click();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const path = page.getByRole('textbox', { name: 'Variable, or a part of it' });
  await expect(path).toBeFocused();
  await expect(path).toHaveValue('purchase.id');

  await page.getByRole('tab', { name: 'Orders' }).click();
  await card(page, 'Say it').press('Control+Z');
  await inspect(page, 'Ask order');
  await expect(page.getByRole('textbox', { name: 'Variable' })).toHaveValue('order');
  await page.getByRole('tab', { name: 'Two bought' }).click();
  await expect(page.getByText('order.id').or(path)).toBeVisible();
  await saved(page);
  const file = (await readdir(`${workspace}/scenarios`, { recursive: true })).find((name) =>
    name.endsWith('.json'),
  );
  expect(await readFile(`${workspace}/scenarios/${file ?? ''}`, 'utf8')).toContain('"path": "order.id"');
});

/** A flow that asks for an order and then says a text; more nodes stand below. */
const orders = (text: string, ...more: readonly StoryNode[]): StoryFlow => ({
  name: 'Orders',
  nodes: [
    ['Start', 'start', {}],
    ['Ask order', 'prompt', { text: '', variable: 'order' }],
    ['Say it', 'message', { text }],
    ...more,
  ],
  connections: inARow('Start', 'Ask order', 'Say it'),
});

function askAndSay(text: string, ...more: readonly StoryNode[]): Promise<string> {
  return drawnWorkspace(drawnFlow(orders(text, ...more), { 'Get order': [240, 240] }));
}
