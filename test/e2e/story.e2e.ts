// The main story, as a person lives it: from an endpoint with a token to a conversation, and all of it again tomorrow.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { startStoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import {
  answer,
  card,
  choose,
  connect,
  conversation,
  createEndpoint,
  createFlow,
  dragNode,
  endpointOpened,
  flowOpened,
  inspect,
  saved,
} from '../support/person.ts';
import { missedBelow } from '../support/planted-files.ts';
import { readableBlobsFound } from '../support/readable-blobs.ts';
import { bytesFound, filesBelow } from '../support/search-bytes.ts';
import { storyWorkspace } from '../support/story-workspace.ts';
import { Httpbin } from '../support/servers/httpbin.ts';

const token = 'tok-5a1f0e9c7b3d4821';
const window = { width: 1280, height: 800 };

test('an endpoint, a flow with an API Call, a real response, and everything again after a restart', async ({
  launch,
}) => {
  const server = await startStoryServer({ token });
  const told = ['Which user?', '7', 'Hello Ana Sousa!'];
  const first = await launch({ window });
  await tellStory(first.page, {
    endpoint: { name: 'Users API', baseUrl: server.url, token },
    path: '/users/{{user_id}}',
    text: 'Hello {{user_data.body.name}}!',
  });
  await run(first.page, told);
  const before = await scene(first.page);
  await first.close();
  const files = await hashes(first.workspace);
  expect(files.size).toBeGreaterThanOrEqual(3);

  const second = await launch({ window, userData: first.userData, workspace: first.workspace });
  expect(await scene(second.page)).toEqual(before);
  await run(second.page, told);
  await second.close();
  expect(await hashes(first.workspace)).toEqual(files);

  expect(
    server.requests.map(({ method, path: target, headers }) => [method, target, headers.authorization]),
  ).toEqual(Array.from({ length: 2 }, () => ['GET', '/users/7', `Bearer ${token}`]));
  await server.close();
  await expectNoSecretBelow(first.userData, first.workspace);
});

test('the same against httpbin, which nobody here wrote', async ({ launch }) => {
  await using httpbin = await Httpbin.start();
  const told = ['Which user?', '7', 'User 7 has true with ••••••••.'];
  const launched = await launch({ window, workspace: await bearerWorkspace(httpbin.origin) });
  const { page } = launched;
  await endpointOpened(page, 'httpbin');
  await page.getByLabel('Token', { exact: true }).fill(token);
  await page.keyboard.press('Enter');
  await expect(page.getByText('set just now')).toBeVisible();
  await flowOpened(page, 'Who am I?');
  await inspect(page, 'Get user');
  await run(page, told);
  // Without the token it is told that it may not.
  await endpointOpened(page, 'httpbin');
  await page.getByRole('region', { name: 'Authentication' }).getByRole('radio', { name: 'None' }).click();
  await saved(page);
  await flowOpened(page, 'Who am I?');
  await page.keyboard.press('Control+Enter');
  await answer(page, '7');
  await expect(conversation(page)).toContainText('401');
  await launched.close();
  await expectNoSecretBelow(launched.userData, launched.workspace);
});

/** A flow that asks httpbin who one is, which tells it whoever has a token. */
function bearerWorkspace(origin: string): Promise<string> {
  const endpoint = {
    ...newEndpoint(storyId('ep', 'httpbin'), 'httpbin', origin),
    auth: { type: 'bearer' as const, token: { secret: storyId('sl', 'httpbin token') } },
  };
  const flow = storyFlow({
    name: 'Who am I?',
    nodes: [
      ['Begin', 'start', {}],
      ['User number', 'prompt', { text: 'Which user?', variable: 'user_id' }],
      [
        'Get user',
        'api-call',
        {
          endpoint: endpoint.id,
          method: 'GET',
          path: '/bearer?user={{user_id}}',
          responseVariable: 'user_data',
        },
      ],
      [
        'Hello',
        'message',
        { text: 'User {{user_id}} has {{user_data.body.authenticated}} with {{user_data.body.token}}.' },
      ],
      ['Done', 'end', {}],
    ],
    connections: [
      ...inARow('Begin', 'User number', 'Get user'),
      ['Get user', 'success', 'Hello'],
      ...inARow('Hello', 'Done'),
    ],
  });
  return storyWorkspace(endpoint, flow);
}

