// The base components in the real window: their looks by measurement, their keys, and what assistive technology gets.
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { componentLooks } from '../support/component-looks.ts';
import { wrongLooks } from '../support/measure-looks.ts';
import { keysOnly, tabTo } from '../support/keys-only.ts';
import { openComponents } from '../support/open-components.ts';
import { pictureTaken } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

/** A cell of the sheet by its caption. */
const cell = (page: Page, caption: string): Locator => page.locator(`[data-cell="${caption}"]`);

for (const theme of ['light', 'dark'] as const) {
  test(`the components have the sizes, type and colours of the design in ${theme}`, async ({
    launch,
  }, info) => {
    const { page } = await launch({ settings: { theme }, window });
    await openComponents(page);
    await photographSections(page, (name) => info.outputPath(`components-${theme}-${name}.png`));
    expect(componentLooks.length).toBeGreaterThan(100);
    expect(await wrongLooks(page, componentLooks, theme)).toEqual([]);
    expect(await axeFindings(page, '[data-components-sheet]')).toEqual([]);
  });
}

test('axe finds nothing on the components in high contrast', async ({ launch }, info) => {
  const { page } = await launch({ settings: { theme: 'contrast' }, window });
  await openComponents(page);
  await photographSections(page, (name) => info.outputPath(`components-contrast-${name}.png`));
  expect(await axeFindings(page, '[data-components-sheet]')).toEqual([]);
});

