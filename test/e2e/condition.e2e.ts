// A condition in the real window: built with mouse and keyboard, taken by runs, foretold by the inspector, and undone.
import { expect, type Page } from '@playwright/test';
import { inARow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { drawnFlow, drawnWorkspace } from '../support/drawn-workspace.ts';
import { fillTemplate } from '../support/fill-template.ts';
import { answer, card, choose, connect, conversation, inspect, saved } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const branches = (page: Page) => inspector(page).getByRole('group', { name: /^Branch / });
const foretold = (page: Page) => inspector(page).getByRole('status');

test('a condition is built, foretells its branch, takes each of them, and comes back with its connection', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await askAndDecide() });
  await inspect(page, 'How much?');
  await expect(foretold(page)).toHaveText('With the values of now the run takes else.');

  // The first branch, with the mouse.
  await page.getByRole('textbox', { name: 'Name of branch 1' }).fill('Large');
  await fillTemplate(page.getByLabel('Large, rule 1, value', { exact: true }), '{{amount}}');
  await choose(page, 'Operator of rule 1 of Large', '≥');
  await fillTemplate(page.getByLabel('Large, rule 1, compared with', { exact: true }), '100');
  await expect(foretold(page)).toHaveText('Which way a run takes cannot be told yet: amount has no value.');

  // The second one, with keys from the button on.
  await page.getByRole('button', { name: 'Branch', exact: true }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of branch 2' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Free');
  await fillTemplate(page.getByLabel('Free, rule 1, value', { exact: true }), '{{amount}}');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Remove rule 1 of Free' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: '=', exact: true }).focus();
  await page.keyboard.press('Enter');
  await fillTemplate(page.getByLabel('Free, rule 1, compared with', { exact: true }), '0');
  await choose(page, 'Free leads to', 'Say free');
  await choose(page, 'else leads to', 'Say small');

  await expect(card(page, 'How much?')).toContainText('amount ≥ 100 · +1');
  await connect(page, 'How much?', 'Large', 'Say large');
  await inspect(page, 'How much?');

  for (const [amount, exit, said] of [
    ['250', 'Large', 'A large one'],
    ['0', 'Free', 'Nothing to pay'],
    ['12', 'else', 'A small one'],
  ] as const) {
    await page.keyboard.press('Control+Enter');
    await answer(page, amount);
    await expect(conversation(page)).toContainText('Run ended');
    await expect(conversation(page)).toContainText(`took ${exit}`);
    await expect(conversation(page)).toContainText(said);
    await expect(foretold(page)).toHaveText(`With the values of now the run takes ${exit}.`);
  }
  await expect(branches(page).first().getByLabel('Not met now')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  // A sample is tried without a run.
  await page.getByLabel('Sample value of amount').fill('100');
  await expect(foretold(page)).toHaveText('With the values of now the run takes Large.');
  await expect(branches(page).first()).toContainText('taken now');

  const timeline = page.getByRole('treegrid', { name: 'Timeline' });
  await page.getByRole('tab', { name: 'Timeline' }).click();
  const row = timeline.getByRole('row', { name: /How much\?/ });
  await expect(row).toContainText('took "else"');
  await row.press('ArrowRight');
  await expect(timeline.getByRole('row', { name: /Rule 1 of Large/ })).toContainText('not met');
  await expect(timeline.getByRole('row', { name: /Rule 1 of Large/ })).toContainText('12 ≥ "100"');

  // The uses of the variable lead to the fields of rules.
  await inspect(page, 'Ask amount');
  await page.getByRole('button', { name: '3 uses' }).click();
  const uses = page.getByRole('dialog', { name: 'Uses of amount' });
  await expect(uses.getByRole('option').nth(1)).toContainText('reads it in Large, rule 1, value');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Free, rule 1, value', { exact: true })).toBeFocused();

  // Its connection goes with a branch and comes back with it.
  const lines = page.locator('.react-flow__edge');
  await expect(lines).toHaveCount(5);
  await page.getByRole('button', { name: 'Remove Large', exact: true }).click();
  await expect(branches(page)).toHaveCount(1);
  await expect(lines).toHaveCount(4);
  await card(page, 'How much?').press('Control+Z');
  await expect(lines).toHaveCount(5);
  await expect(branches(page)).toHaveCount(2);
  await saved(page);
});

