// The workspace as files: saved by themselves, named after their documents, and never lost to another program.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import { environmentSchema } from '#shared/environment/environment.ts';
import { newFlow } from '#shared/flow/new-flow.ts';
import { inARow, storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { startStoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { createEndpoint, createFlow, endpointOpened, flowOpened, saved } from '../support/person.ts';
import { endpointsWorkspace } from '../support/endpoints-workspace.ts';
import { storyWorkspace } from '../support/story-workspace.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const read = async (...parts: string[]) =>
  JSON.parse(await readFile(path.join(...parts), 'utf8')) as Record<string, unknown>;
const row = (page: Page, list: string, name: string) =>
  page.getByRole('tree', { name: list }).getByRole('treeitem', { name, exact: true });

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

test('what another program changes is offered, nothing is saved over it unasked, and an edit stays when its file is removed before', async ({
  launch,
}) => {
  const { page, workspace } = await launch({
    window,
    workspace: await endpointsWorkspace(['Other API', 'Shop API']),
  });
  await endpointOpened(page);
  const file = path.join(workspace, 'endpoints/shop-api.json');

  const theirs = { ...(await read(file)), description: 'Written by another program' };
  await writeFile(file, JSON.stringify(theirs, null, 2));
  await expect(page.getByText('Shop API was changed on disk')).toBeVisible();
  await page.getByRole('button', { name: 'Load what is on disk' }).click();
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Written by another program');

  await writeFile(file, JSON.stringify({ ...theirs, description: 'Written again' }, null, 2));
  await expect(page.getByText('Shop API was changed on disk')).toBeVisible();
  await page.getByRole('textbox', { name: 'Description' }).fill('Mine');
  // What is edited after it is saved before anybody could say that autosave had not come to it yet.
  await row(page, 'API Endpoints', 'Other API').click();
  await page.getByRole('textbox', { name: 'Description' }).fill('Edited later');
  const other = path.join(workspace, 'endpoints/other-api.json');
  await expect.poll(async () => (await read(other))['description']).toBe('Edited later');
  expect((await read(file))['description']).toBe('Written again');
  await row(page, 'API Endpoints', 'Shop API').click();
  await page.getByRole('button', { name: 'Keep what is here' }).click();
  await expect.poll(async () => (await read(file))['description']).toBe('Mine');

  await rm(file);
  await expect(page.getByText('Shop API was removed on disk')).toBeVisible();
  await page.getByRole('button', { name: 'Restore' }).click();
  // The file is not there before it is restored.
  await expect.poll(() => read(file).catch(() => null)).toMatchObject({ description: 'Mine' });

  // What is gone has left the editor too.
  await endpointOpened(page);
  // A change that waits for a decision keeps the edit from being saved, for as long as it takes.
  await writeFile(file, JSON.stringify({ ...(await read(file)), description: 'Theirs' }, null, 2));
  await expect(page.getByText('Shop API was changed on disk')).toBeVisible();
  await page.getByRole('textbox', { name: 'Description' }).fill('Mine, not saved');
  await rm(file);
  await expect(page.getByText('The file of Shop API is gone')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('Mine, not saved');

  await row(page, 'API Endpoints', 'Other API').click();
  await page.getByRole('textbox', { name: 'Description' }).fill('Edited last');
  await expect.poll(async () => (await read(other))['description']).toBe('Edited last');
  expect(await readdir(path.dirname(file))).toEqual(['other-api.json']);
  await row(page, 'API Endpoints', 'Shop API').click();
  await page.getByRole('button', { name: 'Write it again' }).click();
  // The file is not there before it is written.
  await expect.poll(() => read(file).catch(() => null)).toMatchObject({ description: 'Mine, not saved' });
});

test('a file that is broken while it is open is called damaged, and kept beside what is written', async ({
  launch,
}) => {
  const { page, workspace } = await launch({ window, workspace: await endpointsWorkspace() });
  await endpointOpened(page);
  const file = path.join(workspace, 'endpoints/shop-api.json');
  const broken = '{ "format": "flowbench.endpoint", ';
  await writeFile(file, broken);
  await expect(page.getByRole('button', { name: '1 file problem' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Description' }).fill('Mine');
  await expect(page.getByText('The file of Shop API is damaged')).toBeVisible();
  await expect(page.getByText(/endpoints\/shop-api\.json is damaged: line 1/)).toBeVisible();
  await page.getByRole('button', { name: 'Write it again' }).click();
  // Between setting the broken one aside and writing the new one there is none.
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('"Mine"');
  expect(await readFile(`${file}.damaged-1`, 'utf8')).toBe(broken);
  await expect(page.getByRole('button', { name: '1 file problem' })).toBeHidden();
});

test('quitting asks before it leaves behind what is not saved, and the window comes back as it was left', async ({
  launch,
}) => {
  const first = await launch({ window, alone: true, workspace: await endpointsWorkspace() });
  const { app, page, workspace } = first;
  await endpointOpened(page);
  const file = path.join(workspace, 'endpoints/shop-api.json');
  await writeFile(file, JSON.stringify({ ...(await read(file)), description: 'Theirs' }, null, 2));
  await expect(page.getByText('Shop API was changed on disk')).toBeVisible();

  await page.keyboard.press('Control+Q');
  const question = page.getByRole('alertdialog', { name: 'Quit without saving Shop API?' });
  await expect(question).toContainText('Another program changed endpoints/shop-api.json.');
  await question.getByRole('button', { name: 'Wait' }).click();
  await expect(question).toBeHidden();
  await page.getByRole('textbox', { name: 'Description' }).fill('Still here');

  await createFlow(page);
  await expect.poll(() => readdir(path.join(workspace, 'flows')).catch(() => [])).toEqual(['new-flow.json']);
  await page.keyboard.press('Control+B');
  await page.keyboard.press('Control+J');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('theme: dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveClass(/theme-dark/);

  const ended = app.waitForEvent('close');
  await page.keyboard.press('Control+Q');
  await question.getByRole('button', { name: 'Discard and quit' }).click();
  await ended;
  expect((await read(file))['description']).toBe('Theirs');

  const again = (await launch({ userData: first.userData, workspace })).page;
  await expect(again.locator('html')).toHaveClass(/theme-dark/);
  await expect(again.getByRole('tab', { name: /New flow/, selected: true })).toBeVisible();
  await expect(again.getByRole('complementary', { name: 'Side bar' })).toBeHidden();
  await expect(again.getByRole('button', { name: 'Show the panel' })).toBeVisible();
});

test('a damaged file is named, and the rest opens', async ({ launch }) => {
  const workspace = await endpointsWorkspace(
    ['Shop API'],
    newFlow(storyId('fl', 'New flow'), 'New flow', storyId('nd', 'Start')),
  );
  const broken = '{ "format": "flowbench.endpoint", ';
  const file = path.join(workspace, 'endpoints/shop-api.json');
  await writeFile(file, broken);
  const { page } = await launch({ workspace, window });
  await expect(row(page, 'Flows', 'New flow')).toBeVisible();
  await page.getByRole('button', { name: '1 file problem' }).click();
  await expect(page.getByText(/set aside as endpoints\/shop-api\.json\.damaged-1/)).toBeVisible();
  expect(await readFile(`${file}.damaged-1`, 'utf8')).toBe(broken);
  expect(await readdir(path.dirname(file))).toEqual(['shop-api.json.damaged-1']);
});

test('an environment gives a base URL its host, and is switched in the tool bar', async ({ launch }) => {
  const [live, staging] = [await startStoryServer(), await startStoryServer()];
  try {
    const { page } = await launch({ window, workspace: await askingWorkspace({ live, staging }) });
    await flowOpened(page, 'Asks');

    const runsIn = async (name: string) => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: /environment/i })
        .click();
      await page.getByRole('menuitemradio', { name }).click();
      await expect(
        page.getByRole('banner').getByRole('button', { name: `Environment: ${name}` }),
      ).toBeVisible();
      await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click();
    };
    const asked = () => [live, staging].map(({ requests }) => requests.map(({ path }) => path));
    await runsIn('Staging');
    await expect.poll(asked).toEqual([[], ['/echo']]);
    await runsIn('Live');
    await expect.poll(asked).toEqual([['/echo'], ['/echo']]);
  } finally {
    await Promise.all([live.close(), staging.close()]);
  }
});

/** A flow that calls an API on the host of the environment, which is that of a server. */
function askingWorkspace(servers: Record<'live' | 'staging', { readonly url: string }>): Promise<string> {
  const endpoint = {
    ...newEndpoint(storyId('ep', 'Shop API'), 'Shop API', 'http://{{@env.host}}'),
    allowedHosts: ['127.0.0.1'],
  };
  const environments = (['Live', 'Staging'] as const).map((name) => {
    const { url } = servers[name === 'Live' ? 'live' : 'staging'];
    return environmentSchema.parse({
      format: 'flowbench.environment',
      version: 1,
      id: storyId('en', name),
      name,
      values: [{ name: 'host', value: new URL(url).host }],
    });
  });
  const flow = storyFlow({
    name: 'Asks',
    nodes: [
      ['Start', 'start', {}],
      ['Ask', 'api-call', { endpoint: endpoint.id, method: 'GET', path: '/echo', responseVariable: 'echo' }],
    ],
    connections: inARow('Start', 'Ask'),
  });
  return storyWorkspace(endpoint, ...environments, flow);
}
