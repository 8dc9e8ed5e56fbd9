// Fixtures and faults as a person uses them: every way of a call is tried, a response is pinned and used without a network.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { fixtureSchema } from '#shared/fixture/fixture.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { nodeNamed } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { faultyFlow, wayEnds, writeFaultyStory } from '../support/faulty-story.ts';
import { card, choose, conversation, inspect, saved } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

let server: StoryServer;
let workspace: string;

test.beforeEach(async () => {
  server = await startStoryServer({
    routes: {
      orders: (request, response) => {
        response.writeHead(200, {
          'content-type': 'application/json',
          'x-seen': String(request.headers['x-trace']),
        });
        response.end('{"id":42,"state":"shipped"}');
      },
    },
  });
  workspace = await mkdtemp(path.join(os.tmpdir(), 'flowbench-faults-'));
});

test.afterEach(async () => {
  await server.close();
  await rm(workspace, { recursive: true, force: true });
});

test('a pinned response answers when the server is gone, is edited, and stays for the next start', async ({
  launch,
}) => {
  await writeFaultyStory(workspace, server.url);
  const first = await launch({ window, workspace, alone: true });
  const { page } = first;
  await ran(page, 'Your order is shipped.');
  await page.getByRole('tab', { name: 'Response', exact: true }).click();
  await page.getByRole('button', { name: 'Pin as fixture' }).click();
  await expect(page.getByRole('button', { name: '1 call stands in' })).toBeVisible();
  await saved(page);
  await server.close();

  await ran(page, 'Your order is shipped.');
  await expect(card(page, 'Get order').getByRole('img', { name: 'fixture: Get order 200' })).toBeVisible();
  await expect(card(page, 'Get order')).toContainText('fixture');
  const file = path.join(workspace, 'fixtures/order-lookup/get-order-200.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    format: 'flowbench.fixture',
    name: 'Get order 200',
    statusCode: 200,
    body: { text: '{"id":42,"state":"shipped"}' },
  });

  await inspect(page, 'Get order');
  await page.getByRole('group', { name: 'Answered by' }).getByRole('button', { name: 'Edit' }).click();
  const body = page.getByRole('textbox', { name: 'Body' });
  await page.getByRole('button', { name: 'Format JSON' }).click();
  await expect(body).toHaveValue('{\n  "id": 42,\n  "state": "shipped"\n}\n');
  await body.fill('{"state":"lost in the post"}');
  await page.getByRole('textbox', { name: 'Code' }).fill('203');
  await page.keyboard.press('Enter');
  expect(await axeFindings(page)).toEqual([]);
  await saved(page);
  await first.close();

  const second = await launch({ window, workspace, userData: first.userData });
  await second.page.getByRole('tab', { name: 'Order lookup' }).click();
  // What runs took before the window was closed is still counted.
  await expect(meter(second.page)).toHaveAccessibleName('exits 3 of 13 taken');
  await ran(second.page, 'Your order is lost in the post.');
  await expect(conversation(second.page)).toContainText('203');

  // The window remembers no run of before; the history does, with what the server that is gone once said.
  await inspect(second.page, 'Get order');
  await answeredBy(second.page).click();
  await second.page.getByRole('menuitem', { name: 'Pin an earlier response' }).click();
  const past = second.page.getByRole('group', { name: 'Runs of the history' }).getByRole('menuitem');
  await expect(past).toHaveCount(2);
  await past.last().click();
  await expect(answeredBy(second.page)).toHaveAccessibleName('Answered by the fixture Get order 200 2');
  await ran(second.page, 'Your order is shipped.');

  await second.page.getByRole('tab', { name: 'Get order 200', exact: true }).click();
  await second.page.getByRole('button', { name: 'Let it answer' }).click();
  await expect(second.page.getByRole('button', { name: 'Let it go live' })).toBeVisible();
  await second.page.getByRole('tab', { name: 'Order lookup' }).click();
  await ran(second.page, 'Your order is lost in the post.');
});

test('a fixture that is written by hand answers, and so does one whose bytes gave way to text', async ({
  launch,
}) => {
  await writeFaultyStory(workspace, server.url);
  const drawing = fixtureSchema.parse({
    format: 'flowbench.fixture',
    version: 1,
    id: storyId('fx', 'Drawing'),
    name: 'Drawing',
    flow: faultyFlow.id,
    node: nodeNamed(faultyFlow, 'Get order').id,
    statusCode: 200,
    headers: [{ name: 'Content-Type', value: 'application/json', enabled: true }],
    body: { base64: 'iVBORw0KGgo=' },
  });
  await mkdir(path.join(workspace, 'fixtures'));
  await writeFile(path.join(workspace, 'fixtures/drawing.json'), writeDocument(drawing, null));
  const { page } = await launch({ window, workspace });
  const body = page.getByRole('textbox', { name: 'Body' });
  const flowTab = page.getByRole('tab', { name: 'Order lookup' });

  await inspect(page, 'Get order');
  await answeredBy(page).click();
  await page.getByRole('menuitem', { name: 'New fixture' }).click();
  await expect(body).toHaveValue('{}\n');
  await body.fill('{"state":"written by hand"}');
  await flowTab.click();
  await ran(page, 'Your order is written by hand.');

  await inspect(page, 'Get order');
  await answeredBy(page).click();
  await page.getByRole('menuitemradio', { name: 'Drawing' }).click();
  await page.getByRole('group', { name: 'Answered by' }).getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByText('Binary content, 8 B')).toBeVisible();
  await page.getByRole('button', { name: 'Write text instead' }).click();
  await expect(body).toHaveValue('');
  await body.fill('{"state":"no drawing"}');
  await flowTab.click();
  await ran(page, 'Your order is no drawing.');
  expect(server.requests).toEqual([]);
});

