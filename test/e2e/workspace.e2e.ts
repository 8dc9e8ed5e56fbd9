// The workspace as files: saved by themselves, named after their documents, and never lost to another program.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { createEndpoint, createFlow, dragNode, saved } from '../support/person.ts';

const window = { width: 1280, height: 800 };
const read = async (...parts: string[]) =>
  JSON.parse(await readFile(path.join(...parts), 'utf8')) as Record<string, unknown>;
const row = (page: Page, list: string, name: string) =>
  page.getByRole('list', { name: list }).getByRole('button', { name, exact: true });

test('documents are saved, renamed, duplicated, deleted and brought back as files', async ({ launch }) => {
  const { page, workspace } = await launch({ window });
  await createEndpoint(page, {
    name: 'Shop API',
    baseUrl: 'https://shop.example/v1',
    token: 'tok-0123456789',
  });
  await saved(page);
  expect(await readdir(path.join(workspace, 'endpoints'))).toEqual(['shop-api.json']);
  expect(await read(workspace, 'endpoints/shop-api.json')).toMatchObject({
    format: 'flowbench.endpoint',
    version: 1,
    name: 'Shop API',
    baseUrl: 'https://shop.example/v1',
    auth: { type: 'bearer' },
  });

  await page.getByRole('textbox', { name: 'Name of the API endpoint' }).fill('Store API');
  await page.keyboard.press('Enter');
  await expect.poll(() => readdir(path.join(workspace, 'endpoints'))).toEqual(['store-api.json']);

  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(row(page, 'API Endpoints', 'Store API copy')).toBeVisible();
  await expect(page.getByText('set just now')).toBeVisible();

  await row(page, 'API Endpoints', 'Store API copy').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(row(page, 'API Endpoints', 'Store API copy')).toBeHidden();
  await expect.poll(() => readdir(path.join(workspace, 'endpoints'))).toEqual(['store-api.json']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'API Endpoints', 'Store API copy')).toBeVisible();
  await expect(page.getByText('set just now')).toBeVisible();
});

test('what another program changes is offered, and nothing is saved over it unasked', async ({ launch }) => {
  const { page, workspace } = await launch({ window });
  await createEndpoint(page, { name: 'Shop API', baseUrl: 'https://shop.example/v1' });
  await saved(page);
  const file = path.join(workspace, 'endpoints/shop-api.json');

  const theirs = { ...(await read(file)), description: 'Written by another program' };
  await writeFile(file, JSON.stringify(theirs, null, 2));
  await expect(page.getByText('Shop API was changed on disk')).toBeVisible();
  await page.getByRole('button', { name: 'Load what is on disk' }).click();
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Written by another program');

  await writeFile(file, JSON.stringify({ ...theirs, description: 'Written again' }, null, 2));
  await expect(page.getByText('Shop API was changed on disk')).toBeVisible();
  await page.getByRole('textbox', { name: 'Description' }).fill('Mine');
  expect((await read(file))['description']).toBe('Written again');
  await page.getByRole('button', { name: 'Keep what is here' }).click();
  await expect.poll(async () => (await read(file))['description']).toBe('Mine');

  await rm(file);
  await expect(page.getByText('Shop API was removed on disk')).toBeVisible();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect.poll(async () => (await read(file))['description']).toBe('Mine');
});

test('a damaged file is named, and the rest opens', async ({ launch }) => {
  const first = await launch({ window });
  await createEndpoint(first.page, { name: 'Shop API', baseUrl: 'https://shop.example/v1' });
  await createFlow(first.page);
  await saved(first.page);
  await first.close();

  await writeFile(
    path.join(first.workspace, 'endpoints/shop-api.json'),
    '{ "format": "flowbench.endpoint", ',
  );
  const { page } = await launch({ userData: first.userData, workspace: first.workspace, window });
  await expect(row(page, 'Flows', 'New flow')).toBeVisible();
  await page.getByRole('button', { name: /set aside/ }).click();
  await expect(page.getByText(/shop-api\.json/).first()).toBeVisible();
});

test('the window comes back as it was left', async ({ launch }) => {
  const first = await launch({ window });
  await createFlow(first.page);
  await dragNode(first.page, 'Message', { x: 320, y: 120 }, 'Hello');
  await first.page.keyboard.press('Control+B');
  await first.page.keyboard.press('Control+J');
  await first.page.keyboard.press('Control+K');
  await first.page.keyboard.type('theme: dark');
  await first.page.keyboard.press('Enter');
  await expect(first.page.locator('html')).toHaveClass(/theme-dark/);
  await saved(first.page);
  await first.close();

  const { page } = await launch({ userData: first.userData, workspace: first.workspace });
  await expect(page.locator('html')).toHaveClass(/theme-dark/);
  await expect(page.getByRole('tab', { name: /New flow/, selected: true })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Side bar' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Show the panel' })).toBeVisible();
});

test('an environment gives a base URL its host, and is switched in the tool bar', async ({ launch }) => {
  const { page } = await launch({ window });
  await createEndpoint(page, { name: 'Shop API', baseUrl: 'https://{{@env.host}}/v1' });
  await expect(page.getByText(/list the hosts it may be/)).toBeVisible();
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: 'New environment' }).first().click();
  await page.getByRole('textbox', { name: 'Name, row 1' }).fill('host');
  await page.getByRole('textbox', { name: 'Value, row 1' }).fill('staging.shop.example');
  await page.getByRole('button', { name: 'Make active' }).click();
  await expect(page.getByRole('button', { name: 'Environment: New environment' })).toBeVisible();

  await createFlow(page);
  await dragNode(page, 'API Call', { x: 320, y: 120 }, 'Ask');
  await expect(page.getByText(/not.*allowed|list/i).first()).toBeVisible();
});
