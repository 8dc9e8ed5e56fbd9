// An API endpoint's form as people fill it: its secrets leave no trace wherever they are typed, and its server gets them.
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { card, endpointOpened, inspect, saved } from '../support/person.ts';
import { bytesFound } from '../support/search-bytes.ts';
import { callFlow, shopEndpoint } from '../support/shop-workspace.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

let server: StoryServer;

test.beforeEach(async () => {
  server = await startStoryServer();
});

test.afterEach(() => server.close());

test('a header value is a secret, typed before its name, after it, or pasted with others', async ({
  launch,
}) => {
  const workspace = await drawnWorkspace(shopEndpoint(server.url));
  const { app, page, userData, close } = await launch({ window, workspace, alone: true });
  await endpointOpened(page);
  const headers = page.getByRole('table', { name: 'Headers' });

  await headers.getByLabel('Value, row 1').fill('value-first-8271');
  await page.keyboard.press('Enter');
  await expect(headers.getByLabel('Name, row 1')).toBeFocused();
  await page.keyboard.type('X-First');
  await page.keyboard.press('Tab');
  await expect(headers.getByText('set just now')).toHaveCount(1);

  await headers.getByLabel('Name, row 2').fill('X-Second');
  await page.keyboard.press('Enter');
  await page.keyboard.type('named-first-4410');
  await page.keyboard.press('Enter');
  await expect(headers.getByText('set just now')).toHaveCount(2);

  await paste(
    app,
    headers.getByLabel('Name, row 3'),
    'X-Third: pasted-list-7702\nX-Fourth: pasted-list-9035\n',
  );
  await expect(headers.getByText('set just now')).toHaveCount(4);
  await paste(app, headers.getByLabel('Name, row 5'), 'X-Fifth: pasted-line-1188');
  await expect(headers.getByText('set just now')).toHaveCount(5);
  await expect(headers.getByLabel('Name, row 5')).toHaveValue('X-Fifth');
  await saved(page);

  expect(await echoed(page)).toMatchObject({
    'x-first': 'value-first-8271',
    'x-second': 'named-first-4410',
    'x-third': 'pasted-list-7702',
    'x-fourth': 'pasted-list-9035',
    'x-fifth': 'pasted-line-1188',
  });
  const values = [
    'value-first-8271',
    'named-first-4410',
    'pasted-list-7702',
    'pasted-list-9035',
    'pasted-line-1188',
  ];
  const shown = await page.content();
  for (const value of values) expect(shown).not.toContain(value);

  // Undo walks back through all of it and must find no value to write.
  for (const _each of values) await page.keyboard.press('Control+Z');
  await expect(headers.getByLabel('Name, row 1')).toHaveValue('');
  await page.keyboard.press('Control+Shift+Z');
  await expect(headers.getByLabel('Name, row 1')).toHaveValue('X-First');
  await saved(page);
  await close();
  expect(await bytesFound([workspace], 'X-First')).not.toEqual([]);
  for (const value of values) expect(await bytesFound([userData, workspace], value)).toEqual([]);
});