test('axe finds nothing in what opens over the window', async ({ launch }) => {
  const { page } = await launch({ window });
  await openComponents(page);

  await cell(page, 'tool bar').getByRole('button', { name: 'Resources' }).click();
  await page.getByRole('menuitem', { name: 'Copy as' }).hover();
  await expect(page.getByRole('menuitem', { name: 'cURL' })).toBeVisible();
  expect(await axeFindings(page, '[role=menu]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.getByRole('combobox', { name: 'Method' }).click();
  await expect(page.getByRole('listbox')).toBeVisible();
  expect(await axeFindings(page, '[role=listbox]')).toEqual([]);
  await page.keyboard.press('Escape');

  await cell(page, 'side bar').getByText('Returns').click({ button: 'right' });
  expect(await axeFindings(page, '[role=menu]')).toEqual([]);
  await page.keyboard.press('Escape');

  await cell(page, 'live: toasts')
    .getByRole('button', { name: /^Remove a node/ })
    .click();
  expect(await axeFindings(page, '[data-cell="live: toasts"]')).toEqual([]);

  await page.getByRole('button', { name: 'Fill in' }).click();
  await expect(page.getByRole('dialog', { name: 'Run Order lookup' })).toBeVisible();
  expect(await axeFindings(page, '[role=dialog]')).toEqual([]);
});

test('fields and buttons show what they are, and why they do nothing', async ({ launch }) => {
  const { page } = await launch({ settings: { theme: 'light' }, window });
  await openComponents(page);
  await test.step('fields are marked on hover and focus, and buttons only for the keyboard', async () => {
    const field = cell(page, 'label, hint').locator('div:has(> input)');
    await field.hover();
    await expect(field).toHaveCSS('border-top-color', 'rgb(96, 101, 111)');
    await field.locator('input').click();
    await expect(field).toHaveCSS('border-top-color', 'rgb(81, 81, 205)');
    await expect(field).toHaveCSS('box-shadow', 'rgb(235, 235, 251) 0px 0px 0px 2px');

    const button = cell(page, 'buttons').getByRole('button', { name: 'Send' });
    await button.click();
    await expect(button).toHaveCSS('outline-style', 'none');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(button).toHaveCSS('outline', 'rgb(81, 81, 205) solid 2px');
    await expect(button).toHaveCSS('outline-offset', '1px');
  });
  await test.step('a button that does nothing now says why', async () => {
    const disabled = cell(page, 'buttons').getByRole('button', { name: 'Disabled' });
    await disabled.hover();
    await expect(page.getByText('Pick an endpoint first', { exact: true })).toBeVisible();
  });
  await test.step('a button that is not to be pressed any more keeps the focus', async () => {
    const send = page.getByRole('button', { name: 'Send once' });
    await send.focus();
    await page.keyboard.press('Enter');
    await expect(send).toBeDisabled();
    await expect(send).toBeFocused();
    await expect(send).toHaveAttribute('aria-description', 'The answer is on its way');
  });
});

test('a key-value table is filled with the keyboard alone', async ({ launch }) => {
  const { page } = await launch({ window });
  await openComponents(page);
  const story = await keysOnly(page);
  const { keyboard, read } = story;
  const table = read.getByRole('table', { name: 'Query' });
  const rows = table.locator('[data-row]');
  await expect(rows).toHaveCount(4);

  await tabTo(story, table.getByLabel('Name, row 4'));
  await keyboard.type('page');
  await expect(rows).toHaveCount(5);
  await keyboard.press('Enter');
  await keyboard.type('{{page}}');
  await expect(table.getByLabel('Value, row 4')).toHaveValue('{{page}}');
  await keyboard.press('Enter');
  await expect(table.getByLabel('Name, row 5')).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('Tab');
  await expect(table.getByLabel('Value, row 4')).toBeFocused();
  await keyboard.press('Tab');
  await expect(table.getByRole('button', { name: 'Remove page' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(rows).toHaveCount(4);

  await tabTo(story, table.getByRole('checkbox', { name: 'Send locale' }), 'Shift+Tab');
  await keyboard.press('Space');
  await expect(table.getByRole('checkbox', { name: 'Send locale' })).not.toBeChecked();
  await expect(rows.nth(1).locator('pre').first()).toHaveCSS('text-decoration-line', 'line-through');
  expect(await story.intrusions()).toEqual([]);
});

test('a list that is pasted into a key-value table becomes rows', async ({ launch }) => {
  const { app, page } = await launch({ window });
  await openComponents(page);
  const table = page.getByRole('table', { name: 'Query' });
  await app.evaluate(({ clipboard }) => clipboard.writeText('Accept: text/plain\nX-Trace: {{@run.id}}\n'));
  await table.getByLabel('Name, row 4').focus();
  await page.keyboard.press('Control+V');
  await expect(table.locator('[data-row]')).toHaveCount(6);
  await expect(table.getByLabel('Name, row 4')).toHaveValue('Accept');
  await expect(table.getByLabel('Value, row 5')).toHaveValue('{{@run.id}}');
});

test('lists, trees, menus, selects, choices and tabs know their keys', async ({ launch }) => {
  const { page } = await launch({ window });
  await openComponents(page);
  await test.step('lists and trees have one tab stop and know arrows, letters and their menu key', async () => {
    const sideBar = cell(page, 'side bar');
    const row = (name: string | RegExp) => sideBar.getByRole('list').getByRole('button', { name });

    await row('Order lookup').focus();
    await page.keyboard.press('ArrowDown');
    await expect(row('Returns')).toBeFocused();
    await page.keyboard.press('End');
    await expect(row(/^Complaint intake/)).toBeFocused();
    await page.keyboard.type('op');
    await expect(row('Opening hours')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(row('Opening hours')).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Delete Opening hours' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(row('Opening hours')).toBeFocused();

    const item = (name: string) => sideBar.getByRole('treeitem', { name });
    await item('Get order').focus();
    await page.keyboard.press('ArrowRight');
    await expect(item('Order status')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(item('Get order')).toHaveAttribute('aria-expanded', 'false');
    await expect(item('Order status')).toHaveCount(0);
  });
  await test.step('menus, selects, choices and tabs answer to the keyboard', async () => {
    const resources = cell(page, 'tool bar').getByRole('button', { name: 'Resources' });
    await resources.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: /^API Endpoints/ })).toBeFocused();
    await page.keyboard.type('cop');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('menuitem', { name: 'cURL' })).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(resources).toBeFocused();

    const method = page.getByRole('combobox', { name: 'Method' });
    await method.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { name: 'GET' })).toBeFocused();
    await page.keyboard.type('del');
    await page.keyboard.press('Enter');
    await expect(method).toHaveText('DELETE');
    await expect(method).toBeFocused();

    await page.getByRole('radio', { name: 'Bearer token' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'API key' })).toBeChecked();

    const panel = page.getByRole('tablist', { name: 'Panel', exact: true });
    await cell(page, 'panel head').getByRole('tab', { name: 'Timeline' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(cell(page, 'panel head').getByRole('tab', { name: 'Response' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(panel.first()).toBeVisible();

    const documents = page.getByRole('tablist', { name: 'Open documents' });
    await cell(page, 'editor tabs').getByRole('tab', { name: 'Order lookup' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    await expect(cell(page, 'editor tabs').getByRole('tab')).toHaveCount(2);
    await expect(cell(page, 'editor tabs').getByRole('tab', { name: 'staging' })).toBeFocused();
    await expect(documents.first()).toBeVisible();
  });
});

test('numbers, secrets and splitters do what they are for', async ({ launch }) => {
  const { page } = await launch({ window });
  await openComponents(page);
  await test.step('numbers step with the arrows and stay within their range', async () => {
    const connection = page.getByRole('textbox', { name: 'Connection timeout' });
    await connection.focus();
    await page.keyboard.press('ArrowUp');
    await expect(connection).toHaveValue('11');
    await connection.fill('-5');
    await page.keyboard.press('Tab');
    await expect(connection).toHaveValue('0');
    await connection.fill('2.5');
    await page.keyboard.press('Tab');
    await expect(connection).toHaveValue('2.5');
  });
  await test.step('a secret is typed, kept and forgotten without staying in the page', async () => {
    const secret = cell(page, 'secret, set');

    await secret.getByRole('button', { name: 'Replace' }).click();
    await expect(secret.locator('input')).toBeFocused();
    await page.keyboard.type('canary-8c1f27');
    expect(await page.content()).not.toContain('canary-8c1f27');
    await page.keyboard.press('Enter');
    await expect(secret).toContainText('set just now');
    const everyInput = await page
      .locator('input')
      .evaluateAll((inputs) => inputs.map((each) => (each as HTMLInputElement).value));
    expect(everyInput).not.toContain('canary-8c1f27');

    await secret.getByRole('button', { name: 'Replace' }).click();
    await page.keyboard.type('not this one');
    await page.keyboard.press('Escape');
    await expect(secret).toContainText('set just now');
    await secret.getByRole('button', { name: 'Forget' }).click();
    await expect(secret.getByPlaceholder('Paste the token')).toBeVisible();
  });
  await test.step('a splitter moves with the arrow keys', async () => {
    const splitter = cell(page, 'splitter').getByRole('separator');
    const left = () => splitter.evaluate((element) => element.getBoundingClientRect().left);
    await splitter.focus();
    const before = await left();
    await page.keyboard.press('ArrowRight');
    await expect.poll(left).toBeGreaterThan(before);
  });
});

test('dialogs and toasts do what they offer', async ({ launch }) => {
  const { page } = await launch({ window });
  await openComponents(page);
  await test.step('a dialog begins with the safe button, and a form with its first field', async () => {
    const ask = page.getByRole('button', { name: 'Ask' });
    await ask.click();
    await expect(page.getByRole('alertdialog', { name: 'Forget the token of Shop API?' })).toBeVisible();
    await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Keep' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(ask).toBeFocused();

    await page.getByRole('button', { name: 'Fill in' }).click();
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'order_id' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await test.step('a toast offers its way back', async () => {
    const toasts = cell(page, 'live: toasts');
    await toasts.getByRole('button', { name: /^Remove a node/ }).click();
    await toasts.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(toasts.getByRole('button', { name: 'Remove a node (1 taken back)' })).toBeVisible();
    await expect(toasts.getByText('Track parcel removed')).toHaveCount(0);
  });
});

test('a toast is there for eight seconds, and as long as it is hovered', async ({ launch }) => {
  // The clock of this page is no other story's.
  const { page } = await launch({ window, alone: true });
  await openComponents(page);
  const toasts = cell(page, 'live: toasts');
  const toast = toasts.getByText('Track parcel removed');
  await page.clock.install();
  await toasts.getByRole('button', { name: /^Remove a node/ }).click();
  await page.clock.runFor(7_000);
  await expect(toast).toBeVisible();
  await toast.hover();
  await page.clock.runFor(60_000);
  await expect(toast).toBeVisible();
  await page.mouse.move(1, 1);
  await page.clock.runFor(2_000);
  await expect(toast).toHaveCount(0);
});

/** One picture for each part of the sheet, for people to look at. */
async function photographSections(page: Page, fileFor: (name: string) => string): Promise<void> {
  for (const section of await page.locator('[data-components-sheet] > section').all()) {
    const name = (await section.getAttribute('aria-label')) ?? 'section';
    await pictureTaken(section, fileFor(name.toLowerCase().replaceAll(' ', '-')));
  }
}