interface Story {
  readonly endpoint: { readonly name: string; readonly baseUrl: string; readonly token: string };
  readonly path: string;
  readonly text: string;
}

/** Makes the endpoint and the flow: every node from the palette, every connection drawn. */
async function tellStory(page: Page, { endpoint, path: target, text }: Story): Promise<void> {
  await createEndpoint(page, endpoint);
  await expect(page.getByText('set just now')).toBeVisible();
  await createFlow(page);
  // A new flow has a Start already; the story brings its own.
  await inspect(page, 'Start');
  await page.locator('[data-canvas]').press('Delete');
  await expect(card(page, 'Start')).toHaveCount(0);
  await dragNode(page, 'Start', { x: 60, y: 40 }, 'Begin');
  await dragNode(page, 'Prompt', { x: 170, y: 120 }, 'User number');
  await page.getByLabel('Question').fill('Which user?');
  await page.getByLabel('Variable', { exact: true }).fill('user_id');
  await dragNode(page, 'API Call', { x: 420, y: 140 }, 'Get user');
  await choose(page, 'API endpoint', endpoint.name);
  await page.getByLabel('Path', { exact: true }).fill(target);
  await page.getByLabel('Response variable').fill('user_data');
  await dragNode(page, 'Message', { x: 590, y: 30 }, 'Hello');
  await page.getByLabel('Text').fill(text);
  await dragNode(page, 'End', { x: 640, y: 230 }, 'Done');
  await connect(page, 'Begin', 'next', 'User number');
  await connect(page, 'User number', 'next', 'Get user');
  await connect(page, 'Get user', 'success', 'Hello');
  await connect(page, 'Hello', 'next', 'Done');
  await inspect(page, 'Get user');
  await page.getByLabel('Sample value of user_id').fill('7');
  await expect(page.getByLabel('Request as it will be sent')).toContainText('Bearer ••••••••');
  await saved(page);
}

/** Runs the flow in view: the conversation is what it should be, and no view of it shows the token. */
async function run(page: Page, told: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Which user?');
  await answer(page, '7');
  await expect(conversation(page)).toContainText('Run ended');
  // Between what was said stand the call and the end, with times that differ.
  const lines = (await conversation(page).innerText()).split('\n');
  expect(lines.filter((line) => told.includes(line))).toEqual(told);
  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  await panel.getByRole('tab', { name: 'Response' }).click();
  await panel.getByRole('tab', { name: 'Request' }).click();
  await expect(page.getByLabel('Request as it was sent')).toContainText('Bearer ••••••••');
  expect(await page.content()).not.toContain(token);
}

/** What a person finds: where the cards and lines are, which documents are open, and which one is in view. */
async function scene(page: Page) {
  await expect(page.locator('.react-flow__edge')).toHaveCount(4);
  const names = page.locator('[data-node-id]');
  const places = await page
    .locator('.react-flow__node')
    .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).style.transform));
  const tabs = page.getByRole('tablist', { name: 'Open documents' }).getByRole('tab');
  return {
    cards: (await names.allInnerTexts()).map((text, at) => [text.split('\n')[0], places[at]]),
    lines: await page
      .locator('.react-flow__edge-path')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('d'))),
    view: await page.locator('.react-flow__viewport').getAttribute('style'),
    tabs: await tabs.evaluateAll((all) =>
      all.map((tab) => `${tab.textContent} ${String(tab.getAttribute('aria-selected'))}`),
    ),
    panel: await page
      .getByRole('region', { name: 'Panel', exact: true })
      .getByRole('tab', { selected: true })
      .first()
      .innerText(),
  };
}

/** The contents of every file of a folder, in short. */
async function hashes(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = (await filesBelow(folder)).toSorted();
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const hash = createHash('sha256').update(await readFile(file));
        return [path.relative(folder, file), hash.digest('hex')] as const;
      }),
    ),
  );
}

// A search that finds nothing proves nothing until it has found what was planted.
async function expectNoSecretBelow(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) expect(await missedBelow(folder, token)).toEqual([]);
  expect(await bytesFound(folders, token)).toEqual([]);
  expect(await readableBlobsFound(folders)).toEqual([]);
}
