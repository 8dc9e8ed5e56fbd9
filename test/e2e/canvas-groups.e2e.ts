// Groups in the real window: made, renamed, moved, folded up, followed, copied and taken apart, with mouse and keys.
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { card, conversation, answer, stillBox } from '../support/person.ts';
import { startedAt } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const example = { workspace: null, args: ['--open-example'], ...startedAt({ width: 1280, height: 800 }) };
const groups = (page: Page) => page.locator('[data-group-id]');
const group = (page: Page, name: string) => groups(page).filter({ hasText: name });
const outline = (page: Page) => page.getByRole('tree', { name: 'Outline' });

/** Marks cards one after another, as with Ctrl and the mouse. */
async function marked(page: Page, ...names: readonly string[]): Promise<void> {
  for (const [at, name] of names.entries())
    await card(page, name).click({ modifiers: at === 0 ? [] : ['Control'], position: { x: 60, y: 12 } });
}

async function dragged(
  page: Page,
  name: string,
  by: { readonly x: number; readonly y: number },
): Promise<void> {
  const box = await stillBox(card(page, name));
  await page.mouse.move(box.x + 60, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 60 + by.x, box.y + 12 + by.y, { steps: 6 });
  await page.mouse.up();
}

test('a group is made, renamed, moved, collapsed, followed, copied and taken apart', async ({ launch }) => {
  const { page } = await launch(example);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await marked(page, 'Order number', 'Get order');
  await page.keyboard.press('Control+G');
  const name = page.getByRole('textbox', { name: 'New name of Group' });
  await expect(name).toBeFocused();
  await name.fill('Look up');
  await page.keyboard.press('Enter');
  await expect(group(page, 'Look up')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Group: Look up, 2 nodes' })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);

  await test.step('the outline has it with its nodes below, the inspector its settings', async () => {
    const row = outline(page).getByRole('treeitem', { name: 'Look up' });
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    await expect(row.locator('xpath=following::*[@role="treeitem"][1]')).toHaveText('Order number');
    await page.getByRole('combobox', { name: 'Colour' }).click();
    await page.getByRole('option', { name: 'blue' }).click();
    await expect(page.getByRole('combobox', { name: 'Colour' })).toContainText('blue');
  });

  await test.step('its bar drags what is in it along, and one undo takes it back', async () => {
    const before = await stillBox(card(page, 'Get order'));
    const bar = await stillBox(group(page, 'Look up'));
    await page.mouse.move(bar.x + bar.width - 60, bar.y + 12);
    await page.mouse.down();
    await page.mouse.move(bar.x + bar.width - 60, bar.y + 132, { steps: 6 });
    await page.mouse.up();
    await expect
      .poll(async () => (await stillBox(card(page, 'Get order'))).y - before.y)
      .toBeGreaterThan(100);
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await stillBox(card(page, 'Get order'))).y).toBe(before.y);
  });

  await test.step('a node dragged out leaves it, dragged back it joins again', async () => {
    await dragged(page, 'Get order', { x: 0, y: 260 });
    await expect(page.getByRole('group', { name: 'Group: Look up, 1 node' })).toBeVisible();
    await page.keyboard.press('Control+Z');
    await expect(page.getByRole('group', { name: 'Group: Look up, 2 nodes' })).toBeVisible();
  });

  await test.step('a node inserted on a connection in it is in it, and gone from it by one undo', async () => {
    await marked(page, 'Order number');
    await page.keyboard.press('l');
    await page.keyboard.press('i');
    await expect(page.getByRole('combobox', { name: 'Insert a node on the connection' })).toBeFocused();
    await page.keyboard.type('wait');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Group: Look up, 3 nodes' })).toBeVisible();
    await page.keyboard.press('Control+Z');
    await expect(page.getByRole('group', { name: 'Group: Look up, 2 nodes' })).toBeVisible();
    await expect(card(page, 'Wait')).toHaveCount(0);
  });

  await test.step('collapsed it is one card with the sums of its nodes, and lines end there', async () => {
    await page.keyboard.press('Control+Enter');
    await answer(page, '10482');
    await expect(conversation(page)).toContainText('Run ended');
    await page.getByRole('button', { name: 'Collapse Look up' }).click();
    await expect(card(page, 'Get order')).toHaveCount(0);
    await expect(group(page, 'Look up')).toContainText('2 nodes · 2 run');
    await expect(page.locator('.react-flow__edge[aria-label^="Look up, to"]').first()).toBeAttached();
    await expect(page.locator('.react-flow__edge[aria-label$="to Look up"]')).toBeAttached();
    expect(await axeFindings(page)).toEqual([]);
  });

  await test.step('going to a hidden node expands it, and so does the key', async () => {
    await outline(page).getByRole('treeitem', { name: 'Get order' }).click();
    await expect(card(page, 'Get order')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Alt+G');
    await expect(card(page, 'Get order')).toHaveCount(0);
    await expect(page.getByRole('group', { name: /^Group: Look up, collapsed/ })).toBeFocused();
    await page.keyboard.press('Control+Alt+G');
    await expect(card(page, 'Get order')).toBeVisible();
  });

  await test.step('a copy has a frame of its own; ungrouped, the nodes stay; cut out, they go along', async () => {
    await page.getByRole('group', { name: /^Group: Look up/ }).focus();
    await page.keyboard.press('Control+D');
    await expect(groups(page)).toHaveCount(2);
    await expect(card(page, 'Get order 2')).toBeVisible();
    await page.keyboard.press('Control+Shift+G');
    await expect(groups(page)).toHaveCount(1);
    await expect(card(page, 'Get order 2')).toBeVisible();
    await page.keyboard.press('Control+Z');
    await expect(groups(page)).toHaveCount(2);
    await page.keyboard.press('Control+Z');
    await expect(groups(page)).toHaveCount(1);
    await page.getByRole('group', { name: /^Group: Look up/ }).focus();
    await page.keyboard.press('Control+X');
    await expect(groups(page)).toHaveCount(0);
    await expect(card(page, 'Get order')).toHaveCount(0);
    await page.keyboard.press('Control+V');
    await expect(groups(page)).toHaveCount(1);
    await expect(card(page, 'Get order')).toBeVisible();
    await page.keyboard.press('Delete');
  });
});
