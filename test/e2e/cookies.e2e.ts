// A person logs in at a server that demands its cookie, starts the application again, is still logged in, and logs out.
import { expect, type Page } from '@playwright/test';
import type { Bridge } from '#shared/ipc/contract.ts';
import { answerJson, startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { createEndpoint, endpointOpened, saved } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';
import { missedBelow } from '../support/planted-files.ts';
import { readableBlobsFound } from '../support/readable-blobs.ts';
import { bytesFound } from '../support/search-bytes.ts';
import { shopEndpoint } from '../support/shop-workspace.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

test.use({ sharesWindow: true });

const session = 'c4nary-session-5a1f0e9c7b';
const window = { width: 1280, height: 800 };
let server: StoryServer;

test.beforeEach(async () => {
  server = await startStoryServer({
    routes: {
      login: (_, response) => {
        response.setHeader('Set-Cookie', [
          `shop_session=${session}; Max-Age=86400; HttpOnly; SameSite=Lax`,
          'theme=dark; Path=/orders',
          'visits=1; Max-Age=600; Path=/',
        ]);
        answerJson(response, 200, { welcome: true });
      },
      orders: ({ headers }, response) => {
        const isKnown = headers.cookie?.includes(`shop_session=${session}`) === true;
        answerJson(response, isKnown ? 200 : 401, { yours: isKnown, said: headers.cookie ?? null });
      },
    },
  });
});

test.afterEach(() => server.close());

/** Sends a test request, wherever its form is, and waits for its own result. */
async function send(page: Page, path: string, result: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Test request' });
  if (!(await form.isVisible())) await page.getByRole('button', { name: 'Send a test request' }).click();
  await form.getByRole('textbox', { name: 'Path' }).fill(path);
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByRole('status')).toContainText(result);
}

/** Makes a call while another tab is in view, as a run in the panel does. */
async function callFromElsewhere(page: Page, path: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { call } = (globalThis as unknown as { flowbench: Bridge }).flowbench;
    const { documents } = await call['workspace.read'](null);
    const idOf = (format: string) =>
      documents.find(({ document }) => document.format === format)?.document.id;
    await call['call.test-endpoint']({
      endpointId: idOf('flowbench.endpoint') as never,
      environmentId: idOf('flowbench.environment') as never,
      method: 'GET',
      path: wanted,
    });
  }, path);
}

async function endpointThatKeepsCookies(page: Page): Promise<void> {
  await createEndpoint(page, { name: 'Shop API', baseUrl: server.url });
  await page.getByRole('switch', { name: 'Keep cookies and send them again' }).click();
  await saved(page);
}

