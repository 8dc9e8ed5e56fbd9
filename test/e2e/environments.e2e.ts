// Environments as people keep them: values with names, a copy that goes its own way, and a deletion that can be undone.
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { z } from 'zod';
import { environmentSchema, type Environment } from '#shared/environment/environment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { startCarelessServer } from '../stories/careless-server.ts';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { keysOnly, tabTo } from '../support/keys-only.ts';
import { pageDocument } from '../support/page-memory.ts';
import { choose, endpointOpened, inMenu, inspect, saved } from '../support/person.ts';
import { bytesFound, formsFound } from '../support/search-bytes.ts';
import { callFlow, shopEndpoint } from '../support/shop-workspace.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

test('a secret of an environment goes where it is let go, is seen nowhere, and is there after a restart', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const server = await startCarelessServer();
  const workspace = await asking(server.url);
  const first = await launch({ window, workspace, alone: true });
  const { page } = first;
  await environmentShown(page);
  for (const [name, value] of Object.entries(others))
    await enterSecret(page, values(page).getByLabel(`Value of ${name}`), value);
  const last = Object.keys(others).length + 1;
  await values(page)
    .getByLabel(`Name, row ${String(last)}`)
    .fill('token');
  await values(page).getByRole('button', { name: 'Keep token secret' }).click();
  await enterSecret(page, values(page).getByLabel('Value of token'), canaries.quoted);
  await expect(values(page).getByRole('group', { name: 'Value of token' })).toContainText('set just now');
  await saved(page);
  await endpointOpened(page, 'Careless API');
  await expect(page.getByText('token of staging is a secret')).toBeVisible();
  await page.getByRole('button', { name: 'Let it go there' }).click();
  await expect(page.getByText('token of staging is a secret')).toBeHidden();

  await page.getByRole('tab', { name: 'Shopping' }).click();
  await inspect(page, 'Call');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const sent = server.requests.length;
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('may not go to').first()).toBeVisible();
  expect(server.requests).toHaveLength(sent);
  await expect(page.getByText('wide, long, pair, short of staging are secrets')).toBeVisible();
  await page.getByRole('button', { name: 'Let them go there' }).click();
  await expect(page.getByRole('button', { name: 'Let them go there' })).toBeHidden();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => server.requests.length).toBe(sent + 1);
  expectArrived(server.requests.at(-1));
  await inspector.getByRole('tab', { name: 'Request' }).click();
  await expect(page.getByLabel('Request as it will be sent')).toContainText('••••••••');
  await first.close();

  const second = await launch({ userData: first.userData, workspace: first.workspace, window });
  await second.page.getByRole('tab', { name: 'Shopping' }).click();
  await inspect(second.page, 'Call');
  await second.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => server.requests.length).toBe(sent + 2);
  expectArrived(server.requests.at(-1));
  for (const canary of [...Object.values(searched)])
    expect(formsFound(await pageDocument(second.page), canary)).toEqual([]);
  await writeFile(path.join(first.workspace, 'planted.txt'), `x${canaries.quoted}x`);
  await second.close();
  const folders = [first.workspace, first.userData];
  expect(await bytesFound(folders, canaries.quoted)).not.toEqual([]);
  await rm(path.join(first.workspace, 'planted.txt'));
  for (const canary of Object.values(canaries)) expect(await bytesFound(folders, canary)).toEqual([]);
  await server.close();
});

test('what was visible becomes a secret without leaving its text behind, and starts empty when it is visible again', async ({
  launch,
}) => {
  const { page, workspace, userData } = await launch({ window, alone: true });
  const text = 'canary-once-visible-5511';
  await newEnvironment(page, 'staging');
  await values(page).getByLabel('Name, row 1').fill('token');
  await values(page).getByLabel('Value, row 1').fill(text);
  await saved(page);
  expect(await bytesFound([workspace], text)).not.toEqual([]);
  await values(page).getByRole('button', { name: 'Keep token secret' }).click();
  await expect(values(page).getByRole('group', { name: 'Value of token' })).toContainText('set just now');
  await page.getByRole('heading', { name: 'Values' }).click();
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('Control+Z');
  await saved(page);
  await expect(values(page).getByRole('group', { name: 'Value of token' })).toContainText('set');
  // What was noted against a sudden end goes with the next note, which comes a moment after the save.
  await expect.poll(() => bytesFound([workspace, userData], text)).toEqual([]);

  await values(page).getByRole('button', { name: 'Make token visible' }).click();
  await expect(values(page).getByLabel('Value, row 1')).toHaveValue('');
  await expect(page.getByText('token starts empty')).toBeVisible();
  await page.getByRole('heading', { name: 'Values' }).click();
  await page.keyboard.press('Control+Z');
  await expect(values(page).getByRole('group', { name: 'Value of token' })).toContainText('set');
});

