// A person sends an endpoint's calls through a real proxy that asks for a password, and sees that it was used.
import { expect } from '@playwright/test';
import { startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { createEndpoint, endpointOpened, saved } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';
import { bytesFound } from '../support/search-bytes.ts';
import { proxyUser, RunningProxy } from '../support/servers/proxies.ts';
import { shopEndpoint } from '../support/shop-workspace.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

test.use({ sharesWindow: true });

let server: StoryServer;
let squid: RunningProxy;

test.beforeEach(async () => {
  server = await startStoryServer();
  squid = await RunningProxy.squid();
});

test.afterEach(async () => {
  await squid[Symbol.asyncDispose]();
  await server.close();
});

test('a manual proxy is set in the form, used by a test request, and keeps its password', async ({
  launch,
}) => {
  const workspace = await drawnWorkspace(shopEndpoint(server.url));
  const window = { width: 1280, height: 800 };
  const { close, page, userData } = await launch({ window, workspace, alone: true });
  await endpointOpened(page);
  const row = page.getByRole('region', { name: 'Proxy' });
  await expect(row.getByRole('radio', { name: 'System' })).toBeChecked();
  await row.getByRole('radio', { name: 'Manual' }).click();
  await expect(row.getByText('Enter the address of the proxy, such as http://127.0.0.1:3128.')).toBeVisible();
  await row.getByLabel('Proxy address').fill(`127.0.0.1:${String(squid.port)}`);
  await expect(row.getByText('Begin with http://, https://, socks5:// or socks5h://.')).toBeVisible();
  await row.getByLabel('Proxy address').fill(`http://127.0.0.1:${String(squid.port)}`);
  await expect(row.getByText('Begin with')).toHaveCount(0);
  await row.getByRole('switch', { name: 'Use the proxy for this machine too' }).click();
  await row.getByRole('button', { name: '+ Host' }).click();
  await row.getByLabel('Host without the proxy').fill('two words');
  await page.keyboard.press('Enter');
  await expect(row.getByText('two words is no host')).toBeVisible();
  await row.getByLabel('Host without the proxy').fill('.example.com');
  await page.keyboard.press('Enter');
  await expect(row.getByText('.example.com')).toBeVisible();

  await page.getByRole('button', { name: 'Send a test request' }).click();
  const test = page.getByRole('form', { name: 'Test request' });
  await test.getByRole('button', { name: 'Send', exact: true }).click();
  const address = `127.0.0.1:${String(squid.port)}`;
  await expect(
    test.getByText(`The proxy ${address} did not accept the user name and password.`),
  ).toBeVisible();

  await row.getByRole('switch', { name: 'It asks for a user name and password' }).click();
  await row.getByLabel('Proxy user name').fill(proxyUser.userName);
  await row.getByLabel('Proxy password').fill(proxyUser.password);
  await page.keyboard.press('Enter');
  await expect(row.getByText('set just now')).toBeVisible();
  await saved(page);
  await test.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => server.requests.length).toBe(1);
  expect(String(server.requests[0]?.headers.via)).toContain('squid');
  expect(server.requests[0]?.headers).not.toHaveProperty('proxy-authorization');
  await test.getByRole('button', { name: 'Show the response' }).click();
  await page.getByRole('tab', { name: 'Timing' }).click();
  await expect(page.getByText(`through the proxy ${address}`)).toBeVisible();
  expect(await page.content()).not.toContain(proxyUser.password);

  // The password belongs to this proxy: another address has to be confirmed first.
  await row.getByLabel('Proxy address').fill('http://other.example:3128');
  await saved(page);
  await expect(row.getByText('The address has changed since this was entered')).toBeVisible();
  await close();
  expect(await bytesFound([workspace], '.example.com')).not.toEqual([]);
  expect(await bytesFound([userData, workspace], proxyUser.password)).toEqual([]);
});

for (const size of pictureSizes('dark')) {
  test(`it looks right at ${String(size.width)}`, async ({ launch }) => {
    const app = await launch(startedAt(size));
    const { page } = app;
    const look = await photographer(app, { folder: `proxies/${String(size.width)}`, axeIn: size.axeIn });
    await createEndpoint(page, { name: 'Shop API', baseUrl: server.url });
    const row = page.getByRole('region', { name: 'Proxy' });
    await row.scrollIntoViewIfNeeded();
    await look('system');
    await row.getByRole('radio', { name: 'Manual' }).click();
    await row.getByRole('switch', { name: 'It asks for a user name and password' }).click();
    await row.getByLabel('Proxy user name').scrollIntoViewIfNeeded();
    await look('empty');
    await row.getByLabel('Proxy address').fill('http://127.0.0.1:3128');
    await row.getByLabel('Proxy user name').fill('flow');
    await row.getByLabel('Proxy password').fill('a password of some length');
    await page.keyboard.press('Enter');
    await expect(row.getByText('set just now')).toBeVisible();
    await row.getByRole('button', { name: '+ Host' }).click();
    await row.getByLabel('Host without the proxy').fill('.example.com');
    await page.keyboard.press('Enter');
    await row.getByText('Use the proxy for this machine').scrollIntoViewIfNeeded();
    await look('manual');
  });
}