test('what is typed is kept when the tab is left and when the application ends', async ({ launch }) => {
  const endpoint = shopEndpoint(server.url);
  const workspace = await drawnWorkspace(endpoint, callFlow(endpoint, {}));
  const first = await launch({ window, workspace, alone: true });
  const { page } = first;
  await endpointOpened(page);

  const name = page.getByRole('textbox', { name: 'Name of the API endpoint' });
  await name.fill('Shop');
  await expect(page.getByRole('tab', { name: 'Shop', exact: true })).toBeVisible();
  await name.fill('');
  await expect(page.getByRole('tab', { name: 'Shop API' })).toBeVisible();
  await expect(name).toHaveValue('');
  await name.pressSequentially('Store ');
  await expect(page.getByRole('tab', { name: 'Store', exact: true })).toBeVisible();
  await expect(name).toHaveValue('Store ');
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('Shop API');
  await expect(page.getByRole('tab', { name: 'Shop API' })).toBeVisible();
  await name.fill('Store API');
  await page.keyboard.press('Control+Tab');
  await expect(page.getByRole('tab', { name: 'Store API' })).toBeVisible();
  await page.keyboard.press('Control+Shift+Tab');

  await page.getByRole('radio', { name: 'Bearer token' }).click();
  await page.getByLabel('Token', { exact: true }).fill('tok-left-by-tab-51');
  await page.keyboard.press('Control+Tab');
  await expect(page.locator('[data-canvas]')).toBeVisible();
  await page.keyboard.press('Control+Shift+Tab');
  await expect(page.getByText('set just now')).toBeVisible();

  await page.getByRole('button', { name: 'Replace' }).click();
  await page.getByLabel('Token', { exact: true }).fill('tok-left-by-the-end-52');
  const ended = first.app.waitForEvent('close');
  // The application may be gone before it could answer that the key is up again.
  await page.keyboard.press('Control+Q').catch(() => undefined);
  await ended;

  const second = await launch({ window, userData: first.userData, workspace: first.workspace });
  await expect(second.page.getByRole('textbox', { name: 'Name of the API endpoint' })).toHaveValue(
    'Store API',
  );
  const { headers } = await received(second.page, server);
  expect(headers.authorization).toBe('Bearer tok-left-by-the-end-52');
});

test('a header marked as visible is a template, and starts empty', async ({ launch }) => {
  const workspace = await drawnWorkspace(shopEndpoint(server.url));
  const { page } = await launch({ window, workspace });
  await endpointOpened(page);
  const headers = page.getByRole('table', { name: 'Headers' });
  await headers.getByLabel('Name, row 1').fill('X-Locale');
  await page.keyboard.press('Enter');
  await page.keyboard.type('secret-then-visible');
  await page.keyboard.press('Enter');
  await expect(headers.getByText('set just now')).toBeVisible();
  await headers.getByRole('button', { name: 'Make X-Locale visible' }).click();
  await expect(headers.getByLabel('Value, row 1')).toHaveValue('');
  await headers.getByLabel('Value, row 1').fill('{{@env.name}}-pt');
  await saved(page);
  expect(await bytesFound([workspace], '{{@env.name}}-pt')).not.toEqual([]);
  expect(await bytesFound([workspace], 'secret-then-visible')).toEqual([]);
});

for (const place of ['Header', 'Query'] as const) {
  test(`an API key goes in the ${place.toLowerCase()} under its name`, async ({ launch }) => {
    const { page } = await launch({ window, workspace: await drawnWorkspace(shopEndpoint(server.url)) });
    await endpointOpened(page);
    await page.getByRole('radio', { name: 'API key' }).click();
    await page.getByRole('radio', { name: place }).click();
    await page.getByLabel(`${place} name`).fill('');
    await expect(page.getByText('Enter the name that the API expects.')).toBeVisible();
    await page.getByLabel(`${place} name`).fill('X-Api-Key');
    await page.getByLabel('Key', { exact: true }).fill('key-66aa0912');
    await page.keyboard.press('Enter');
    await expect(page.getByText('set just now')).toBeVisible();
    const { headers, path } = await received(page, server);
    if (place === 'Header') expect(headers['x-api-key']).toBe('key-66aa0912');
    else expect(new URL(path, server.url).searchParams.get('X-Api-Key')).toBe('key-66aa0912');
  });
}

test('Basic sends the user name, which is seen, and the password, which is not', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await drawnWorkspace(shopEndpoint(server.url)) });
  await endpointOpened(page);
  await page.getByRole('radio', { name: 'Basic' }).click();
  await page.getByLabel('User name').fill('ana');
  await page.getByLabel('Password').fill('p:ss wörd 42');
  await page.keyboard.press('Enter');
  await expect(page.getByText('set just now')).toBeVisible();
  const { headers } = await received(page, server);
  expect(headers.authorization).toBe(`Basic ${Buffer.from('ana:p:ss wörd 42').toString('base64')}`);
});