test('a login lasts over a restart, its cookie is nowhere on the disk, and removing it logs out', async ({
  launch,
}) => {
  const workspace = await drawnWorkspace(shopEndpoint(server.url));
  const first = await launch({ window, workspace, alone: true });
  await endpointOpened(first.page);
  await first.page.getByRole('button', { name: 'Send a test request' }).click();
  await send(first.page, '/login', '200 OK');
  await send(first.page, '/orders', '401');

  await first.page.getByRole('switch', { name: 'Keep cookies and send them again' }).click();
  await saved(first.page);
  await first.page.getByRole('button', { name: 'Show cookies' }).click();
  const dialog = first.page.getByRole('dialog', { name: 'Cookies of runs without an environment' });
  await expect(dialog.getByText('No cookies.')).toBeVisible();
  await first.page.keyboard.press('Escape');
  await send(first.page, '/login', '200 OK');
  await send(first.page, '/orders', '200 OK');
  await first.page
    .getByRole('form', { name: 'Test request' })
    .getByRole('button', { name: 'Show the response' })
    .click();
  await expect(first.page.getByText('shop_session=••••••••').first()).toBeVisible();
  await first.page.getByRole('tab', { name: 'Request', exact: true }).click();
  await expect(first.page.locator('[data-origin="cookie jar"]')).toContainText('shop_session=••••••••');
  expect(await first.page.content()).not.toContain(session);
  await first.close();
  for (const folder of [first.userData, first.workspace])
    expect(await missedBelow(folder, session)).toEqual([]);
  expect(await bytesFound([first.userData, first.workspace], session)).toEqual([]);
  expect(await readableBlobsFound([first.userData, first.workspace])).toEqual([]);
  expect(await bytesFound([first.workspace], 'shop_session')).toEqual([]);

  const second = await launch({ window, userData: first.userData, workspace: first.workspace });
  const { page } = second;
  await page.getByRole('button', { name: 'Send a test request' }).click();
  await send(page, '/orders', '200 OK');
  await page.getByRole('button', { name: 'Show cookies' }).click();
  const shown = page.getByRole('dialog', { name: 'Cookies of runs without an environment' });
  await expect(shown.getByRole('row', { name: /shop_session/ })).toContainText('HttpOnly');
  await expect(shown.getByRole('row', { name: /theme/ })).toHaveCount(0);
  await shown.getByRole('row', { name: /shop_session/ }).hover();
  await shown.getByRole('button', { name: 'Remove shop_session' }).click();
  await expect(shown.getByRole('row', { name: /shop_session/ })).toHaveCount(0);
  await expect(shown.getByRole('row', { name: /visits/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await send(page, '/orders', '401');
  await second.close();
  expect(await bytesFound([first.userData, first.workspace], session)).toEqual([]);
});

test('each environment has its jar, which its form shows while calls fill it, and clears', async ({
  launch,
}) => {
  const workspace = await drawnWorkspace(shopEndpoint(server.url, { cookies: true }));
  const { page } = await launch({ window, workspace });
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: 'New environment' }).first().click();
  await page.getByRole('textbox', { name: 'Name of the environment' }).fill('staging');
  await page.keyboard.press('Enter');
  await saved(page);
  const cookies = page.getByRole('region', { name: 'Cookies' });
  await expect(cookies.getByText('No cookies.')).toBeVisible();

  // The form is in view while a call fills the jar.
  await callFromElsewhere(page, '/login');
  await expect(cookies.getByRole('row')).toHaveCount(4);
  await expect(cookies.getByRole('row', { name: /theme/ })).toContainText('when Flowbench ends');
  await expect(cookies.getByText('3 cookies')).toBeVisible();

  await cookies.getByRole('button', { name: 'Clear cookies' }).click();
  await expect(cookies.getByText('No cookies.')).toBeVisible();
  await cookies.getByRole('button', { name: 'Undo' }).click();
  await expect(cookies.getByRole('row')).toHaveCount(4);
  await cookies.getByRole('button', { name: 'Remove theme' }).click();
  await expect(cookies.getByText('theme removed')).toBeVisible();
  await expect(cookies.getByRole('row')).toHaveCount(3);
  // The table has the focus, and so has undo.
  await page.keyboard.press('Control+z');
  await expect(cookies.getByRole('row')).toHaveCount(4);
  await cookies.getByRole('button', { name: 'Clear cookies' }).click();
  await expect(cookies.getByText('No cookies.')).toBeVisible();
  await callFromElsewhere(page, '/login');
  await expect(cookies.getByRole('row')).toHaveCount(4);
  // Runs without an environment have nothing of it.
  await endpointOpened(page);
  await send(page, '/orders', '401');
});

for (const size of pictureSizes('light')) {
  test(`it looks right at ${String(size.width)}`, async ({ launch }) => {
    const app = await launch(startedAt(size));
    const { page } = app;
    const look = await photographer(app, { folder: `cookies/${String(size.width)}`, axeIn: size.axeIn });
    await endpointThatKeepsCookies(page);
    await page.getByRole('switch', { name: 'Keep cookies and send them again' }).scrollIntoViewIfNeeded();
    await look('row');
    await page.getByRole('button', { name: 'Show cookies' }).click();
    await expect(page.getByText('No cookies.')).toBeVisible();
    await look('dialog-empty');
    await page.keyboard.press('Escape');
    await send(page, '/login', '200 OK');
    await page.getByRole('button', { name: 'Show cookies' }).click();
    await expect(page.getByRole('row', { name: /shop_session/ })).toBeVisible();
    await look('dialog');
    await page.getByRole('button', { name: 'Clear cookies' }).click();
    await expect(page.getByText('3 cookies removed')).toBeVisible();
    await look('cleared');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByRole('row', { name: /shop_session/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+3');
    await page.getByRole('button', { name: 'New environment' }).first().click();
    await page.getByRole('textbox', { name: 'Name of the environment' }).fill('staging');
    await page.keyboard.press('Enter');
    await saved(page);
    await look('environment-empty');
    await callFromElsewhere(page, '/login');
    await expect(page.getByRole('row', { name: /shop_session/ })).toBeVisible();
    await look('environment');
  });
}
