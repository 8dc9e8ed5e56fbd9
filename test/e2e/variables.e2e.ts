// The Variables panel before, during and after a run: what there is, where it comes from, and how it gets into a field.
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { inARow } from '../stories/story-flow.ts';
import { startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { drawnFlow, drawnWorkspace, endpointAt } from '../support/drawn-workspace.ts';
import { answer, conversation, inspect, saved, stillBox } from '../support/person.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

let server: StoryServer;

test.beforeEach(async () => {
  server = await startStoryServer({
    routes: {
      odd: (_request, response) => {
        const keys = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`key_${String(at)}`, at]));
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ 'odd ] key': ['first', { deep: 'found it' }], many: keys }));
      },
      large: (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ text: 'x'.repeat(200_000) }));
      },
    },
  });
});

test.afterEach(() => server.close());

test('variables are there before any run, with what sets and reads them, and names of the environment with what goes before', async ({
  launch,
}) => {
  const { page } = await launch({ workspace: null, args: ['--open-example'], window });
  const grid = await shownVariables(page);
  const orderId = row(grid, 'order_id');
  await expect(orderId).toContainText('number');
  await expect(orderId).toContainText('not set yet');
  await expect(orderId.getByRole('button', { name: /order_id is used in \d+ place/ })).toBeVisible();
  expect(await axeFindings(page, '[role=tabpanel]')).toEqual([]);

  await row(grid, 'order')
    .getByRole('button', { name: /^order is set in Get order/ })
    .click();
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Get order');
  await orderId.getByRole('button', { name: /order_id is used/ }).click();
  await page.getByRole('menuitem', { name: /Get order · Path/ }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the node' })).toHaveValue('Get order');

  // A variable goes before what the environment has under its name.
  await row(grid, 'Environment local').focus();
  await page.keyboard.press('ArrowRight');
  await expect(row(grid, 'shop_name')).toContainText('Acme Shop');
  await inspect(page, 'Order number');
  await page.getByRole('textbox', { name: 'Variable' }).fill('shop_name');
  await expect(row(grid, 'shop_name').last()).toContainText('a variable goes before it');
});

test('a variable that nothing sets, and one that nothing reads, are told in words', async ({ launch }) => {
  const flow = drawnFlow(
    {
      name: 'Asks',
      nodes: [['Ask', 'prompt', { text: 'Hello {{person}}?', variable: 'spare' }]],
      connections: [],
    },
    {},
  );
  const { page } = await launch({ window, workspace: await drawnWorkspace(flow) });
  const grid = await shownVariables(page);
  await expect(row(grid, 'spare')).toContainText('never');
  await expect(row(grid, 'person')).toContainText('nothing');
});

test('values are walked, filtered and copied', async ({ launch }) => {
  const { app, page } = await launch({ window, workspace: await oddCall('/odd') });
  const clipboard = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Go on?');
  const grid = await shownVariables(page);

  await row(grid, 'reply').focus();
  await page.keyboard.press('ArrowRight');
  await expect(row(grid, 'body')).toBeVisible();
  await row(grid, 'body').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(row(grid, 'odd ] key')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(row(grid, 'deep')).toBeFocused();
  await page.keyboard.press('Control+C');
  await expect.poll(clipboard).toBe('{{reply.body.[odd \\] key].[1].deep}}');
  await page.keyboard.press('Control+Shift+C');
  await expect.poll(clipboard).toBe('"found it"');
  await page.keyboard.press('Control+Alt+C');
  await expect.poll(clipboard).toBe('reply.body.[odd \\] key].[1].deep');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Copy the value as text' }).click();
  await expect.poll(clipboard).toBe('found it');
  await page.getByRole('button', { name: 'Copy as expression' }).click();
  await expect.poll(clipboard).toBe('{{reply.body.[odd \\] key].[1].deep}}');

  await row(grid, 'deep').focus();
  for (let level = 0; level < 3; level += 1) await page.keyboard.press('ArrowLeft');
  await page.getByRole('searchbox', { name: 'Filter variables' }).fill('key_2999');
  await expect(row(grid, 'key_2999')).toBeVisible();
  await expect(grid.locator('[data-index]')).toHaveCount(4);
  await page.getByRole('searchbox', { name: 'Filter variables' }).fill('run.started');
  await expect(grid).toContainText('@run.started_at');
});

test('a row, and a value of the response by its grip, are dragged into a field, which then reads the value', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await oddCall('/odd') });
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Go on?');
  await inspect(page, 'Say');
  const text = page.getByLabel('Text');
  await text.fill('');
  const panel = panelOf(page);
  await panel.getByRole('tab', { name: 'Response' }).click();
  const line = panel
    .getByRole('group', { name: 'Body' })
    .locator('div', { hasText: /^\d*"deep": "found it"/ })
    .last();
  await line.hover();
  await dragged(page, line.getByTitle(/^Drag /), text);
  await expect(text).toHaveValue('{{reply.body.[odd \\] key].[1].deep}}');

  await text.fill('It is: ');
  const grid = await shownVariables(page);
  await page.getByRole('searchbox', { name: 'Filter variables' }).fill('deep');
  await row(grid, 'deep').dragTo(text, { targetPosition: { x: 120, y: 9 } });
  await expect(text).toHaveValue('It is: {{reply.body.[odd \\] key].[1].deep}}');
  await saved(page);
  await answer(page, 'yes');
  await expect(conversation(page)).toContainText('Run ended');
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Go on?');
  await answer(page, 'yes');
  await expect(conversation(page)).toContainText('It is: found it');
});