test('a status code or host that is none stays in its field, with a sentence', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await drawnWorkspace(shopEndpoint('{{@env.host}}')) });
  await endpointOpened(page);
  await expect(page.getByText('The host comes from an expression: list the hosts it may be')).toBeVisible();
  await page.getByRole('button', { name: '+ Host' }).click();
  await page.getByLabel('Host to allow').fill('not a host');
  await page.keyboard.press('Enter');
  await expect(page.getByText('not a host is no host: enter one such as')).toBeVisible();
  await page.getByLabel('Host to allow').fill('api.example.com');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove api.example.com' })).toBeVisible();
  await expect(page.getByText('The host comes from an expression')).toBeHidden();

  const retries = page.getByRole('textbox', { name: 'Retries' });
  await retries.fill('101');
  await retries.fill('2');
  // Nobody has left the field: the number counts after a pause in the typing.
  await expect(page.getByRole('button', { name: '+ Code' })).toBeVisible();
  await expect(retries).toBeFocused();
  await page.getByRole('button', { name: '+ Code' }).click();
  await page.getByLabel('Status code to retry on').fill('4o4');
  await page.keyboard.press('Enter');
  await expect(page.getByText('4o4 is no status code: enter a number from 100 to 599.')).toBeVisible();
  await page.getByLabel('Status code to retry on').fill('404');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove 404' })).toBeVisible();
});

test('a base URL says what is wrong with it while it is typed', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await drawnWorkspace(shopEndpoint(server.url)) });
  await endpointOpened(page);
  for (const [text, sentence] of [
    ['', 'Enter the address of the API'],
    ['shop.example', 'Begin with https:// or http://'],
    ['ftp://shop.example', 'Only http:// and https:// addresses can be called.'],
    ['https://ana:pw@shop.example', 'Leave user name and password out of the address'],
  ] as const) {
    await page.getByRole('textbox', { name: 'Base URL' }).fill(text);
    await expect(page.getByText(sentence)).toBeVisible();
  }
});

test('the endpoints are filtered, and each says where it is used', async ({ launch }) => {
  const users = shopEndpoint(server.url, { name: 'Users API' });
  const documents = [users, shopEndpoint(server.url), callFlow(users, { path: '/users/7' })];
  const { page } = await launch({ window, workspace: await drawnWorkspace(...documents) });
  await endpointOpened(page);
  await expect(page.getByText('Not used yet')).toBeVisible();

  await page.keyboard.press('Alt+2');
  const list = page.getByRole('tree', { name: 'API Endpoints' });
  await page.getByRole('searchbox').fill('user');
  await expect(list.getByRole('treeitem', { name: 'Shop API', exact: true })).toBeHidden();
  await list.getByRole('treeitem', { name: 'Users API', exact: true }).click();
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('button', { name: /Call/ }).click();
  await expect(card(page, 'Call')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Call');
});

test('clearing the tries of a prompt takes the exit no-answer away only when it is left empty', async ({
  launch,
}) => {
  const { page } = await launch({ workspace: null, args: ['--open-example'], window });
  await inspect(page, 'Order number');
  const before = await page.locator('.react-flow__edge').count();
  const tries = page.getByRole('textbox', { name: 'Tries' });
  await tries.fill('');
  await tries.fill('5');
  await page.keyboard.press('Enter');
  await expect(page.locator('.react-flow__edge')).toHaveCount(before);
  await saved(page);
});

/** Puts a text on the clipboard and pastes it where a person would. */
async function paste(app: ElectronApplication, field: Locator, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, pasted) => clipboard.writeText(pasted), text);
  await field.focus();
  await field.press('Control+V');
}

/** Sends a test request and gives it as the server got it. */
async function received(page: Page, from: StoryServer) {
  const next = from.nextRequest();
  await page.getByRole('button', { name: 'Send a test request' }).click();
  const form = page.getByRole('form', { name: 'Test request' });
  await form.getByRole('textbox', { name: 'Path' }).fill('/echo');
  await form.getByRole('button', { name: 'Send', exact: true }).click();
  const request = await next;
  await expect(form).toContainText('200 OK');
  return request;
}

async function echoed(page: Page) {
  return (await received(page, server)).headers;
}