test('an environment is duplicated, changed alone, deleted and brought back', async ({ launch }) => {
  const { page, workspace } = await launch({ window });
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: 'New environment' }).first().click();
  await page.getByRole('textbox', { name: 'Name of the environment' }).fill('staging');
  const values = page.getByRole('table', { name: 'Values' });
  await values.getByLabel('Name, row 1').fill('host');
  await values.getByLabel('Value, row 1').fill('staging.shop.example');
  await values.getByLabel('Name, row 2').fill('host');
  await expect(page.getByText('host is there twice')).toBeVisible();
  await values.getByLabel('Name, row 2').fill('9 lives');
  await expect(page.getByText('Templates cannot use 9 lives')).toBeVisible();
  await values.getByLabel('Name, row 2').fill('region');
  await values.getByLabel('Value, row 2').fill('eu');
  await saved(page);

  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the environment' })).toHaveValue('staging copy');
  await values.getByLabel('Value, row 1').fill('copy.shop.example');
  await saved(page);
  await expect
    .poll(() => readdir(path.join(workspace, 'environments')))
    .toEqual(['staging-copy.json', 'staging.json']);
  await row(page, 'staging').click();
  await expect(values.getByLabel('Value, row 1')).toHaveValue('staging.shop.example');

  await row(page, 'staging copy').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(row(page, 'staging copy')).toBeHidden();
  await expect.poll(() => readdir(path.join(workspace, 'environments'))).toEqual(['staging.json']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await row(page, 'staging copy').click();
  await expect(values.getByLabel('Value, row 1')).toHaveValue('copy.shop.example');
  await expect(values.getByLabel('Value, row 2')).toHaveValue('eu');
});

function row(page: Page, name: string) {
  return page.getByRole('list', { name: 'Environments' }).getByRole('button', { name, exact: true });
}

test('a place that takes no secret says why', async ({ launch }) => {
  const workspace = await drawnWorkspace(
    staging([{ name: 'token', secret: storyId('sl', 'token') }]),
    saying('It is {{token}}'),
  );
  const { page } = await launch({ window, workspace });
  await inspect(page, 'Say');
  await expect(
    page
      .getByText('token is a secret of the active environment: only API endpoints and API Calls may use it.')
      .first(),
  ).toBeVisible();
});

test('environments are compared and edited by keyboard, with the defaults first', async ({ launch }) => {
  const workspace = await drawnWorkspace(
    staging([{ name: 'host', value: 'staging.shop.example' }]),
    environment('production', [{ name: 'region', value: 'eu' }]),
    saying('At {{host}} or {{@env.host}}'),
  );
  const { page } = await launch({ window, workspace });
  const story = await keysOnly(page);
  const { keyboard, read } = story;
  await command(read, 'Defaults of all environments');
  await expect(read.getByRole('textbox', { name: 'Name of the environment' })).toHaveValue('Defaults');
  await tabTo(story, values(read).getByLabel('Name, row 1'));
  await keyboard.type('host');
  await keyboard.press('Enter');
  await keyboard.type('shop.example');
  await saved(read);

  await command(read, 'Compare environments');
  const grid = read.getByRole('grid', { name: 'Environments side by side' });
  await expect(grid.getByRole('columnheader')).toHaveText(['Name', 'Defaults', 'production', 'staging']);
  await expect(cells(read, 'host')).toHaveText([
    'shop.example',
    'shop.exampledefault',
    'staging.shop.example',
  ]);
  await expect(cells(read, 'region')).toHaveText(['missing', 'eu', 'missing']);

  await tabTo(story, grid.locator('[data-cell][tabindex="0"]'));
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await keyboard.type('shop.example.org');
  await keyboard.press('Escape');
  await expect(cells(read, 'host')).toHaveText([
    'shop.example',
    'shop.exampledefault',
    'staging.shop.example',
  ]);
  await keyboard.press('Enter');
  await keyboard.type('shop.example.org');
  await keyboard.press('Enter');
  await expect(cells(read, 'host')).toHaveText(['shop.example', 'shop.example.org', 'staging.shop.example']);
  await expect(read.locator('[data-cell="1 2"]')).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('Delete');
  await expect(cells(read, 'host')).toHaveText([
    'shop.example',
    'shop.exampledefault',
    'staging.shop.example',
  ]);
  await keyboard.press('Control+Z');
  await expect(cells(read, 'host')).toHaveText(['shop.example', 'shop.example.org', 'staging.shop.example']);

  await keyboard.press('Control+End');
  await keyboard.press('Shift+F10');
  await expect(read.getByRole('menuitem', { name: 'Keep a secret here' })).toBeVisible();
  await inMenu(read);
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(cells(read, 'region').nth(2)).toHaveText('not set');
  await expect(read.locator('[data-cell="1 3"]')).toBeFocused();
  await keyboard.press('Enter');
  await expect(read.getByLabel('region in staging')).toBeFocused();
  await keyboard.type(canaries.quoted);
  await keyboard.press('Enter');
  await expect(cells(read, 'region').nth(2)).toHaveText('set');
  expect(formsFound(await pageDocument(page), canaries.quoted)).toEqual([]);

  await keyboard.press('Control+Home');
  await expect(read.locator('[data-cell="0 0"]')).toBeFocused();
  await keyboard.press('F2');
  await keyboard.type('region');
  await expect(read.getByText('production has a value region already.')).toBeVisible();
  await keyboard.press('Control+A');
  await keyboard.type('shop_host');
  await keyboard.press('Enter');
  await expect(cells(read, 'shop_host')).toHaveCount(3);
  await saved(read);
  const [flow = ''] = await readdir(path.join(workspace, 'flows'));
  const textOf = () => readFile(path.join(workspace, 'flows', flow), 'utf8');
  expect(await textOf()).toContain('At {{shop_host}} or {{@env.shop_host}}');
  await keyboard.press('Control+Z');
  await expect(cells(read, 'host')).toHaveCount(3);
  await saved(read);
  expect(await textOf()).toContain('At {{host}} or {{@env.host}}');
  expect(await axeFindings(page)).toEqual([]);
  expect(await story.intrusions()).toEqual([]);
});

