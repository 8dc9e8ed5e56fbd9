// After one run the editor of a template knows the response: its keys, its values, and what the text would be.
import { expect, type Page } from '@playwright/test';
import { storyFlow } from '../stories/story-flow.ts';
import { startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { drawnWorkspace, endpointAt } from '../support/drawn-workspace.ts';
import { editorOpened, fillTemplate } from '../support/fill-template.ts';
import { card, conversation, inspect, saved } from '../support/person.ts';
import { pictureTaken, themeChosen } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };
const order = {
  id: 42,
  customer: { name: 'Ann "A" Lee' },
  lines: [{ sku: 'A-1' }, { sku: 'B-2', note: 'gift' }],
};

let server: StoryServer;

test.beforeEach(async () => {
  server = await startStoryServer({
    routes: {
      orders: (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(order));
      },
    },
  });
});

test.afterEach(() => server.close());

test('a response is completed into a text that is previewed, in light and in dark', async ({
  launch,
}, info) => {
  const { page } = await launch({ settings: { theme: 'light' }, window, workspace: await shopWorkspace() });
  await ranOnce(page);
  const text = page.getByLabel('Text', { exact: true });
  const list = page.locator('.suggest-widget').getByRole('listbox');

  await fillTemplate(text, 'Hi ');
  await page.keyboard.type('{{order.body.');
  await expect(list.getByText('customer', { exact: true })).toBeVisible();
  await expect(list.getByText('lines', { exact: true })).toBeVisible();
  await pictureTaken(page, info.outputPath('keys.png'));
  await page.keyboard.type('cus');
  await expect(list.getByText('lines', { exact: true })).toBeHidden();
  await page.keyboard.press('Tab');
  await page.keyboard.type('.name}}');
  await expect(text).toHaveValue('Hi {{order.body.customer.name}}');

  const preview = page.getByLabel('Preview');
  await expect(preview).toHaveText('Hi Ann "A" Lee');
  await expect(preview.getByTitle('From {{order.body.customer.name}}')).toHaveText('Ann "A" Lee');
  await page.locator('.view-line').getByText('customer').hover();
  const tip = page.locator('.monaco-hover:not(.hidden)');
  await expect(tip).toContainText('Ann');
  await expect(tip.getByText('Go to Get order')).toBeVisible();
  await pictureTaken(page, info.outputPath('tip.png'));

  await fillTemplate(text, '{{order.body.custmer.name}} and {{nobody}}');
  await expect(page.locator('.squiggly-warning')).not.toHaveCount(0);
  await expect(preview.getByText('{{nobody}}')).toHaveAttribute('title', '{{nobody}} has no value yet');
  for (const theme of ['light', 'dark'] as const) {
    await themeChosen(page, theme);
    expect(await axeFindings(page), theme).toEqual([]);
    await pictureTaken(page, info.outputPath(`warning-${theme}.png`));
  }
});

test('a loop over a list of the response knows its items, and the run says what the preview said', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await shopWorkspace() });
  await ranOnce(page);
  const text = page.getByLabel('Text', { exact: true });
  await fillTemplate(text, '{{#each order.body.lines}}{{/each}}');
  await page.keyboard.press('Home');
  for (let step = 0; step < '{{#each order.body.lines}}'.length; step += 1)
    await page.keyboard.press('ArrowRight');
  // The closing braces come with the opening ones, and are typed over.
  await page.keyboard.type('{{');
  await expect(text).toHaveValue('{{#each order.body.lines}}{{}}{{/each}}');
  await page.keyboard.type('s');
  const list = page.locator('.suggest-widget').getByRole('listbox');
  await expect(list.getByText('sku', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('}} ');
  await expect(text).toHaveValue('{{#each order.body.lines}}{{sku}} {{/each}}');
  await expect(page.getByLabel('Preview')).toHaveText('A-1 B-2');
  await saved(page);
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('A-1 B-2');
});

/** A flow that asks a shop for an order and says its number. */
function shopWorkspace(): Promise<string> {
  const endpoint = endpointAt('Shop API', server.url);
  const call = { endpoint: endpoint.id, method: 'GET', path: '/orders', responseVariable: 'order' } as const;
  const flow = storyFlow({
    name: 'Says it',
    nodes: [
      ['Start', 'start', {}],
      ['Get order', 'api-call', call],
      ['Say it', 'message', { text: 'Order {{order.body.id}}' }],
    ],
    connections: [
      ['Start', 'next', 'Get order'],
      ['Get order', 'success', 'Say it'],
    ],
  });
  return drawnWorkspace(endpoint, flow);
}

async function ranOnce(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Order 42');
  await expect(card(page, 'Say it')).toHaveAttribute('data-state', 'done');
  await inspect(page, 'Say it');
  await editorOpened(page.getByLabel('Text', { exact: true }));
}
