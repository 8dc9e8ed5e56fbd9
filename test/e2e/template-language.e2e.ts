// What the editor of templates knows in the real window: names, keys, helpers, mistakes and ways to mend them.
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { editorOpened, fillTemplate } from '../support/fill-template.ts';
import { openComponents } from '../support/open-components.ts';
import { pictureTaken } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const list = (page: Page): Locator => page.locator('.suggest-widget').getByRole('listbox');
const news = (page: Page): Locator => page.getByLabel('What was asked for');

async function bodyIn(page: Page): Promise<Locator> {
  await openComponents(page);
  const body = page.getByLabel('Body', { exact: true });
  await body.scrollIntoViewIfNeeded();
  await editorOpened(body);
  return body;
}

test('names, keys of a response, whole blocks and texts of the field are offered, and what a helper takes', async ({
  launch,
}, info) => {
  const { page } = await launch({ window });
  const body = await bodyIn(page);
  await fillTemplate(body, '{"a": "');
  await page.keyboard.type('{{ord');
  await expect(list(page).getByText('order_id', { exact: true })).toBeVisible();
  await pictureTaken(page, info.outputPath('names.png'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(body).toHaveValue(/^\{"a": "\{\{order/);
  await fillTemplate(body, '{{order');
  await page.keyboard.type('.');
  await expect(list(page).getByText('total', { exact: true })).toBeVisible();
  expect(await axeFindings(page, '[data-popup-layer]')).toEqual([]);
  await page.keyboard.type('to');
  await page.keyboard.press('Tab');
  await expect(body).toHaveValue(/^\{\{order\.total/);
  await expect(body).toBeFocused();

  // In place of the braces that stand there already.
  await fillTemplate(body, '');
  await page.keyboard.type('[{{#ea');
  await expect(list(page).getByText('each', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(body).toHaveValue('[{{#each list}}{{/each}}');

  await fillTemplate(body, '');
  await page.keyboard.type('{{substring order.id ');
  await expect(page.locator('.parameter-hints-widget')).toContainText('substring');

  // Outside of expressions.
  const field = page.getByLabel('Media type');
  await fillTemplate(field, '');
  await page.keyboard.type('xml');
  await expect(list(page).getByText('application/xml')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('application/xml');
});

test('what is wrong is marked, told, and mended with Ctrl+., and JSON is formatted with keys and with a click', async ({
  launch,
}, info) => {
  const { page } = await launch({ window });
  const body = await bodyIn(page);
  await fillTemplate(body, '{"total": {{ordr.total}}}');
  const mark = page.locator('.squiggly-error');
  await expect(mark.first()).toBeVisible();
  await page.keyboard.press('Home');
  for (let step = 0; step < 14; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+.');
  const fix = page.getByText('Change to order', { exact: true });
  await expect(fix).toBeVisible();
  await pictureTaken(page, info.outputPath('fixes.png'));
  await page.keyboard.press('Enter');
  await expect(body).toHaveValue('{"total": {{order.total}}}');
  await expect(mark).toHaveCount(0);

  await fillTemplate(body, '{"a":1,"b":"{{order.id}}"}');
  await page.keyboard.press('Shift+Alt+F');
  await expect(body).toHaveValue('{\n  "a": 1,\n  "b": "{{order.id}}"\n}');
  await fillTemplate(body, '{"c":2}');
  await page
    .locator('.view-line')
    .first()
    .click({ button: 'right', position: { x: 20, y: 9 } });
  await expect(page.getByRole('menuitem', { name: 'Format JSON' })).toBeVisible();
  await pictureTaken(page, info.outputPath('menu.png'));
  expect(await axeFindings(page, '[role=menu]')).toEqual([]);
  await page.getByRole('menuitem', { name: 'Format JSON' }).click();
  await expect(body).toHaveValue('{\n  "c": 2\n}');
  await expect(body).toBeFocused();
});

test('a name is renamed, found and gone to, and its value is in the tip', async ({ launch }, info) => {
  const { page } = await launch({ window });
  const body = await bodyIn(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 16; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F12');
  await expect(news(page)).toHaveText('Went to order.');
  await page.keyboard.press('Shift+F12');
  await expect(news(page)).toHaveText('Looked for order.');
  await page.keyboard.press('F2');
  const name = page.locator('.rename-input');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('order');
  await pictureTaken(page, info.outputPath('rename.png'));
  await page.keyboard.type('purchase');
  await page.keyboard.press('Enter');
  await expect(news(page)).toHaveText('Renamed order to purchase.');
  await expect(body).toHaveValue(/\{\{purchase\.id\}\}/);
  await expect(body).toBeFocused();

  await page.locator('.view-line').getByText('purchase').first().hover();
  const tip = page.locator('.monaco-hover');
  await expect(tip.getByText('purchase')).toBeVisible();
  await pictureTaken(page, info.outputPath('tip.png'));
  expect(await axeFindings(page, '[data-popup-layer]')).toEqual([]);
  await tip.getByText('Go to Get order').click();
  await expect(news(page)).toHaveText('Went to purchase.');
});

test('the editor works in a dialog, and neither its list nor a click beside closes it', async ({
  launch,
}, info) => {
  const { page } = await launch({ window });
  await page.keyboard.press('Control+Shift+E');
  const dialog = page.getByRole('dialog', { name: 'New API endpoint' });
  const url = dialog.getByLabel('Base URL');
  await fillTemplate(url, 'https://{{lowe');
  await page.keyboard.press('Control+Space');
  const option = list(page).getByText('lower', { exact: true });
  await expect(option).toBeVisible();
  await pictureTaken(page, info.outputPath('dialog.png'));
  await option.click();
  await expect(url).toHaveValue(/^https:\/\/\{\{lower /);
  await expect(dialog).toBeVisible();
  await expect(url).toBeFocused();
  await page.mouse.click(20, 400);
  await expect(url).toHaveValue(/^https:\/\/\{\{lower /);
  await fillTemplate(url, 'https://{{lowe');
  await page.keyboard.press('Control+Space');
  await expect(option).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