test('the colour of an environment is seen wherever its name is', async ({ launch }) => {
  const { page } = await launch({ window });
  await newEnvironment(page, 'production');
  await page.getByRole('button', { name: 'Make active' }).click();
  await choose(page, 'Colour', 'Red');
  const red = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--env-red').trim(),
  );
  const places = [
    page.getByRole('button', { name: 'Environment: production' }).first(),
    page.getByRole('tab', { name: 'production' }),
    page.getByRole('list', { name: 'Environments' }).getByRole('listitem'),
    page
      .getByRole('contentinfo', { name: 'Status' })
      .getByRole('button', { name: 'Environment: production' }),
  ];
  expect(await axeFindings(page)).toEqual([]);
  for (const place of places) {
    const dot = place.locator('[data-colour]');
    await expect(dot).toHaveAttribute('data-colour', 'red');
    await expect(dot).toHaveCSS('background-color', rgb(red));
    await expect(place).toContainText('production');
  }
});

/** Hard to hide: with a quote, beyond ASCII, long, a pair, and one of six characters. */
const canaries = {
  quoted: 'canary-"quo\'ted\\-77ab',
  wide: 'canary-Ключ-Ωμέγα-鳥-12f9',
  long: Array.from({ length: 94 }, (_, at) =>
    createHash('sha256')
      .update(`env ${String(at)}`)
      .digest('base64url'),
  )
    .join('')
    .slice(0, 4000),
  pair: 'anna.kestrel:canary:Pa$$/55c',
  short: 'z9~K!q',
};
const { quoted: _quoted, ...others } = canaries;
const { short: _short, ...searched } = canaries;

function expectArrived(request: { readonly headers: object; readonly body: string } | undefined): void {
  expect(request?.headers).toMatchObject({ 'x-quoted': canaries.quoted });
  expect(JSON.parse(request?.body ?? '')).toEqual({
    five: [canaries.quoted, canaries.wide, canaries.long, canaries.pair, canaries.short],
    made: Buffer.from(canaries.quoted).toString('base64'),
  });
}

type Values = z.input<typeof environmentSchema>['values'];

function environment(name: string, told: Values): Environment {
  const id = storyId('en', name);
  return environmentSchema.parse({ format: 'flowbench.environment', version: 1, id, name, values: told });
}

function staging(told: Values): Environment {
  return environment('staging', told);
}

/** A flow that says one thing. */
function saying(text: string): Flow {
  return storyFlow({
    name: 'Greeting',
    nodes: [
      ['Start', 'start', {}],
      ['Say', 'message', { text }],
    ],
    connections: inARow('Start', 'Say'),
  });
}

/** A workspace whose call sends five secrets of its environment, of which one has no row yet and none was entered. */
function asking(url: string): Promise<string> {
  const endpoint = shopEndpoint(url, {
    name: 'Careless API',
    headers: [{ name: 'X-Quoted', value: { template: '{{token}}' } }],
  });
  const template =
    '{"five":["{{token}}","{{@env.wide}}","{{long}}","{{pair}}","{{short}}"],"made":"{{base64 token}}"}';
  return drawnWorkspace(
    staging(Object.keys(others).map((name) => ({ name, secret: storyId('sl', name) }))),
    endpoint,
    callFlow(endpoint, { path: '/careless', method: 'POST', body: { type: 'json', template } }),
  );
}

async function environmentShown(page: Page): Promise<void> {
  await page.keyboard.press('Alt+3');
  await row(page, 'staging').click();
}

function values(page: Page) {
  return page.getByRole('table', { name: 'Values' });
}

async function newEnvironment(page: Page, name: string): Promise<void> {
  await command(page, 'New environment');
  await page.getByRole('textbox', { name: 'Name of the environment' }).fill(name);
}

async function enterSecret(page: Page, field: Locator, value: string): Promise<void> {
  await field.click();
  await page.keyboard.insertText(value);
  await page.keyboard.press('Enter');
  await expect(field.and(page.locator('input'))).toHaveCount(0);
}

/** Runs a command by its title, as the search palette does. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.keyboard.type(`>${title}`);
  await page.keyboard.press('Enter');
}

/** The cells of a name, in the order of the columns. */
function cells(page: Page, name: string) {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('gridcell');
}

function rgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${String(red)}, ${String(green)}, ${String(blue)})`;
}
