// After one run the editor of a template knows the response: its keys, its values, and what the text would be.
import { expect, type Page } from '@playwright/test';
import { startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { editorOpened, fillTemplate } from '../support/fill-template.ts';
import {
  card,
  connect,
  conversation,
  createEndpoint,
  createFlow,
  dragNode,
  inspect,
  saved,
} from '../support/person.ts';

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

for (const theme of ['light', 'dark'] as const) {
  test(`a response is completed into a text that is previewed, ${theme}`, async ({ launch }, info) => {
    const { page } = await launch({ settings: { theme }, window });
    await flowThatRan(page);
    const text = page.getByLabel('Text', { exact: true });
    const list = page.locator('.suggest-widget').getByRole('listbox');

    await fillTemplate(text, 'Hi ');
    await page.keyboard.type('{{order.body.');
    await expect(list.getByText('customer', { exact: true })).toBeVisible();
    await expect(list.getByText('lines', { exact: true })).toBeVisible();
    await page.screenshot({ path: info.outputPath('keys.png') });
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
    await page.screenshot({ path: info.outputPath('tip.png') });

    await fillTemplate(text, '{{order.body.custmer.name}} and {{nobody}}');
    await expect(page.locator('.squiggly-warning')).not.toHaveCount(0);
    await expect(preview.getByText('{{nobody}}')).toHaveAttribute('title', '{{nobody}} has no value yet');
    expect(await axeFindings(page)).toEqual([]);
    await page.screenshot({ path: info.outputPath('warning.png') });
  });
}

test('a loop over a list of the response knows its items, and the run says what the preview said', async ({
  launch,
}) => {
  const { page } = await launch({ window });
  await flowThatRan(page);
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

async function flowThatRan(page: Page): Promise<void> {
  await createEndpoint(page, { name: 'Shop API', baseUrl: server.url });
  await createFlow(page);
  await dragNode(page, 'API Call', { x: 300, y: 120 }, 'Get order');
  await page.getByLabel('Path', { exact: true }).fill('/orders');
  await page.getByLabel('Response variable').fill('order');
  await dragNode(page, 'Message', { x: 560, y: 120 }, 'Say it');
  await fillTemplate(page.getByLabel('Text', { exact: true }), 'Order {{order.body.id}}');
  await connect(page, 'Start', 'next', 'Get order');
  await connect(page, 'Get order', 'success', 'Say it');
  await saved(page);
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Order 42');
  await expect(card(page, 'Say it')).toHaveAttribute('data-state', 'done');
  await inspect(page, 'Say it');
  await editorOpened(page.getByLabel('Text', { exact: true }));
}
