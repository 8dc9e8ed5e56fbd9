// The request of an API Call as people compose it: what the preview promises is what the server gets, byte for byte.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { StoryNode } from '../stories/story-flow.ts';
import { startStoryServer, type StoryServer } from '../stories/story-server.ts';
import { test } from '../support/app-test.ts';
import { axeFindings } from '../support/axe-findings.ts';
import { fillTemplate } from '../support/fill-template.ts';
import { answer, card, choose, conversation, endpointOpened, inspect } from '../support/person.ts';
import {
  type ToldCall,
  bearerToken,
  callFlow,
  shopEndpoint,
  tokenEntered,
} from '../support/shop-workspace.ts';
import { pictureTaken, themeChosen } from '../support/photographer.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

test.use({ sharesWindow: true });

const window = { width: 1280, height: 800 };

let server: StoryServer;
let slowly: number;

test.beforeEach(async () => {
  slowly = 0;
  server = await startStoryServer({
    routes: {
      flaky: (_request, response) => {
        slowly += 1;
        response.writeHead(slowly % 2 === 1 ? 503 : 200, {
          'content-type': 'application/json',
          'x-attempt': String(slowly),
        });
        response.end('{"ok":true}');
      },
    },
  });
});

test.afterEach(() => server.close());

test('query rows and headers go out as the preview shows them', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await calling({ path: '/echo/{{user id}}' }) });
  await inspect(page, 'Call');
  await fillTemplate(page.getByLabel('Path', { exact: true }), '/echo/{{user_id}}');
  await page.getByLabel('Sample value of user_id').fill('a/b ü');
  await fillRows(page, 'Query', [
    ['q', '{{user_id}}'],
    ['plain', 'a+b&c=d'],
  ]);
  await fillRows(page, 'Headers', [
    ['X-Trace', 'trace-{{user_id}}'],
    ['X-Odd', '{{user_id}}'],
  ]);
  await page.getByLabel('Sample value of user_id').fill('a/b c');
  await expect(preview(page)).toContainText('X-Odd: a/b c');

  const request = await sent(page);
  await expect(preview(page)).toContainText(`GET ${server.url}${request.path}`);
  expect(request.path).toBe('/echo/a%2Fb%20c?q=a%2Fb%20c&plain=a%2Bb%26c%3Dd');
  const lines = pairs(request.rawHeaders);
  expect(lines).toContainEqual(['X-Trace', 'trace-a/b c']);
  expect(lines).toContainEqual(['X-Odd', 'a/b c']);
});

test('the preview is the whole request with its origins, and copies as a command that sends the same', async ({
  launch,
}) => {
  const token = 'sk_live_e2e_0815';
  const endpoint = shopEndpoint(server.url, { auth: bearerToken });
  const call = { path: '/echo/{{user_id}}', headers: [{ name: 'X-Trace', value: "it's {{user_id}}" }] };
  const workspace = await drawnWorkspace(endpoint, callFlow(endpoint, call));
  const { app, page } = await launch({ window, workspace });
  await endpointOpened(page);
  await tokenEntered(page, token);
  await page.getByRole('tab', { name: 'Shopping' }).click();
  await inspect(page, 'Call');
  await page.getByLabel('Sample value of user_id').fill('7');
  await expect(preview(page)).toContainText("X-Trace: it's 7");
  await expect(preview(page)).toContainText(`Host: ${new URL(server.url).host}`);
  await expect(preview(page)).toContainText('Connection: keep-alive');
  const origin = (line: string) => preview(page).locator('[data-origin]', { hasText: line });
  await expect(origin('Authorization')).toHaveAttribute('data-origin', 'credential');
  await expect(origin('X-Trace')).toHaveAttribute('data-origin', 'node · variable');
  await expect(origin('Host')).toHaveAttribute('data-origin', 'Flowbench');
  await expect(origin('GET')).toHaveAttribute('data-origin', 'endpoint');

  const copies = page.getByRole('button', { name: 'Copy as cURL' });
  await copies.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Set in the shell before: SHOP_API_TOKEN')).toBeVisible();
  const command = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(command).not.toContain(token);
  const first = await sent(page);
  const pasted = server.nextRequest();
  await promisify(execFile)('sh', ['-c', command], { env: { ...process.env, SHOP_API_TOKEN: token } });
  const second = await pasted;
  expect(second.path).toBe(first.path);
  expect(second.rawHeaders).toEqual(first.rawHeaders);

  await page.getByRole('tab', { name: 'Response', exact: true }).last().click();
  await page.getByRole('tablist', { name: 'Response' }).getByRole('tab', { name: 'Request' }).click();
  await page
    .getByRole('group', { name: 'Request as sent' })
    .getByRole('button', { name: 'Copy as cURL' })
    .click();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(command);
});

