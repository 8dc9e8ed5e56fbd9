// Every kind of authentication that the form offers besides the usual ones, from the first click to what the server got.
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-test.ts';
import { freshFolder } from '../support/launch-app.ts';
import { createEndpoint, endpointOpened, saved } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';
import { bytesFound, formsFound } from '../support/search-bytes.ts';
import { AuthorizationServer } from '../support/servers/authorization-server.ts';
import { browserProgram } from '../support/servers/browser-program.ts';
import { Httpbin } from '../support/servers/httpbin.ts';
import { shopEndpoint } from '../support/shop-workspace.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const clientSecret = 'canary-client-s3cret-8f1c';

let server: AuthorizationServer;
test.beforeEach(async () => {
  server = await AuthorizationServer.start({ id: 'shop', secret: clientSecret });
});
test.afterEach(() => server[Symbol.asyncDispose]());

async function chooseKind(page: Page, kind: string): Promise<void> {
  await page.getByRole('radio', { name: 'More' }).click();
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: kind }).click();
}

async function enter(page: Page, label: string, secret: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(secret);
  await page.keyboard.press('Enter');
  await expect(page.getByText('set just now')).toBeVisible();
}

async function sendTest(page: Page, target: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Test request' });
  if (!(await form.isVisible())) await page.getByRole('button', { name: 'Send a test request' }).click();
  await form.getByRole('textbox', { name: 'Path' }).fill(target);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

async function fillClient(page: Page): Promise<void> {
  await page.getByLabel('Token URL').fill(server.tokenUrl);
  await page.getByLabel('Client id').fill('shop');
  await enter(page, 'Client secret', clientSecret);
  await page.getByLabel('Scope').fill('orders.read');
}

test('client credentials fetch a token that nobody sees', async ({ launch }) => {
  const workspace = await drawnWorkspace(shopEndpoint(server.apiOrigin));
  const { page, userData, close } = await launch({ window, workspace, alone: true });
  await endpointOpened(page);
  await chooseKind(page, 'OAuth 2 client credentials');
  await expect(page.getByText('Enter where access tokens come from')).toBeVisible();
  await fillClient(page);
  await saved(page);
  await sendTest(page, '/orders');
  await expect(page.getByRole('form', { name: 'Test request' })).toContainText('200 OK');
  const [token = ''] = server.tokens;
  expect(server.apiRequests).toEqual([{ path: '/orders', authorization: `Bearer ${token}` }]);
  await sendTest(page, '/orders/2');
  await expect.poll(() => server.apiRequests.length).toBe(2);
  expect(server.tokenRequests).toHaveLength(1);
  await close();
  for (const secret of [token, clientSecret])
    expect(await bytesFound([userData, workspace], secret)).toEqual([]);
});

test('a person signs in with the browser, stays signed in after a restart, signs out, and cancels while the browser is away', async ({
  launch,
}) => {
  const env = await browserProgram(path.join(await freshFolder('browser'), 'bin'));
  const workspace = await drawnWorkspace(shopEndpoint(server.apiOrigin));
  const first = await launch({ window, env, workspace });
  const { page } = first;
  await endpointOpened(page);
  await chooseKind(page, 'OAuth 2 authorization code');
  await page.getByLabel('Sign-in URL').fill(server.authorizeUrl);
  await fillClient(page);
  const signIn = page.getByRole('group', { name: 'Sign-in' });
  await expect(signIn).toContainText('Signed out');

  await sendTest(page, '/orders');
  await expect(page.getByText('The endpoint Shop API needs you to sign in again.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Sign in…' }).click();
  await expect(signIn).toContainText('Signed in, expires in 60 min');
  await sendTest(page, '/orders');
  await expect(page.getByRole('form', { name: 'Test request' })).toContainText('200 OK');
  await expect(page.locator('body')).not.toContainText(clientSecret);
  await first.close();

  const [token = '', refreshToken = ''] = [...server.tokens, ...server.refreshTokens];
  for (const secret of [token, refreshToken, clientSecret]) {
    expect(await bytesFound([first.userData, first.workspace], secret)).toEqual([]);
    expect(formsFound(first.output(), secret)).toEqual([]);
  }

  const second = await launch({ window, env, userData: first.userData, workspace: first.workspace });
  await second.page.getByRole('tab', { name: 'Shop API' }).click();
  const again = second.page.getByRole('group', { name: 'Sign-in' });
  await expect(again).toContainText('Signed in, expires in');
  await sendTest(second.page, '/again');
  await expect(second.page.getByRole('form', { name: 'Test request' })).toContainText('200 OK');
  expect(server.tokenRequests).toHaveLength(1);
  await second.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(again).toContainText('Signed out');

  server.denies = 'access_denied';
  await second.page.getByRole('button', { name: 'Sign in…' }).click();
  await expect(again).toContainText('did not sign you in and says "access_denied"');
  // Nothing there brings the person back.
  await second.page.getByLabel('Sign-in URL').fill(`${server.apiOrigin}/nowhere`);
  await second.page.getByRole('button', { name: 'Sign in…' }).click();
  await expect(again).toContainText('Waiting for you in the browser…');
  await second.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(again).toContainText('Signed out');
});

test('Digest answers the challenge of a server that nobody here wrote', async ({ launch }) => {
  const httpbin = await Httpbin.start();
  try {
    const workspace = await drawnWorkspace(shopEndpoint(httpbin.origin));
    const { page } = await launch({ window, workspace });
    await endpointOpened(page);
    await page.getByRole('radio', { name: 'More' }).click();
    await expect(page.getByRole('combobox', { name: 'Kind' })).toHaveText('Digest');
    await page.getByLabel('User name').fill('mufasa');
    await enter(page, 'Password', 'circle-of-life');
    await sendTest(page, '/digest-auth/auth/mufasa/circle-of-life/SHA-256');
    await expect(page.getByRole('form', { name: 'Test request' })).toContainText('200 OK');
  } finally {
    await httpbin[Symbol.asyncDispose]();
  }
});

for (const size of pictureSizes('light')) {
  test(`pictures of the forms at ${String(size.width)}`, async ({ launch }) => {
    const started = await launch(startedAt(size));
    const { page } = started;
    const look = await photographer(started, {
      folder: `authentication-${String(size.width)}`,
      axeIn: size.axeIn,
    });
    await page.keyboard.press('Control+Shift+E');
    await expect(page.getByRole('dialog', { name: 'New API endpoint' })).toBeVisible();
    await look('new-endpoint');
    await page.keyboard.press('Escape');
    await createEndpoint(page, { name: 'Shop API', baseUrl: 'https://api.shop.example/v2' });
    await page.getByRole('radio', { name: 'More' }).click();
    await look('digest');
    await chooseKind(page, 'OAuth 2 client credentials');
    await look('client-credentials-empty');
    await page.getByLabel('Token URL').fill('https://auth.shop.example/oauth2/token');
    await page.getByLabel('Client id').fill('shop');
    await enter(page, 'Client secret', clientSecret);
    await page.getByLabel('Scope').fill('orders.read');
    await look('client-credentials');
    await chooseKind(page, 'OAuth 2 authorization code');
    await page.getByLabel('Sign-in URL').fill('https://auth.shop.example/oauth2/authorize');
    await page.getByLabel('Token URL').fill('https://auth.shop.example/oauth2/token');
    await page.getByLabel('Client id').fill('shop');
    await page.getByRole('button', { name: 'Use a visible template' }).click();
    await look('authorization-code');
  });
}
