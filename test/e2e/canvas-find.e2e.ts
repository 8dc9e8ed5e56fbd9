// Find in a flow, in the real window: typed, narrowed, gone through by keys, marked on the cards, and followed to the field.
import { expect } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { card } from '../support/person.ts';
import { startedAt } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const example = { workspace: null, args: ['--open-example'], ...startedAt({ width: 1280, height: 800 }) };

test('text is found in names, texts, paths and variables, and gone to in its field', async ({ launch }) => {
  const { page } = await launch(example);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('Control+F');
  const panel = page.getByRole('region', { name: 'Find in the flow' });
  const input = panel.getByRole('combobox', { name: 'Find in the flow' });
  await expect(input).toBeFocused();
  await page.keyboard.type('order_id');
  const rows = panel.getByRole('option');
  await expect(rows.filter({ hasText: 'Get order' }).filter({ hasText: 'Path' })).toHaveCount(1);
  await expect(panel.getByRole('status')).toHaveText(/^\d+ found$/);
  const marked = page.locator('.react-flow__node[data-found]');
  await expect(marked.filter({ hasText: 'Get order' })).toHaveCount(1);
  expect(await axeFindings(page)).toEqual([]);

  await test.step('Enter goes on, Shift and Enter back, and the panel keeps the focus', async () => {
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('status')).toHaveText(/^1 of/);
    await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Order number');
    await expect(page.locator('[data-found-field]')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('status')).toHaveText(/^2 of/);
    await page.keyboard.press('Shift+Enter');
    await expect(panel.getByRole('status')).toHaveText(/^1 of/);
    await expect(input).toBeFocused();
  });

  await test.step('case, whole words and patterns narrow it, and a pattern that cannot be read is told about', async () => {
    await input.fill('ORDER');
    await panel.getByRole('button', { name: 'Match case' }).click();
    await expect(panel.getByRole('status')).toHaveText('Nothing found');
    await expect(marked).toHaveCount(0);
    await panel.getByRole('button', { name: 'Match case' }).click();
    await panel.getByRole('button', { name: 'Regular expression' }).click();
    await input.fill('^/orders/(');
    await expect(panel.getByRole('status')).toHaveText(/^The pattern cannot be read/);
    await input.fill('^/orders/');
    await expect(panel.getByRole('status')).toHaveText('1 found');
    await panel.getByRole('button', { name: 'Regular expression' }).click();
  });

  await test.step('a row leads to the field, which has what was found selected; F3 goes on there', async () => {
    await input.fill('/orders/');
    await rows.first().click();
    await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Get order');
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[aria-label="Inspector"]') !== null);
    await expect.poll(focused).toBe(true);
    await page.keyboard.press('Control+F');
    await expect(input).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect.poll(focused).toBe(true);
    await page.keyboard.press('F3');
    await expect(card(page, 'Get order')).toBeVisible();
    await expect.poll(focused).toBe(true);
  });
});