test('the mask of a secret that the last run had is no sample, and the fields say so', async ({
  launch,
}, info) => {
  const endpoint = shopEndpoint(server.url, { auth: bearerToken });
  const again: StoryNode = [
    'Again',
    'api-call',
    { endpoint: endpoint.id, method: 'GET', path: '/echo/{{response}}', responseVariable: 'second' },
  ];
  const workspace = await drawnWorkspace(endpoint, callFlow(endpoint, {}, again));
  const { page } = await launch({ window, workspace });
  await endpointOpened(page);
  await tokenEntered(page, 'sk_live_e2e_0816');
  await page.getByRole('tab', { name: 'Shopping' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('"Again" was left by success');

  const hidden = 'What the last run had holds a secret that is hidden here: type a value.';
  await card(page, 'Again').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Run from here' }).click();
  const form = page.getByRole('form', { name: 'Variables of a run from Again' });
  await expect(form.getByLabel('response')).toHaveValue('');
  await expect(form.getByLabel('response')).toHaveAccessibleDescription(`JSON. ${hidden}`);

  await inspect(page, 'Again');
  const sample = page.getByLabel('Sample value of response');
  await expect(sample).toHaveValue('');
  await expect(sample).toHaveAccessibleDescription(hidden);
  expect(await axeFindings(page)).toEqual([]);
  for (const theme of ['light', 'dark'] as const) {
    await themeChosen(page, theme);
    await pictureTaken(page, info.outputPath(`hidden-${theme}.png`));
  }
  await form.getByRole('button', { name: 'Cancel' }).click();

  await sample.fill('"mine"');
  await expect(sample).toHaveAccessibleDescription('');
  await page.keyboard.press('Control+Shift+Enter');
  await expect.poll(() => server.requests.at(-1)?.path).toBe('/echo/mine');
});

test('a JSON body stays JSON whatever the value holds', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await calling({ method: 'POST' }) });
  await inspect(page, 'Call');
  await bodyTab(page, 'JSON');
  await page
    .getByRole('textbox', { name: 'Content', exact: true })
    .fill('{ "name": "{{name}}", "raw": {{name}} }');
  const name = 'Ana "Ace" Sousa\\';
  await page.getByLabel('Sample value of name').fill(name);
  const request = await sent(page);
  expect(JSON.parse(request.body)).toEqual({ name, raw: name });
  expect(request.headers['content-type']).toBe('application/json');
  await expectPreviewOf(page, request.body);
});

test('text, a form and a content type of one’s own go out as the preview shows them', async ({ launch }) => {
  const { page } = await launch({ window, workspace: await calling({ method: 'PUT' }) });
  await inspect(page, 'Call');
  await bodyTab(page, 'Text');
  await page.getByRole('textbox', { name: 'Content', exact: true }).fill('Hello {{name}}');
  await page.getByLabel('Sample value of name').fill('Ana & Rui');
  const text = await sent(page);
  expect(text.body).toBe('Hello Ana & Rui');
  expect(text.headers['content-type']).toContain('text/plain');
  await expectPreviewOf(page, text.body);

  await bodyTab(page, 'URL-encoded form');
  await fillRows(page, 'Form', [
    ['who', '{{name}}'],
    ['plus', 'a+b'],
  ]);
  const form = await sent(page);
  expect([...new URLSearchParams(form.body)]).toEqual([
    ['who', 'Ana & Rui'],
    ['plus', 'a+b'],
  ]);
  expect(form.headers['content-type']).toContain('application/x-www-form-urlencoded');
  await expectPreviewOf(page, form.body);

  await bodyTab(page, 'Custom content type');
  await page.getByLabel('Content type').fill('application/vnd.shop+xml');
  await page.getByRole('textbox', { name: 'Content', exact: true }).fill('<who>{{name}}</who>');
  const custom = await sent(page);
  expect(custom.body).toBe('<who>Ana & Rui</who>');
  expect(custom.headers['content-type']).toBe('application/vnd.shop+xml');
});

