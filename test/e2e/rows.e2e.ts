// Rows of names and values as people keep them: as text and back, in another order, described, all on and off, and sent so.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { endpointOpened, inspect, saved, stillBox } from '../support/person.ts';
import { callFlow, shopEndpoint, type ToldCall } from '../support/shop-workspace.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

let server: StoryServer;

test.beforeEach(async () => {
  server = await startStoryServer();
});

test.afterEach(() => server.close());

test('rows are edited as text and come back as rows, with what is no row kept and told', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await calling() });
  await inspect(page, 'Call');
  await page.getByRole('button', { name: 'Edit as text: Query' }).click();
  const text = page.getByRole('textbox', { name: 'Query as text' });
  await text.fill('// which parts to send\nexpand: items\n# debug: true\nq=a=b\nhalf');
  await expect(page.getByText('Line 5: There is no colon between a name and a value')).toBeVisible();
  const query = page.getByRole('table', { name: 'Query' });
  expect((await sent(page)).path).toBe('/echo?expand=items&q=a%3Db');
  expect(await axeFindings(page, 'aside')).toEqual([]);

  await page.getByRole('button', { name: 'Edit as rows: Query' }).click();
  expect(await names(query)).toEqual(['expand', 'debug', 'q', 'half', '']);
  await expect(query.getByRole('checkbox', { name: 'Send debug' })).not.toBeChecked();
  await expect(query.getByRole('checkbox', { name: 'Send half' })).not.toBeChecked();
  await expect(
    query.getByRole('button', { name: 'Description of expand: which parts to send' }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Edit as text: Query' }).click();
  await expect(text).toHaveValue('// which parts to send\nexpand: items\n# debug: true\nq: a=b\n# half:');
  // Two edits of one field within a second are one step of undo: this one parts those of the text.
  await page.getByLabel('Response variable').fill('reply');
  await text.fill('');
  await expect(text).toHaveValue('');
  await page.getByRole('button', { name: 'Edit as rows: Query' }).focus();
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Enter');
  expect(await names(query)).toEqual(['expand', 'debug', 'q', 'half', '']);
});

test('rows move by keys and by dragging, and are sent in their order', async ({ launch }) => {
  const workspace = await calling({ query: numbered('a', 'b', 'c', 'd') });
  const { page } = await launch({ window, workspace });
  await inspect(page, 'Call');
  const query = page.getByRole('table', { name: 'Query' });
  await query.getByLabel('Value, row 1').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(query.getByLabel('Value, row 2')).toBeFocused();
  await expect(query.getByLabel('Value, row 2')).toHaveValue('1');
  await expect(page.getByText('a is row 2 of 4 now.')).toBeAttached();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(query.getByLabel('Value, row 1')).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  expect(await names(query)).toEqual(['b', 'a', 'c', 'd', '']);
  expect((await sent(page)).path).toBe('/echo?b=2&a=1&c=3&d=4');

  await grip(page, query, 4);
  const target = await stillBox(query.locator('[data-row="0"]'));
  await page.mouse.move(target.x + 40, target.y + 20, { steps: 6 });
  await expect(query.locator('[data-row="1"]')).toHaveAttribute('data-drop');
  await page.keyboard.press('Escape');
  await expect(query.locator('[data-drop]')).toHaveCount(0);
  await page.mouse.up();
  expect(await names(query)).toEqual(['b', 'a', 'c', 'd', '']);

  await grip(page, query, 4);
  await page.mouse.move(target.x + 40, target.y + 4, { steps: 6 });
  await expect(query.locator('[data-row="0"]')).toHaveAttribute('data-drop');
  await page.mouse.up();
  await expect.poll(() => names(query)).toEqual(['d', 'b', 'a', 'c', '']);
  expect((await sent(page)).path).toBe('/echo?d=4&b=2&a=1&c=3');

  await query.getByLabel('Name, row 2').focus();
  await page.keyboard.press('Control+D');
  await expect.poll(() => names(query)).toEqual(['d', 'b', 'b', 'a', 'c', '']);
  await expect(query.getByLabel('Name, row 3')).toBeFocused();
});

test('a row that is dragged to the edge of the form scrolls it', async ({ launch }) => {
  const all = Array.from({ length: 20 }, (_, at) => ({ name: `n${String(at + 1)}`, value: '1' }));
  const workspace = await calling({ query: all });
  const { page } = await launch({ window: { width: 1280, height: 700 }, workspace });
  await inspect(page, 'Call');
  const query = page.getByRole('table', { name: 'Query' });
  await query.locator('[data-row="0"]').scrollIntoViewIfNeeded();
  await grip(page, query, 1);
  const form = query.locator('xpath=ancestor::*[@role="tabpanel"]');
  const { x, y, height } = await stillBox(form);
  await page.mouse.move(x + 60, y + height - 2, { steps: 4 });
  await expect(query.locator('[data-row="20"]')).toHaveAttribute('data-drop');
  await page.mouse.up();
  await expect.poll(async () => (await names(query)).slice(-2)).toEqual(['n1', '']);
});

