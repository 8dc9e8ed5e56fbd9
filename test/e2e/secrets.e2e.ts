// Where a secret goes and where it never is: five of them, hard to hide, in all encodings and in everything that leaves.
import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { startCarelessServer } from '../stories/careless-server.ts';
import { storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { test } from '../support/app-test.ts';
import { freshFolder, removeFolders, type LaunchedApp } from '../support/launch-app.ts';
import { pageDocument, pageHeap } from '../support/page-memory.ts';
import { conversation, endpointOpened, inspect, saved } from '../support/person.ts';
import { missedBelow } from '../support/planted-files.ts';
import { readableBlobsFound } from '../support/readable-blobs.ts';
import { recordIpc, type IpcRecord } from '../support/record-ipc.ts';
import { bytesFound, formsFound } from '../support/search-bytes.ts';
import { textForms, wholeForms } from '../support/secret-forms.ts';
import { shopEndpoint } from '../support/shop-workspace.ts';
import { drawnWorkspace } from '../support/drawn-workspace.ts';

const user = 'anna.kestrel';
const password = 'canary:Pa$$wort/8c21+e';
/** Long enough to be searched for, wherever it comes back from. */
const searchable = {
  quoted: 'canary-"quo\'ted\\-4f7b',
  beyondAscii: 'canary-Ключ-Ωμέγα-鳥-91d3',
  long: Array.from({ length: 94 }, (_, at) => createHash('sha256').update(String(at)).digest('base64url'))
    .join('')
    .slice(0, 4000),
  password,
  pair: `${user}:${password}`,
};
/** Six characters: hidden where they are sent, and shown where a server repeats them (SEMANTICS, Secrets). */
const short = 'k7~Q#z';
const planted = 'planted-"Ka\\narienvögel"-鳥-77aa';
const plantedIn = (stream: 'stdout' | 'stderr') => `${stream}-${planted}`;

const mask = '••••••••';
/** The files of past runs in which a response is. */
const repeatedIn = /\/runs\/rn_[a-z2-7]+\/(events\.jsonl|bodies\/body-\d+\.json)$/;

test('the search knows every form of every secret', () => {
  for (const text of [...Object.values(searchable), short, planted])
    for (const { encoding, bytes } of wholeForms(text)) {
      const content = Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' behind')]);
      expect(formsFound(content, text), `${text.slice(0, 20)} ${encoding}`).not.toEqual([]);
    }
});