test('a multipart body carries a text and a file of the disk', async ({ launch }) => {
  const workspace = await calling({ method: 'POST' });
  const { app, page } = await launch({ window, workspace });
  const file = path.join(workspace, 'invoice of Ana.txt');
  await writeFile(file, 'Invoice 10482\n');
  await app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] });
  }, file);
  await inspect(page, 'Call');
  await bodyTab(page, 'Multipart form');
  await fillRows(page, 'Parts', [['note', 'for {{name}}']]);
  await page.getByRole('button', { name: 'Add a file…' }).click();
  await expect(page.getByRole('table', { name: 'Parts' })).toContainText('invoice');
  await page.getByLabel('Sample value of name').fill('Ana');

  const request = await sent(page);
  const parts = await new Response(request.body, {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData();
  expect(parts.get('note')).toBe('for Ana');
  const upload = parts.get('file');
  expect(upload instanceof File ? await upload.text() : upload).toBe('Invoice 10482\n');
});

test('a file of the disk and a GraphQL operation go out as bodies of their own', async ({ launch }) => {
  const workspace = await calling({ method: 'POST' });
  const { app, page } = await launch({ window, workspace });
  const file = path.join(workspace, 'photo of Ana.png');
  await writeFile(file, 'no picture, but bytes\n');
  await app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] });
  }, file);
  await inspect(page, 'Call');
  await bodyTab(page, 'Binary file');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(page.getByText(/^photo.*\.png$/)).toBeVisible();
  const plain = await sent(page);
  expect(plain.body).toBe('no picture, but bytes\n');
  expect(plain.headers['content-type']).toBe('application/octet-stream');
  await page.getByLabel('Content type').fill('image/{{kind}}');
  await page.getByLabel('Sample value of kind').fill('png');
  expect((await sent(page)).headers['content-type']).toBe('image/png');

  await bodyTab(page, 'GraphQL');
  // An editor keeps the indentation of the line above, so that typed lines begin alike.
  const query = 'query ($id: ID!) {\norder(id: $id) { status }\n}';
  await page.getByRole('textbox', { name: 'Query', exact: true }).fill(query);
  await page.getByRole('textbox', { name: 'Variables', exact: true }).fill('{"id":"{{order_id}}"}');
  await page.getByLabel('Sample value of order_id').fill('7"8');
  const operation = await sent(page);
  expect(JSON.parse(operation.body)).toEqual({ query, variables: { id: '7"8' } });
  expect(operation.headers['content-type']).toBe('application/json');
  await expectPreviewOf(page, operation.body);
});

test('Include Raw Response keeps the text of the body for later nodes', async ({ launch }) => {
  const call = { path: '/flaky/1', responseVariable: 'reply' };
  const workspace = await calling(call, ['Say', 'message', { text: 'Raw: {{reply.raw}}' }]);
  const { page } = await launch({ window, workspace });
  await inspect(page, 'Call');
  slowly = 1;
  const raw = page.getByRole('switch', { name: 'Include Raw Response' }).first();
  await raw.click();
  // It has the focus, and leaves the keys of commands to them.
  await page.keyboard.press('Control+Enter');
  await expect(raw).toBeChecked();
  await expect(conversation(page)).toContainText('Raw: {"ok":true}');
});