test('rows are described, switched together, and a header that is there twice is told', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await calling() });
  await inspect(page, 'Call');
  const headers = page.getByRole('table', { name: 'Headers' });
  await fillRows(headers, ['User-Agent', 'X-Trace', 'user-agent']);
  await expect(headers.getByRole('img', { name: /User-Agent stands here twice/ })).toHaveCount(2);
  await headers.getByRole('button', { name: 'Remove user-agent', exact: true }).click();
  await expect(headers.getByRole('img', { name: /twice/ })).toHaveCount(0);

  await headers.getByRole('button', { name: 'Describe X-Trace' }).click();
  await page.keyboard.type('finds it in the logs');
  await page.keyboard.press('Enter');
  const described = headers.getByRole('button', { name: 'Description of X-Trace: finds it in the logs' });
  await expect(described).toBeFocused();
  await expect(headers.getByRole('textbox', { name: 'Description of X-Trace' })).toBeHidden();
  expect(await axeFindings(page, 'aside')).toEqual([]);

  await headers.getByRole('checkbox', { name: 'Send User-Agent' }).click();
  const all = page.getByRole('group', { name: 'Headers' }).getByRole('checkbox', { name: 'All' });
  await expect(all).toHaveAttribute('aria-checked', 'mixed');
  await all.click();
  await expect(all).toBeChecked();
  expect((await sent(page)).headers['x-trace']).toBe('2');
  await all.click();
  expect((await sent(page)).headers).not.toHaveProperty('x-trace');
  await expect(headers.getByRole('checkbox', { name: 'Send X-Trace' })).not.toBeChecked();
});

test('headers of an endpoint, whose values are secrets, are no text but move and are described', async ({
  launch,
}) => {
  const { page } = await launch({ window, workspace: await calling() });
  await endpointOpened(page);
  const headers = page.getByRole('table', { name: 'Headers' });
  for (const [at, name] of ['X-First', 'X-Second'].entries()) {
    await headers.getByLabel(`Name, row ${String(at + 1)}`).fill(name);
    await page.keyboard.press('Enter');
    await page.keyboard.type(`${name}-value-4471`);
    await page.keyboard.press('Enter');
  }
  await expect(headers.getByText('set just now')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Edit as text: Headers' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await headers.getByLabel('Name, row 1').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(headers.getByLabel('Name, row 2')).toBeFocused();
  await expect(headers.getByLabel('Name, row 2')).toHaveValue('X-First');
  await headers.getByRole('button', { name: 'Describe X-First' }).click();
  await page.keyboard.type('for the gateway');
  await page.keyboard.press('Escape');
  await saved(page);
  await page.getByRole('tab', { name: 'Shopping' }).click();
  await inspect(page, 'Call');
  const { rawHeaders } = await sent(page);
  const own = rawHeaders.filter((text) => text.startsWith('X-'));
  expect(own).toEqual(['X-Second', 'X-Second-value-4471', 'X-First', 'X-First-value-4471']);
});

test('a file keeps its place in the text of a multipart body, and comes back when its line does', async ({
  launch,
}) => {
  const workspace = await calling({ method: 'POST', body: { type: 'multipart', rows: [] } });
  const { app, page } = await launch({ window, workspace });
  const file = path.join(workspace, 'invoice.txt');
  await writeFile(file, 'Invoice 10482\n');
  await app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] });
  }, file);
  await inspect(page, 'Call');
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: 'Body' }).click();
  await page.getByRole('button', { name: 'Add a file…' }).click();
  await expect(page.getByRole('table', { name: 'Parts' })).toContainText('invoice');
  await page.getByRole('button', { name: 'Edit as text: Parts' }).click();
  const text = page.getByRole('textbox', { name: 'Parts as text' });
  await expect(text).toHaveValue('file: ‹file 1›');
  await text.fill('note: hello');
  await text.fill('note: hello\nreceipt: ‹file 1›');
  const { body } = await sent(page);
  expect(body).toContain('Invoice 10482');
  expect(body).toMatch(/name="note"[^]*name="receipt"/);
});

/** A workspace with a flow that makes a call, `GET /echo` without more words. */
function calling(call: ToldCall = {}): Promise<string> {
  const endpoint = shopEndpoint(server.url);
  return drawnWorkspace(endpoint, callFlow(endpoint, call));
}

/** Rows of names and their numbers. */
function numbered(...rowNames: readonly string[]) {
  return rowNames.map((name, at) => ({ name, value: String(at + 1) }));
}

/** Fills a table with names and their numbers. */
async function fillRows(table: Locator, rowNames: readonly string[]): Promise<void> {
  for (const [at, name] of rowNames.entries()) {
    await table.getByLabel(`Name, row ${String(at + 1)}`).fill(name);
    await table.getByLabel(`Value, row ${String(at + 1)}`).fill(String(at + 1));
  }
}

/** What stands in the column of names, the empty last row with it. */
function names(table: Locator): Promise<readonly string[]> {
  return table
    .locator('[data-column="name"] :is(input, textarea)')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
}

/** Takes a row, counted from 1, by its handle. */
async function grip(page: Page, table: Locator, row: number): Promise<void> {
  const { x, y, height } = await stillBox(table.locator(`[data-row="${String(row - 1)}"]`));
  await page.mouse.move(x + 5, y + height / 2);
  await page.mouse.down();
}

/** Sends the call alone and gives what the server got. */
async function sent(page: Page) {
  const next = server.nextRequest();
  await page.keyboard.press('Control+Shift+Enter');
  return next;
}