test('branches and rules are moved by keys and by dragging, and keep their connections', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await askAndDecide() });
  await inspect(page, 'How much?');
  await page.getByRole('textbox', { name: 'Name of branch 1' }).fill('One');
  await choose(page, 'One leads to', 'Say large');
  await page.getByRole('button', { name: 'Branch', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name of branch 2' }).fill('Two');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('textbox', { name: 'Name of branch 1' })).toHaveValue('Two');
  await expect(page.getByRole('textbox', { name: 'Name of branch 1' })).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'One leads to' })).toHaveText('Say large');

  const grip = branches(page)
    .nth(0)
    .getByTitle(/^Drag to move/);
  const under = await branches(page).nth(1).boundingBox();
  await grip.hover();
  await page.mouse.down();
  await page.mouse.move((under?.x ?? 0) + 10, (under?.y ?? 0) + (under?.height ?? 0) - 4, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('textbox', { name: 'Name of branch 1' })).toHaveValue('One');

  await fillTemplate(page.getByLabel('One, rule 1, value', { exact: true }), 'first');
  await page.getByRole('button', { name: 'Rule in One' }).click();
  await fillTemplate(page.getByLabel('One, rule 2, value', { exact: true }), 'second');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByLabel('One, rule 1, value', { exact: true })).toBeFocused();
  await expect(page.getByLabel('One, rule 2, value', { exact: true })).toHaveValue('first');
  await page.getByRole('radiogroup', { name: 'Rules of One that must be met' }).getByText('Any').click();
  await page.getByRole('button', { name: 'Group in One' }).click();
  await fillTemplate(page.getByLabel('One, rule 3.1, value', { exact: true }), '{{amount}}');
  await choose(page, 'Operator of rule 3.1 of One', 'is between');
  await fillTemplate(page.getByLabel('One, rule 3.1, compared with', { exact: true }), '1');
  await fillTemplate(page.getByLabel('One, rule 3.1, and', { exact: true }), '10');
  await page.getByRole('button', { name: 'Rule in group 3 of One' }).click();
  await expect(page.getByLabel('One, rule 3.2, value', { exact: true })).toBeFocused();
  await page.getByLabel('Sample value of amount').fill('7');
  await expect(inspector(page).getByLabel('Met now', { exact: true })).toHaveCount(1);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove group 3 of One' }).click();
  await expect(page.getByLabel('One, rule 3.1, value', { exact: true })).toBeHidden();
  await saved(page);
});

/** A flow that asks for an amount and comes to a condition, with three answers to lead to. */
function askAndDecide(): Promise<string> {
  const rule = { left: '', operator: 'text-is', right: '' } as const;
  const branch = { id: storyId('br', 'How much?'), name: 'Branch 1', rules: [rule] };
  const flow = drawnFlow(
    {
      name: 'Amounts',
      nodes: [
        ['Start', 'start', {}],
        ['Ask amount', 'prompt', { text: '', answerType: 'number', variable: 'amount' }],
        ['Say large', 'message', { text: 'A large one' }],
        ['Say free', 'message', { text: 'Nothing to pay' }],
        ['Say small', 'message', { text: 'A small one' }],
        ['How much?', 'condition', { branches: [branch] }],
      ],
      connections: inARow('Start', 'Ask amount', 'How much?'),
    },
    {
      'Ask amount': [0, 104],
      'How much?': [240, 80],
      'Say large': [480, 0],
      'Say free': [480, 112],
      'Say small': [480, 224],
    },
  );
  return drawnWorkspace(flow);
}