test('a call overrides its endpoint, which shows through where it does not; each attempt is looked at alone', async ({
  launch,
}) => {
  const again: StoryNode = ['Again', 'prompt', { text: 'Again?', variable: 'again' }];
  const { page } = await launch({ window, workspace: await calling({ path: '/flaky/1' }, again) });
  await inspect(page, 'Call');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('tab', { name: 'Retry' }).click();
  const retries = inspector.getByRole('textbox', { name: 'Retries' });
  await expect(retries).toHaveAttribute('placeholder', '0');
  await expect(inspector.getByRole('textbox', { name: 'Connection' })).toHaveAttribute('placeholder', '10');
  await expect(inspector.getByText('from Shop API')).toHaveCount(3);
  await retries.fill('1');
  await inspector.getByRole('textbox', { name: 'First delay' }).fill('1');
  await page.keyboard.press('Enter');
  await expect(inspector.getByText('changed here')).toHaveCount(1);
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Again?');

  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  await panel.getByRole('tab', { name: 'Timeline' }).click();
  await panel.getByRole('row', { name: /Attempt 1/ }).click();
  await expect(panel).toContainText('Attempt 1 of 2');
  await expect(panel).toContainText('503');
  await panel.getByRole('tab', { name: 'Headers' }).click();
  await expect(panel.getByRole('group', { name: 'Response headers' })).toContainText('x-attempt1');

  // The way of looking stays from attempt to call and from run to run.
  await panel.getByRole('button', { name: 'Show the whole call' }).click();
  await expect(panel).toContainText('200 OK ×2');
  await expect(panel.getByRole('group', { name: 'Response headers' })).toContainText('x-attempt2');
  await answer(page, 'no');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('group', { name: 'Response headers' })).toContainText('x-attempt4');
});

test('a name that nothing sets is told in its own field', async ({ launch }) => {
  const body = { type: 'json', template: '{"who":{{nobody}}}' } as const;
  const { page } = await launch({ window, workspace: await calling({ method: 'POST', body }) });
  await inspect(page, 'Call');
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: 'Body' }).click();
  await expect(page.getByText('Nothing sets nobody')).toBeVisible();
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: 'Request' }).click();
  await expect(page.getByLabel('Path', { exact: true })).toBeVisible();
  await expect(page.getByText('Nothing sets nobody')).toBeHidden();
  await expect(page.getByLabel('Path', { exact: true })).not.toHaveAttribute('aria-invalid');
});

/** A workspace with a flow that makes a call through an endpoint at the story server. */
function calling(call: ToldCall, ...then: readonly StoryNode[]): Promise<string> {
  const endpoint = shopEndpoint(server.url);
  return drawnWorkspace(endpoint, callFlow(endpoint, call, ...then));
}

async function bodyTab(page: Page, type: string): Promise<void> {
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: 'Body' }).click();
  await choose(page, 'Body', type);
}

async function fillRows(
  page: Page,
  table: string,
  rows: readonly (readonly [string, string])[],
): Promise<void> {
  const cells = page.getByRole('table', { name: table });
  for (const [at, [name, value]] of rows.entries()) {
    await cells.getByLabel(`Name, row ${String(at + 1)}`).fill(name);
    await cells.getByLabel(`Value, row ${String(at + 1)}`).fill(value);
  }
}

/** Sends the call alone and gives what the server got. */
async function sent(page: Page) {
  const next = server.nextRequest();
  await page.keyboard.press('Control+Shift+Enter');
  return next;
}

function preview(page: Page) {
  return page.getByLabel('Request as it will be sent');
}

/** Goes to the preview, which must end in the body that the server got. */
async function expectPreviewOf(page: Page, body: string): Promise<void> {
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('tab', { name: 'Request' }).click();
  await expect.poll(async () => (await preview(page).textContent())?.endsWith(`\n\n${body}`)).toBe(true);
  await inspector.getByRole('tab', { name: 'Body' }).click();
}

function pairs(raw: readonly string[]): readonly (readonly [string, string])[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));
}