test('five secrets are in no file, no message, no page and no output, in whatever encoding', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const server = await startCarelessServer();
  const home = await freshFolder('home');
  const temporary = await mkdtemp(path.join(home, 'tmp-'));
  const env = {
    HOME: home,
    TMPDIR: temporary,
    XDG_CONFIG_HOME: undefined,
    XDG_CACHE_HOME: undefined,
    XDG_DATA_HOME: undefined,
  };
  const window = { width: 1280, height: 800 };
  const first = await launch({ window, env, workspace: await sendingWorkspace(server.url) });
  const { page } = first;
  const ipc = await recordIpc(first.app);

  await endpointOpened(page, 'Careless API');
  await enterSecret(page, page.getByLabel('Password', { exact: true }), searchable.password);
  for (const [name, secret] of Object.entries(sentHeaders))
    await enterSecret(page, page.getByLabel(`Value of ${name}`), secret);
  await expect(page.getByRole('group', { name: 'Value of X-Short' })).toContainText(
    'short: masked only where it is sent',
  );
  await endpointOpened(page, 'Keyed API');
  await enterSecret(page, page.getByLabel('Key', { exact: true }), searchable.beyondAscii);
  await saved(page);

  // Nothing comes back here, so that the short one is nowhere either.
  await page.getByRole('tab', { name: 'Careless API' }).click();
  await page.getByRole('button', { name: 'Send a test request' }).click();
  await sendTestRequest(page, '/quiet');
  await openEveryView(page);
  await expect(page.getByLabel('Request as it was sent')).toContainText(`X-Short: ${mask}`);
  expect(server.requests[0]?.headers).toMatchObject({ 'x-short': short, 'x-long': searchable.long });
  expect(await channelsWith(ipc, short)).toEqual([]);
  expect(formsFound(await pageDocument(page), short)).toEqual([]);
  expect(formsFound(await pageHeap(first), short)).toEqual([]);

  await sendTestRequest(page, '/careless');
  await page.getByRole('tab', { name: 'Asking' }).click();
  await runEverything(page);
  expect(
    server.requests.slice(-2).map(({ headers, path: target }) => [headers.authorization, target]),
  ).toEqual([
    [`Basic ${Buffer.from(searchable.pair).toString('base64')}`, '/careless'],
    [undefined, `/careless?key=${encodeURIComponent(searchable.beyondAscii)}`],
  ]);

  await plant(first);
  await expectOnlyPlanted(first, ipc);
  // By position only: the request hides it, and what the server repeated shows it.
  expect(await channelsWith(ipc, short)).toEqual(['body.read', 'run.events']);
  const outputs = [first.output()];
  await first.close();

  const second = await launch({ userData: first.userData, workspace: first.workspace, window, env });
  const ipcAgain = await recordIpc(second.app);
  await second.page.getByRole('tab', { name: 'Asking' }).click();
  await runEverything(second.page);
  expect(server.requests.slice(-2).map(({ headers }) => headers['x-quoted'])).toEqual([
    searchable.quoted,
    undefined,
  ]);
  await plant(second);
  await expectOnlyPlanted(second, ipcAgain);
  outputs.push(second.output());
  await second.close();
  await server.close();

  const all = [...Object.values(searchable), short];
  for (const output of outputs) {
    for (const stream of ['stdout', 'stderr'] as const)
      for (const { bytes, encoding } of wholeForms(plantedIn(stream)))
        expect(output.includes(bytes), `${stream} ${encoding}`).toBe(true);
    expect(secretsIn(output, all)).toEqual([]);
  }

  const folders = [first.userData, path.join(first.userData, 'logs'), first.workspace, home, temporary];
  for (const folder of folders) expect(await missedBelow(folder, planted), folder).toEqual([]);
  for (const secret of Object.values(searchable)) expect(await bytesFound(folders, secret)).toEqual([]);
  // The short one is kept as it is shown: where the server repeated it, in three runs, and nowhere else.
  const kept = (await bytesFound(folders, short)).map(({ file }) => file);
  expect(kept.filter((file) => !repeatedIn.test(file))).toEqual([]);
  expect(
    new Set(kept.map((file) => path.basename(path.dirname(file.replace('/bodies/', '/'))))),
  ).toHaveProperty('size', 3);
  expect(await readableBlobsFound(folders)).toEqual([]);
  await removeFolders(home);
});

/** The headers of the first endpoint. */
const sentHeaders = { 'X-Quoted': searchable.quoted, 'X-Long': searchable.long, 'X-Short': short };

/** A workspace whose flow asks through two endpoints with five secrets that nobody has entered yet, and says what came. */
function sendingWorkspace(url: string): Promise<string> {
  const secret = (name: string) => ({ secret: storyId('sl', name) });
  const careless = shopEndpoint(url, {
    name: 'Careless API',
    auth: { type: 'basic', userName: { template: user }, password: secret('password') },
    headers: Object.keys(sentHeaders).map((name) => ({ name, value: secret(name) })),
  });
  const keyed = shopEndpoint(url, {
    name: 'Keyed API',
    auth: { type: 'api-key', in: 'query', name: 'key', key: secret('key') },
  });
  const call = { method: 'GET', path: '/careless' } as const;
  const text = 'It repeats {{answer.body.short}}, {{answer.body.repeated}} and {{keyed.body.repeated}}';
  const flow = storyFlow({
    name: 'Asking',
    nodes: [
      ['Start', 'start', {}],
      ['Ask', 'api-call', { ...call, endpoint: careless.id, responseVariable: 'answer' }],
      ['Ask by key', 'api-call', { ...call, endpoint: keyed.id, responseVariable: 'keyed' }],
      ['Say', 'message', { text }],
    ],
    connections: [
      ['Start', 'next', 'Ask'],
      ['Ask', 'success', 'Ask by key'],
      ['Ask by key', 'success', 'Say'],
    ],
  });
  return drawnWorkspace(careless, keyed, flow);
}

