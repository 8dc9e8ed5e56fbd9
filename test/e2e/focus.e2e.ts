// Keys and menus act on what has the focus, and the focus is never lost.
import { expect, type Page } from '@playwright/test';
import { storyFlow } from '../stories/story-flow.ts';
import { test } from '../support/app-test.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { card, createFlow, endpointOpened, inspect } from '../support/person.ts';
import { shopEndpoint } from '../support/shop-workspace.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const shop = shopEndpoint('https://shop.example/v1');
const hello = storyFlow({
  name: 'New flow',
  nodes: [
    ['Start', 'start', {}],
    ['Hello', 'message', { text: '' }],
  ],
  connections: [],
});
const cards = (page: Page) => page.locator('[data-node-id]');
const row = (page: Page, list: string, name: string) =>
  page.getByRole('tree', { name: list }).getByRole('treeitem', { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const nodeName = (page: Page) => page.getByRole('textbox', { name: 'Name of the node' });

const menuItemClicked = ({ app }: LaunchedApp, id: string) =>
  app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);

test('the Edit menu edits the text that has the focus, and nodes only where the canvas has it', async ({
  launch,
}) => {
  const launched = await launch({ window, workspace: await drawnWorkspace(hello) });
  const { page } = launched;
  await inspect(page, 'Hello');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('Good morning');
  await text.press('Control+A');

  await menuItemClicked(launched, 'edit.cut');
  await expect(text).toHaveValue('');
  await menuItemClicked(launched, 'edit.paste');
  await expect(text).toHaveValue('Good morning');
  await menuItemClicked(launched, 'edit.select-all');
  await menuItemClicked(launched, 'edit.delete');
  await expect(text).toHaveValue('');
  await menuItemClicked(launched, 'edit.undo');
  await expect(text).toHaveValue('Good morning');
  await menuItemClicked(launched, 'edit.duplicate');
  await expect(cards(page)).toHaveCount(2);

  await page.keyboard.press('Escape');
  await menuItemClicked(launched, 'edit.cut');
  await expect(cards(page)).toHaveCount(1);
  await menuItemClicked(launched, 'edit.paste');
  await expect(card(page, 'Hello')).toBeVisible();
  await expect(cards(page)).toHaveCount(2);
});

test('keys leave the nodes alone while a list, a dialog or the palette has them', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await drawnWorkspace(hello) });
  await inspect(page, 'Hello');
  await row(page, 'Flows', 'New flow').focus();
  for (const keys of ['Control+C', 'Control+V', 'Control+X', 'Control+D']) await page.keyboard.press(keys);
  await expect(cards(page)).toHaveCount(2);

  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toBeVisible();
  for (const keys of ['Control+N', 'Control+W', 'Control+Z', 'Alt+2']) await page.keyboard.press(keys);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('tab', { name: /New flow/ })).toHaveCount(1);
  await expect(cards(page)).toHaveCount(2);

  // A palette that is just closing has let go of the keys.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+2');
  await expect(page.getByText('No API Endpoints yet')).toBeVisible();
});

test('a flow is renamed from wherever one is, duplicated, deleted and brought back', async ({ launch }) => {
  const { page } = await launch({ window });
  await createFlow(page);
  await page.keyboard.press('Alt+2');
  await page.keyboard.press('Control+B');
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'New name of New flow' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Greeting');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Flows', 'Greeting')).toBeFocused();

  await page.getByRole('searchbox', { name: 'Filter Flows' }).fill('nothing');
  await expect(row(page, 'Flows', 'Greeting')).toBeHidden();
  await page.getByRole('banner').getByRole('button', { name: 'Greeting' }).click();
  await expect(page.getByRole('textbox', { name: 'New name of Greeting' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row(page, 'Flows', 'Greeting')).toBeFocused();

  await row(page, 'Flows', 'Greeting').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(row(page, 'Flows', 'Greeting copy')).toBeVisible();
  await row(page, 'Flows', 'Greeting').focus();
  await page.keyboard.press('Delete');
  await expect(row(page, 'Flows', 'Greeting')).toBeHidden();
  await expect(row(page, 'Flows', 'Greeting copy')).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Flows', 'Greeting')).toBeVisible();
});

test('F2 on a card is for the node’s name', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await drawnWorkspace(hello) });
  await inspect(page, 'Hello');
  await page.keyboard.press('Control+Alt+B');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await expect(nodeName(page)).toBeFocused();
  await page.keyboard.type('Welcome');
  await expect(card(page, 'Welcome')).toBeVisible();
  await expect(tab(page, 'New flow')).toBeVisible();
});

test('the canvas of a flow that is opened over an endpoint has the keys at once', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await drawnWorkspace(hello, shop) });
  await endpointOpened(page);

  await page.keyboard.press('Control+N');
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Add a node', exact: true })).toBeFocused();
});

test('closing and changing tabs and lists takes the focus along', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await drawnWorkspace(shop) });
  await endpointOpened(page);
  await createFlow(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.react-flow__node:focus')).toBeVisible();
  await page.keyboard.press('Control+Shift+Tab');
  await expect(tab(page, 'Shop API')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Name of the API endpoint' })).toBeFocused();
  await page.keyboard.press('Control+Tab');
  await expect(page.locator('[data-canvas]')).toBeFocused();

  await page.keyboard.press('Control+W');
  await expect(tab(page, 'New flow')).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Name of the API endpoint' })).toBeFocused();

  await page.keyboard.press('Alt+1');
  await expect(row(page, 'Flows', 'New flow')).toBeFocused();
  await page.keyboard.press('Control+B');
  await page.keyboard.press('Alt+2');
  await expect(row(page, 'API Endpoints', 'Shop API')).toBeFocused();
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('button', { name: 'New environment' }).first()).toBeFocused();
});
