// A loop as a person sees it: rounds on the cards and in the Timeline, a breakpoint in one of them, a step out, the settings.
import { expect, type Page } from '@playwright/test';
import { allOrders, pagedApi, pagedOrders } from '../stories/all-orders.ts';
import { startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { fillTemplate } from '../support/fill-template.ts';
import { card, choose, conversation, inspect, saved, stillBox } from '../support/person.ts';
import { selfRunning } from '../stories/self-running.ts';
import { storyWorkspace } from '../support/story-workspace.ts';
import { pictureTaken } from '../support/photographer.ts';

test.use({ sharesWindow: true });

let server: StoryServer;
test.beforeEach(async () => {
  server = await startStoryServer({ routes: { orders: pagedOrders(7) } });
});
test.afterEach(() => server.close());

test('a loop shows its rounds, stops in one of them, is left by a step, and says what it goes through', async ({
  launch,
}, testInfo) => {
  const { page } = await launch({
    window: { width: 1440, height: 900 },
    workspace: await storyWorkspace(allOrders(), pagedApi(server.url)),
  });
  await fitted(page, 'Keep');
  await inspect(page, 'Keep');
  await card(page, 'Keep').focus();
  await page.keyboard.press('Shift+F9');
  const dialog = page.getByRole('dialog', { name: 'Breakpoint before Keep' });
  await page.keyboard.type('eq order.id 5');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('F5');
  await expect(page.getByRole('region', { name: 'Debugger' })).toContainText('Paused at Keep');
  await expect(card(page, 'Pages')).toContainText('2 of 100');
  await expect(card(page, 'Orders')).toContainText('2 of 3');
  const rows = page.getByRole('treegrid', { name: 'Timeline' }).getByRole('row');
  const first = rows.filter({ hasText: 'Pages' }).first();
  await expect(first).toContainText('1 of 100');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  const before = await rows.count();
  await first.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  // The nine steps of the first page are put away.
  await expect(rows).toHaveCount(before - 9);
  await page.keyboard.press('ArrowRight');
  await pictureTaken(page, testInfo.outputPath('rounds.png'));
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('tab', { name: 'Variables' }).click();
  const variables = page.getByRole('treegrid', { name: 'Variables' });
  const order = variables.getByRole('row').filter({ hasText: 'order' }).first();
  await expect(order).toContainText('changed');
  await order.focus();
  await page.keyboard.press('ArrowRight');
  await expect(variables.getByRole('row').filter({ hasText: 'id' }).nth(1)).toContainText('5');
  const bar = page.getByRole('region', { name: 'Debugger' });
  await expect(bar.getByRole('button', { name: 'Step into' })).toBeHidden();
  await bar.getByRole('button', { name: 'Step out' }).click();
  await expect(bar).toContainText('Paused at Last page?');
  // The rest of the loop was one step: what its rounds changed is marked.
  await expect(variables.getByRole('row').filter({ hasText: 'orders' }).first()).toContainText('changed');
  await expect(card(page, 'Orders')).toContainText('3 of 3');
  await page.keyboard.press('F5');
  await expect(conversation(page)).toContainText('1 2 3 4 5 6 7');
  await expect(card(page, 'Orders')).toContainText(/\d m?s/);
  expect(server.requests).toHaveLength(3);

  await inspect(page, 'Orders');
  await expect(page.getByText('1 item with the last values.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Body' })).toContainText('Keep');
  await expect(page.getByRole('textbox', { name: 'Item variable' })).toHaveValue('order');
  await pictureTaken(page, testInfo.outputPath('settings.png'));
  const list = page.getByRole('textbox', { name: 'List' });
  await fillTemplate(list, 'all of them');
  await expect(page.getByText('The list is a text: write one expression')).toBeVisible();
  await fillTemplate(list, '{{reply}}');
  await expect(page.getByText('With the last values: The list is an object')).toBeVisible();
  await fillTemplate(list, '["a", "b"]');
  await page.getByRole('textbox', { name: 'Index variable' }).fill('order');
  await expect(page.getByText('The item has this name already.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Index variable' }).fill('place');
  await choose(page, 'When the list is longer', 'Leave the rest out');
  await page.getByRole('textbox', { name: 'Limit' }).fill('1');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('so 1 further items were left out');
});

test('a flow that runs itself shows the round of each time that it is under way', async ({
  launch,
}, testInfo) => {
  const { page } = await launch({
    window: { width: 1440, height: 900 },
    workspace: await storyWorkspace(selfRunning()),
  });
  await expect(page.getByRole('tab', { name: 'Tree', selected: true })).toBeVisible();
  await fitted(page, 'Leaf');
  await inspect(page, 'Leaf');
  await card(page, 'Leaf').focus();
  await page.keyboard.press('F9');
  await card(page, 'Deeper?').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Stop after it leaves by' }).click();
  await page.getByRole('menuitem', { name: 'First', exact: true }).click();
  await page.keyboard.press('F5');
  const bar = page.getByRole('region', { name: 'Debugger' });
  await expect(bar).toContainText('Paused at Again reached by First');
  await page.keyboard.press('F5');
  await expect(bar).toContainText('Paused at Leaf');
  await page.keyboard.press('F5');
  const stack = bar.getByRole('navigation', { name: 'Flows of the run' });
  await expect(stack.getByRole('button')).toHaveText(['Tree1 of 3', 'Tree2 of 3']);
  await expect(stack.getByRole('button').last()).toHaveAttribute('aria-current', 'page');
  await expect(stack.getByRole('button').first()).not.toHaveAttribute('aria-current', 'page');
  await expect(card(page, 'Each')).toContainText('2 of 3');
  const rows = page.getByRole('treegrid', { name: 'Timeline' }).getByRole('row');
  await expect(rows.filter({ hasText: 'Leaf' }).first()).toHaveAttribute('aria-level', '4');
  await pictureTaken(page, testInfo.outputPath('stack.png'));
  expect(await axeFindings(page)).toEqual([]);

  // Out of the inner one: the loop stands where it stood before.
  await page.keyboard.press('F9');
  await page.keyboard.press('Shift+F11');
  await expect(bar).toContainText('Paused at End');
  await expect(card(page, 'Each')).toContainText('3 of 3');
  await page.keyboard.press('Shift+F11');
  await expect(stack).toBeHidden();
  await expect(card(page, 'Each')).toContainText('1 of 3');
  await bar.getByRole('button', { name: 'Step into' }).click();
  await expect(bar).toContainText('Paused at Deeper?');
  await expect(card(page, 'Each')).toContainText('2 of 3');
});

/** Brings the whole flow into view: a card beyond the edge of the canvas cannot be clicked. */
async function fitted(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Fit the flow' }).click();
  await stillBox(card(page, name));
}
