// Secrets over their life on a real key ring and on a desktop without one, each step proved by what the server gets.
import { expect, type Locator, type Page } from '@playwright/test';
import { startKeyRing } from '../../scripts/steps/key-ring.mjs';
import { startStoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { createEndpoint } from '../support/person.ts';
import { missedBelow } from '../support/planted-files.ts';
import { readableBlob, readableBlobsFound } from '../support/readable-blobs.ts';
import { bytesFound } from '../support/search-bytes.ts';

test.use({ sharesWindow: true });

const firstToken = 'tok-first-3e91c7';
const secondToken = 'tok-second-b2774d';
const window = { width: 1280, height: 800 };

test('without a key ring nothing is kept until the session is chosen, and then for the session only', async ({
  launch,
}) => {
  const server = await startStoryServer();
  const desktop = await startKeyRing({ keyRing: false });
  try {
    // Where the desktop has no name the engine finds no store; the last switch counts.
    const start = { window, env: desktop.env, args: ['--password-store=basic'] };
    const first = await launch(start);
    const { page } = first;
    const status = page.getByRole('contentinfo', { name: 'Status' });
    await expect(status).toContainText('No key store');
    await createEndpoint(page, { name: 'Users API', baseUrl: server.url, token: firstToken });
    await expect(page.getByRole('alert').filter({ hasText: 'The secret was not kept' })).toBeVisible();
    await page.getByRole('button', { name: 'Send a test request' }).click();
    await send(page, 'exception');

    await tokenInput(page).fill(firstToken);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(2);
    // What could not be kept is still there.
    await expect(tokenInput(page)).toHaveValue(firstToken);
    await tokenInput(page).fill('');

    await status.getByRole('button', { name: 'No key store' }).click();
    await page.getByRole('button', { name: 'Keep for this session' }).click();
    await expect(status).toContainText('Secrets: this session only');
    await tokenInput(page).click();
    await page.keyboard.insertText(secondToken);
    await page.keyboard.press('Enter');
    await expect(token(page)).toContainText('set just now');
    await send(page, '200 OK');
    await first.close();

    const second = await launch({ ...start, userData: first.userData, workspace: first.workspace });
    await expect(second.page.getByRole('contentinfo', { name: 'Status' })).toContainText(
      'Secrets: this session only',
    );
    await expect(tokenInput(second.page)).toHaveValue('');
    await second.page.getByRole('button', { name: 'Send a test request' }).click();
    await send(second.page, 'exception');
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${secondToken}`]);

    // What this engine makes without a key ring is what the search below looks for.
    const blob = await second.app.evaluate(({ safeStorage }, text) => {
      safeStorage.setUsePlainTextEncryption(true);
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- Electron 33 has no other
      return safeStorage.encryptString(text).toString('base64');
    }, firstToken);
    expect(blob).toBe(readableBlob(firstToken).toString('base64'));
    await second.close();

    const folders = [first.userData, first.workspace, desktop.home];
    for (const secret of [firstToken, secondToken]) {
      for (const folder of folders) expect(await missedBelow(folder, secret)).toEqual([]);
      expect(await bytesFound(folders, secret)).toEqual([]);
    }
    expect(await readableBlobsFound(folders)).toEqual([]);
  } finally {
    await desktop.end();
    await server.close();
  }
});

test('a secret is replaced, bound to a new address, and forgotten', async ({ launch }) => {
  const [home, elsewhere] = [await startStoryServer(), await startStoryServer()];
  const { page } = await launch({ window });
  const credentials = (server: typeof home) => server.requests.map(({ headers }) => headers.authorization);
  await createEndpoint(page, { name: 'Users API', baseUrl: home.url, token: firstToken });
  await expect(token(page)).toContainText('set just now');
  await page.getByRole('button', { name: 'Send a test request' }).click();
  await send(page, '200 OK');

  await token(page).getByRole('button', { name: 'Replace' }).click();
  await expect(tokenInput(page)).toBeFocused();
  await page.keyboard.insertText(secondToken);
  await page.keyboard.press('Enter');
  await expect(token(page)).toContainText('set just now');
  await send(page, '200 OK');
  expect(credentials(home)).toEqual([`Bearer ${firstToken}`, `Bearer ${secondToken}`]);

  await page.getByRole('textbox', { name: 'Base URL' }).fill(elsewhere.url);
  await expect(token(page)).toContainText('entered for another address');
  await send(page, 'exception');
  expect(credentials(elsewhere)).toEqual([]);
  await page.getByRole('button', { name: 'Use it here too' }).click();
  await expect(token(page)).toContainText('set just now');
  await send(page, '200 OK');
  expect(credentials(elsewhere)).toEqual([`Bearer ${secondToken}`]);

  const dialog = page.getByRole('alertdialog', { name: 'Forget the token of Users API?' });
  await token(page).getByRole('button', { name: 'Forget' }).click();
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await send(page, '200 OK');
  await token(page).getByRole('button', { name: 'Forget' }).click();
  await dialog.getByRole('button', { name: 'Forget token' }).click();
  await expect(tokenInput(page)).toHaveValue('');
  await send(page, 'exception');
  expect(credentials(elsewhere)).toEqual([`Bearer ${secondToken}`, `Bearer ${secondToken}`]);
  expect(home.requests).toHaveLength(2);
  await Promise.all([home.close(), elsewhere.close()]);
});

/** The token of the endpoint in view, where one is set. */
function token(page: Page): Locator {
  return page.getByRole('group', { name: 'Token', exact: true });
}

/** Where a token is entered. */
function tokenInput(page: Page): Locator {
  return page.getByLabel('Token', { exact: true }).and(page.locator('input'));
}

/** Sends a test request and waits for its own result. */
async function send(page: Page, result: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Test request' });
  await form.getByRole('textbox', { name: 'Path' }).fill('/echo');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByRole('status')).toContainText(result);
}