test('every way of a call is tried from the list of exits that no run has taken', async ({ launch }) => {
  await writeFaultyStory(workspace, server.url);
  const { page } = await launch({ window, workspace });
  const exits = meter(page);
  await expect(exits).toHaveAccessibleName('exits 0 of 13 taken');
  await ran(page, 'Your order is shipped.');
  await expect(exits).toHaveAccessibleName('exits 3 of 13 taken');
  expect(server.requests).toHaveLength(1);

  for (const exit of ['404', '5xx', 'failure', 'exception', 'error'] as const) {
    await exits.click();
    const dialog = page.getByRole('dialog', { name: 'Exits never taken' });
    await dialog.getByRole('button', { name: `Fault this: ${exit} of Get order` }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '1 call stands in' })).toBeVisible();
    await ran(page, wayEnds[exit]);
    await expect(conversation(page).getByText('fault', { exact: true })).toBeVisible();
  }
  await expect(exits).toHaveAccessibleName('exits 13 of 13 taken');
  await exits.click();
  await expect(page.getByRole('dialog', { name: 'Exits never taken' })).toContainText('Every exit was taken');
  await page.getByRole('dialog').getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(13);
  // Nothing was typed in it: a click beside closes it.
  await page.mouse.click(20, 400);
  await expect(page.getByRole('dialog', { name: 'Exits never taken' })).toBeHidden();
  await expect(exits).toHaveAccessibleName('exits 0 of 13 taken');
  await expect(card(page, 'Get order').getByRole('img', { name: 'fault: status 400' })).toBeVisible();
  await expect(card(page, 'Get order')).toContainText('fault');
  // Nothing of all that went over the network.
  expect(server.requests).toHaveLength(1);

  await page.getByRole('button', { name: '1 call stands in' }).click();
  await page.getByRole('menuitem', { name: 'Let all go live' }).click();
  await ran(page, 'Your order is shipped.');
  expect(server.requests).toHaveLength(2);

  // A fault that is set while one looks back is there for the run that goes on from that moment.
  const bar = page.getByRole('region', { name: 'Debugger' });
  for (const place of ['Says success', 'Get order']) {
    await page.keyboard.press('Alt+F10');
    await expect(bar).toContainText(`Back at ${place}`);
  }
  await inspect(page, 'Get order');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Fault this');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Status code' }).fill('503');
  await page.getByRole('button', { name: 'Set the fault' }).click();
  await bar.getByRole('button', { name: 'Go on from here' }).click();
  await expect(page.getByText('1 call stands in; others are sent.')).toBeVisible();
  await expect(conversation(page)).toContainText(wayEnds['5xx']);
  expect(server.requests).toHaveLength(2);
});

test('a fault of the first two attempts is set, and the third goes to the server', async ({ launch }) => {
  await writeFaultyStory(workspace, server.url, { retries: 2 });
  const { page } = await launch({ window, workspace });
  await inspect(page, 'Get order');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('>Fault this');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Fault Get order' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Status code' }).fill('503');
  await choose(page, 'For', 'The first attempts');
  await dialog.getByRole('textbox', { name: 'How many' }).fill('2');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Set the fault' }).click();
  await expect(page.getByRole('group', { name: 'Answered by' })).toContainText(
    'status 503, first 2 attempts',
  );

  await ran(page, 'Your order is shipped.');
  await expect(conversation(page)).toContainText('200 ×3');
  expect(server.requests).toHaveLength(1);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  const timeline = page.getByRole('region', { name: 'Panel' });
  await expect(timeline.getByRole('row', { name: /Attempt 1/ })).toContainText('fault');
  await expect(timeline.getByRole('row', { name: /Attempt 3/ })).not.toContainText('fault');
});

const answeredBy = (page: Page) => page.getByRole('button', { name: /^Answered by/ });

const meter = (page: Page) => page.getByRole('button', { name: /^exits/ });

/** Runs the flow and waits until it has said something and is over. */
async function ran(page: Page, says: string): Promise<void> {
  await page.locator('[data-canvas]').focus();
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText(says);
  await expect(conversation(page)).toContainText('Run ended');
}
