// Set Variables in the real window: what its changes make in a run, how its rows are worked with, and what it says of names.
import { expect, type Page } from '@playwright/test';
import type { VariableChange } from '#shared/nodes/set-variables-node.ts';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { drawnFlow, drawnWorkspace } from '../support/drawn-workspace.ts';
import { fillTemplate } from '../support/fill-template.ts';
import { answer, card, choose, conversation, inspect, saved, stillBox } from '../support/person.ts';

test.use({ sharesWindow: true });

type Change = Pick<VariableChange, 'variable' | 'action' | 'value'>;

const window = { width: 1280, height: 800 };
const change = (page: Page, number: number) =>
  page.getByRole('group', { name: `Change ${String(number)}`, exact: true });
const variable = (page: Page, number: number) =>
  page.getByRole('textbox', { name: `Variable, change ${String(number)}`, exact: true });
const value = (page: Page, number: number) =>
  page.getByRole('textbox', { name: `Value, change ${String(number)}`, exact: true });
const variablesInOrder = (page: Page) =>
  page
    .getByRole('textbox', { name: /^Variable, change/ })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

test('changes are made in order, shown beforehand with the last values, and told after an unset', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await billing() });
  await inspect(page, 'Bill');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await variable(page, 3).fill('price');
  await choose(page, 'Action, change 3', 'Unset');
  await expect(card(page, 'Bill')).toContainText('total += {{price}}· +2');

  await page.keyboard.press('Control+Enter');
  await answer(page, '0.2');
  await expect(conversation(page)).toContainText('Total 0.2, seen [0.2]');
  await expect(card(page, 'Bill')).toHaveAttribute('data-state', 'done');

  await inspect(page, 'Bill');
  await expect(page.getByRole('note', { name: 'Result of change 1' })).toHaveText('total = 0.4');
  await expect(page.getByRole('note', { name: 'Result of change 2' })).toHaveText('seen = [0.2,0.4]');
  await fillTemplate(value(page, 1), 'two');
  await expect(change(page, 1)).toContainText('That is no number');
  await expect(page.getByRole('note', { name: 'Result of change 1' })).toContainText('cannot be incremented');
  await fillTemplate(value(page, 1), '{{price}}');

  await inspect(page, 'Say it');
  await fillTemplate(page.getByLabel('Text', { exact: true }), 'Price {{price}}');
  await expect(page.getByText('price is not set here any more: Bill unsets it.')).toBeVisible();
  await page.getByRole('tab', { name: 'Variables' }).click();
  const grid = page.getByRole('treegrid', { name: 'Variables' });
  await expect(grid.getByRole('row').filter({ hasText: 'price' }).first()).toContainText('not set');
  await expect(grid.getByRole('row').filter({ hasText: 'total' }).first()).toContainText('0.2');
  expect(await axeFindings(page)).toEqual([]);
  await saved(page);
});

test('changes are added, moved, duplicated, switched off and removed by keys, and dragged by hand', async ({
  launch,
}) => {
  const flow = storyFlow({
    name: 'Sets',
    nodes: [
      ['Start', 'start', {}],
      ['Set', 'set-variables', { changes: [{ variable: '' }] }],
    ],
    connections: [],
  });
  const { page } = await launch({ window, workspace: await drawnWorkspace(flow) });
  await inspect(page, 'Set');
  await variable(page, 1).fill('a');
  await page.keyboard.press('Enter');
  await expect(value(page, 1)).toBeFocused();
  await page.keyboard.insertText('1');
  await page.keyboard.press('Enter');
  await expect(variable(page, 2)).toBeFocused();
  await page.keyboard.type('b');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await expect(variable(page, 3)).toBeFocused();
  await page.keyboard.type('c');
  expect(await variablesInOrder(page)).toEqual(['a', 'b', 'c']);

  await page.keyboard.press('Alt+ArrowUp');
  await expect(variable(page, 2)).toBeFocused();
  await expect.poll(() => variablesInOrder(page)).toEqual(['a', 'c', 'b']);
  await expect(page.getByText('The change of c is number 2 of 3 now.')).toBeAttached();
  await page.keyboard.press('Control+D');
  await expect.poll(() => variablesInOrder(page)).toEqual(['a', 'c', 'c', 'b']);
  await page.getByRole('button', { name: 'Remove change 3' }).click();
  await expect.poll(() => variablesInOrder(page)).toEqual(['a', 'c', 'b']);

  const grip = await stillBox(change(page, 1).getByTitle('Drag to move, or press Alt+↑ or Alt+↓'));
  const last = await stillBox(change(page, 3));
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + 20, last.y + last.height - 4, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => variablesInOrder(page)).toEqual(['c', 'b', 'a']);

  await page.getByRole('checkbox', { name: 'Make change 1' }).click();
  await expect(card(page, 'Set')).toContainText('b = ""· +1');
  await card(page, 'Set').press('Control+Z');
  await expect(card(page, 'Set')).toContainText('c = ""· +2');
  await saved(page);
});

test('a rename reaches the names of changes, and the list of uses leads to them', async ({ launch }) => {
  const workspace = await billing({ variable: 'price', action: 'unset', value: '' });
  const { page } = await launch({ window, workspace });
  await inspect(page, 'Ask price');
  await page.getByRole('button', { name: '3 uses' }).click();
  const list = page.getByRole('dialog', { name: 'Uses of price' });
  await expect(list.getByRole('option')).toHaveText([
    'Ask pricesets it in Variableprice',
    'Billreads it in Changes, row 1{{price}}',
    'Billunsets it in Changes, row 3price',
  ]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(variable(page, 3)).toBeFocused();

  await inspect(page, 'Ask price');
  await page.getByRole('button', { name: '3 uses' }).click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'New name of price' }).fill('cost');
  await page.keyboard.press('Enter');
  await inspect(page, 'Bill');
  await expect(variable(page, 3)).toHaveValue('cost');
  await expect(value(page, 1)).toHaveValue('{{cost}}');
  await saved(page);
});

/** A flow that asks for a price, adds it to a total and a list, may forget it, and says both. */
function billing(...more: readonly Change[]): Promise<string> {
  const changes: readonly Change[] = [
    { variable: 'total', action: 'increment', value: '{{price}}' },
    { variable: 'seen', action: 'append', value: '{{total}}' },
    ...more,
  ];
  const flow = drawnFlow(
    {
      name: 'Billing',
      nodes: [
        ['Start', 'start', {}],
        ['Ask price', 'prompt', { text: '', answerType: 'number', variable: 'price' }],
        ['Bill', 'set-variables', { changes: [...changes] }],
        ['Say it', 'message', { text: 'Total {{total}}, seen {{seen}}' }],
      ],
      connections: inARow('Start', 'Ask price', 'Bill', 'Say it'),
    },
    { 'Say it': [240, 180] },
  );
  return drawnWorkspace(flow);
}
