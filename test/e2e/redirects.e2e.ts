// A person decides in an endpoint's form which redirects its calls follow, and a real server sends them on.
import { expect } from '@playwright/test';
import { answerJson, startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { choose, createEndpoint, createFlow, dragNode, endpointOpened, saved } from '../support/person.ts';
import { photographer, pictureSizes, startedAt } from '../support/photographer.ts';
import { bearerToken, shopEndpoint, tokenEntered } from '../support/shop-workspace.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

test.use({ sharesWindow: true });

let home: StoryServer;
let away: StoryServer;

test.beforeEach(async () => {
  away = await startStoryServer({
    routes: { end: (_, response) => answerJson(response, 200, { away: true }) },
  });
  home = await startStoryServer({
    routes: {
      end: (_, response) => answerJson(response, 200, { home: true }),
      here: (_, response) => void response.writeHead(302, { Location: '/end' }).end(),
      there: (_, response) => void response.writeHead(302, { Location: `${away.url}/end` }).end(),
    },
  });
});

test.afterEach(() => Promise.all([home.close(), away.close()]));

test('redirects are followed, within the origin or never, and never more than the limit', async ({
  launch,
}) => {
  const workspace = await drawnWorkspace(shopEndpoint(home.url, { auth: bearerToken }));
  const { page } = await launch({ window: { width: 1280, height: 800 }, workspace });
  await endpointOpened(page);
  await tokenEntered(page, 'a-token-of-the-shop');
  const row = page.getByRole('region', { name: 'Redirects' });
  await expect(row.getByRole('radio', { name: 'Follow' })).toBeChecked();
  await expect(row.getByRole('textbox', { name: 'Redirects at most' })).toHaveValue('10');
  await page.getByRole('button', { name: 'Send a test request' }).click();
  const form = page.getByRole('form', { name: 'Test request' });
  const send = async (path: string, result: string) => {
    await form.getByRole('textbox', { name: 'Path' }).fill(path);
    await form.getByRole('button', { name: 'Send' }).click();
    await expect(form.getByRole('status')).toContainText(result);
  };
  await send('/there', '200 OK');
  expect(away.requests).toHaveLength(1);
  expect(away.requests[0]?.headers).not.toHaveProperty('authorization');

  await row.getByRole('radio', { name: 'Same origin' }).click();
  await saved(page);
  await expect(row.getByRole('switch')).toHaveCount(0);
  await send('/there', '302 Found');
  await send('/here', '200 OK');
  expect(away.requests).toHaveLength(1);

  await row.getByRole('radio', { name: 'Never' }).click();
  await saved(page);
  await expect(row.getByRole('textbox')).toHaveCount(0);
  await send('/here', '302 Found');

  await row.getByRole('radio', { name: 'Follow' }).click();
  await row.getByRole('textbox', { name: 'Redirects at most' }).fill('0');
  await page.keyboard.press('Enter');
  await row.getByRole('switch', { name: 'Allow redirects from https to plain http' }).click();
  await expect(row.getByText('Requests may go on unencrypted')).toBeVisible();
  await saved(page);
  await send('/here', 'failure');
  await page.keyboard.press('Control+z');
  await expect(row.getByText('Requests may go on unencrypted')).toHaveCount(0);
});

for (const size of pictureSizes('dark')) {
  test(`it looks right at ${String(size.width)}`, async ({ launch }) => {
    const app = await launch(startedAt(size));
    const look = await photographer(app, { folder: `redirects/${String(size.width)}`, axeIn: size.axeIn });
    await createEndpoint(app.page, { name: 'Shop API', baseUrl: home.url });
    const row = app.page.getByRole('region', { name: 'Redirects' });
    await row.scrollIntoViewIfNeeded();
    await look('follow');
    await row.getByRole('switch').click();
    await row.getByText('Requests may go on unencrypted').scrollIntoViewIfNeeded();
    await look('warning');
    await createFlow(app.page);
    await dragNode(app.page, 'API Call', { x: 320, y: 120 }, 'Ask');
    await choose(app.page, 'API endpoint', 'Shop API');
    await app.page.getByRole('tab', { name: 'Retry' }).click();
    await expect(
      app.page.getByText('Redirects are followed, at most 10, also from https to http.'),
    ).toBeVisible();
    await look('call');
    await app.page.getByRole('tab', { name: 'Shop API' }).click();
    await row.getByRole('radio', { name: 'Never' }).click();
    await look('never');
  });

  test(`the hops of an attempt are seen one by one at ${String(size.width)}`, async ({ launch }) => {
    const app = await launch(startedAt(size));
    const { page } = app;
    const folder = `redirects/hops-${String(size.width)}`;
    const look = await photographer(app, { folder, axeIn: size.axeIn });
    await createEndpoint(page, { name: 'Shop API', baseUrl: home.url, token: 'a-token-of-the-shop' });
    await page.getByRole('button', { name: 'Send a test request' }).click();
    const form = page.getByRole('form', { name: 'Test request' });
    await form.getByRole('textbox', { name: 'Path' }).fill('/there');
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByRole('button', { name: 'Show the response' }).click();
    const panel = page.getByRole('region', { name: 'Panel', exact: true });
    await panel.getByRole('tab', { name: 'Timing' }).click();
    const timing = panel.getByRole('group', { name: 'Timing', exact: true });
    await expect(timing).toContainText(`302 GET ${home.url}/there`);
    await expect(timing).toContainText(`Redirected to ${away.url}/end, without authorization`);
    await expect(timing).toContainText(`200 GET ${away.url}/end`);
    await look('timing');
    await panel.getByRole('tab', { name: 'Timeline' }).click();
    await expect(panel.getByRole('row', { name: /Hop 1 302/ })).toBeVisible();
    await expect(panel.getByRole('row', { name: /Hop 2 200/ })).toBeVisible();
    await look('timeline');
  });
}