/** Types a secret as a paste does, in one go, and leaves it to the field. */
async function enterSecret(page: Page, field: Locator, value: string): Promise<void> {
  await field.click();
  await page.keyboard.insertText(value);
  await page.keyboard.press('Enter');
  await expect(field.and(page.locator('input'))).toHaveCount(0);
}

async function sendTestRequest(page: Page, target: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Test request' });
  await form.getByRole('textbox', { name: 'Path' }).fill(target);
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByRole('status')).toContainText('200');
  await form.getByRole('button', { name: 'Show the response' }).click();
}

/** Opens every view of the panel below, the request last. */
async function openEveryView(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Panel', exact: true });
  for (const tab of ['Timeline', 'Variables', 'Response', 'Headers', 'Timing', 'Body', 'Request'])
    await panel.getByRole('tab', { name: tab }).click();
}

/** Runs the flow, and looks at each of its calls in every view and at what the inspector would send. */
async function runEverything(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText('Run ended');
  await expect(conversation(page)).toContainText(`It repeats ${short}, ["${mask}`);
  for (const name of ['Ask', 'Ask by key']) {
    await conversation(page)
      .getByRole('button', { name: new RegExp(`^${name} 200`) })
      .click();
    await inspect(page, name);
    await expect(page.getByLabel('Request as it will be sent')).toContainText(mask);
    await openEveryView(page);
    await expect(page.getByLabel('Request as it was sent')).toContainText(mask);
    const panel = page.getByRole('region', { name: 'Panel', exact: true });
    await panel.getByRole('tab', { name: 'Body' }).click();
    await expect(panel.getByRole('group', { name: 'Body' })).toContainText('Careless');
  }
}

/** Puts a canary where none may be, in every form: into the page, a message, both outputs and each of the folders. */
async function plant({ app, page }: LaunchedApp): Promise<void> {
  const texts = Object.values(textForms(planted));
  await page.evaluate((forms) => {
    // A field of one line would lose the ends of lines that some forms have.
    const field = document.body.appendChild(document.createElement('textarea'));
    field.value = forms.join(' ');
    Object.assign(globalThis, { planted: forms });
  }, texts);
  const lines = (text: string) =>
    Buffer.concat(wholeForms(text).flatMap(({ bytes }) => [bytes, Buffer.from('\n')])).toString('base64');
  await app.evaluate(
    async ({ BrowserWindow }, { message, outputs }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('planted', message);
      for (const [stream, bytes] of outputs)
        await new Promise<void>((resolve) => {
          process[stream].write(Buffer.from(bytes, 'base64'), () => resolve());
        });
    },
    {
      message: texts,
      outputs: (['stdout', 'stderr'] as const).map((stream) => [stream, lines(plantedIn(stream))] as const),
    },
  );
}

/** What was planted and is nowhere in some bytes, neither as UTF-8 nor as the engine stores it. */
function notSeen(bytes: Buffer): readonly string[] {
  return Object.values(textForms(planted)).filter(
    (form) => !bytes.includes(form) && !bytes.includes(Buffer.from(form, 'utf16le')),
  );
}

/** Nothing of the secrets, and everything that was planted: in the messages, in the page's heap and in its document. */
async function expectOnlyPlanted(launched: LaunchedApp, ipc: IpcRecord): Promise<void> {
  const crossed = Buffer.concat([...(await ipc.crossed()).values()]);
  const sinks = { crossed, heap: await pageHeap(launched), document: await pageDocument(launched.page) };
  for (const [sink, bytes] of Object.entries(sinks)) {
    expect(notSeen(bytes), sink).toEqual([]);
    expect(secretsIn(bytes, Object.values(searchable)), sink).toEqual([]);
  }
}

/** The channels on which a text crossed. */
async function channelsWith(ipc: IpcRecord, text: string): Promise<readonly string[]> {
  const crossed = await ipc.crossed();
  return [...crossed]
    .filter(([, bytes]) => formsFound(bytes, text).length > 0)
    .map(([name]) => name)
    .sort();
}

function secretsIn(bytes: Buffer, secrets: readonly string[]): readonly string[] {
  return secrets.flatMap((secret) =>
    formsFound(bytes, secret).map((form) => `${secret.slice(0, 20)} ${form}`),
  );
}
