// The main story, as a person lives it: from an endpoint with a token to a conversation, and all of it again tomorrow.
import { expect } from '@playwright/test';
import { startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import {
  answer,
  choose,
  connect,
  conversation,
  createEndpoint,
  createFlow,
  dragNode,
  inspect,
  saved,
} from '../support/person.ts';
import { Httpbin } from '../support/servers/httpbin.ts';
import { bytesFound } from '../support/search-bytes.ts';

const token = 'tok-5a1f0e9c7b3d4821';

let server: StoryServer;

test.beforeEach(async () => {
  server = await startStoryServer({ token });
});

test.afterEach(() => server.close());

test('an endpoint, a flow with an API Call, a real response, and everything again after a restart', async ({
  launch,
}) => {
  const first = await launch({ window: { width: 1280, height: 800 } });
  const { page } = first;

  await createEndpoint(page, { name: 'Users API', baseUrl: server.url, token });
  await expect(page.getByText('set just now')).toBeVisible();

  await createFlow(page);
  await dragNode(page, 'Prompt', { x: 170, y: 120 }, 'User number');
  await page.getByLabel('Question').fill('Which user?');
  await page.getByLabel('Variable').fill('user_id');
  await dragNode(page, 'API Call', { x: 420, y: 140 }, 'Get user');
  await choose(page, 'API endpoint', 'Users API');
  await page.getByLabel('Path', { exact: true }).fill('/users/{{user_id}}');
  await page.getByLabel('Response variable').fill('user_data');
  await dragNode(page, 'Message', { x: 590, y: 30 }, 'Hello');
  await page.getByLabel('Text').fill('Hello {{user_data.body.name}}!');
  await dragNode(page, 'End', { x: 640, y: 230 }, 'Done');

  await connect(page, 'Start', 'next', 'User number');
  await connect(page, 'User number', 'next', 'Get user');
  await connect(page, 'Get user', 'success', 'Hello');
  await connect(page, 'Hello', 'next', 'Done');

  await inspect(page, 'Get user');
  await page.getByLabel('Sample value of user_id').fill('7');
  await expect(page.getByLabel('Request as it will be sent')).toContainText('Bearer ••••••••');
  await saved(page);

  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Which user?');
  await answer(page, '7');
  await expect(conversation(page)).toContainText('Hello Ana Sousa!');
  await expect(conversation(page)).toContainText('Run ended');
  expect(server.requests.map(({ method, path, headers }) => [method, path, headers.authorization])).toEqual([
    ['GET', '/users/7', `Bearer ${token}`],
  ]);

  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  await panel.getByRole('tab', { name: 'Response' }).click();
  await panel.getByRole('tab', { name: 'Request' }).click();
  await expect(page.getByLabel('Request as it was sent')).toContainText('Bearer ••••••••');
  expect(await page.content()).not.toContain(token);
  await first.close();

  const second = await launch({ userData: first.userData, workspace: first.workspace });
  await second.page.keyboard.press('Control+Enter');
  await answer(second.page, '7');
  await expect(conversation(second.page)).toContainText('Hello Ana Sousa!');
  expect(server.requests).toHaveLength(2);
  expect(await second.page.content()).not.toContain(token);
  await second.close();

  // A search that finds nothing proves nothing until it has found what was planted.
  expect(await bytesFound([first.userData, first.workspace], 'Users API')).not.toEqual([]);
  expect(await bytesFound([first.userData, first.workspace], token)).toEqual([]);
});

test('the same against httpbin, which echoes the token: it is masked wherever it comes back', async ({
  launch,
}) => {
  await using httpbin = await Httpbin.start();
  const { page, userData, workspace, close } = await launch({ window: { width: 1280, height: 800 } });
  await createEndpoint(page, { name: 'httpbin', baseUrl: httpbin.origin, token });
  await createFlow(page);
  await dragNode(page, 'API Call', { x: 300, y: 120 }, 'Echo');
  await page.getByLabel('Path', { exact: true }).fill('/anything/users/7');
  await page.getByLabel('Response variable').fill('echo');
  await dragNode(page, 'Message', { x: 590, y: 60 }, 'Say');
  await page.getByLabel('Text').fill('{{echo.body.method}} with {{echo.body.headers.Authorization}}');
  await connect(page, 'Start', 'next', 'Echo');
  await connect(page, 'Echo', 'success', 'Say');
  await saved(page);

  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('GET with Bearer ••••••••');
  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  await panel.getByRole('tab', { name: 'Response' }).click();
  await expect(panel.getByRole('group', { name: 'Body' })).toContainText('/anything/users/7');
  expect(await page.content()).not.toContain(token);
  await close();
  expect(await bytesFound([userData, workspace], token)).toEqual([]);
});