test('a value that is too large to show leads to the response', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await oddCall('/large') });
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Go on?');
  const grid = await shownVariables(page);
  await expect(row(grid, 'reply')).toContainText('too large to show here');
  await row(grid, 'reply').getByRole('button', { name: 'Open in Response' }).click();
  await expect(panelOf(page).getByRole('tab', { name: 'Response' })).toHaveAttribute('aria-selected', 'true');
  await expect(panelOf(page)).toContainText('200 OK');
});

/** Drags as a hand does, in more than one step. */
async function dragged(page: Page, from: Locator, to: Locator): Promise<void> {
  const source = await stillBox(from);
  const target = await stillBox(to);
  await page.mouse.move(source.x + source.width / 2, source.y + source.height / 2);
  await page.mouse.down();
  await page.mouse.move(source.x + source.width, source.y, { steps: 4 });
  await page.mouse.move(target.x + 14, target.y + 12, { steps: 4 });
  await page.mouse.up();
}

const panelOf = (page: Page) => page.getByRole('region', { name: 'Panel', exact: true });

async function shownVariables(page: Page): Promise<Locator> {
  await panelOf(page).getByRole('tab', { name: 'Variables' }).click();
  const grid = page.getByRole('treegrid', { name: 'Variables' });
  await expect(grid).toBeVisible();
  return grid;
}

/** The row of a name. */
function row(grid: Locator, name: string): Locator {
  return grid.getByRole('row').filter({ has: grid.page().getByTitle(name, { exact: true }) });
}

/** A flow that calls, asks whether to go on, and says something. */
function oddCall(path: string): Promise<string> {
  const endpoint = endpointAt('Odd API', server.url);
  const call = { endpoint: endpoint.id, method: 'GET', path, responseVariable: 'reply' } as const;
  const flow = drawnFlow(
    {
      name: 'Odd',
      nodes: [
        ['Start', 'start', {}],
        ['Call', 'api-call', call],
        ['Ask', 'prompt', { text: 'Go on?', variable: 'answer' }],
        ['Say', 'message', { text: 'Done {{answer}}' }],
      ],
      connections: [['Start', 'next', 'Call'], ['Call', 'success', 'Ask'], ...inARow('Ask', 'Say')],
    },
    { Call: [248, 0], Ask: [248, 160], Say: [496, 0] },
  );
  return drawnWorkspace(endpoint, flow);
}
