// Bundles by the channels of the page: made, looked at and imported with secrets that never come back to it.
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { endpointSchema } from '#shared/endpoint/endpoint.ts';
import type { EnvironmentId, FlowId } from '#shared/ids/ids.ts';
import type { ChannelOutput } from '#shared/ipc/contract.ts';
import { confirmedOrigins } from '#shared/secret/confirmed-origins.ts';
import { bundleSlots, bundleStory, storyBundle } from '../../support/bundle-story.ts';
import { writeEmptyWorkspace, writeStoryWorkspace } from '../../support/bundle-workspaces.ts';
import { canaries } from '../../support/canaries.ts';
import { type HandlerDesk, useHandlerDesk } from '../../support/handler-desk.ts';
import { formsFound } from '../../support/search-bytes.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { testKeyStore } from '../../support/test-key-store.ts';

const root = useTemporaryFolder();
const newDesk = useHandlerDesk();
const { main, production, shop, staging } = bundleStory;
const choice = {
  flows: [main.id] as FlowId[],
  environments: [staging.id, production.id] as EnvironmentId[],
};
const passphrase = 'long enough a passphrase';
const origin = 'https://shop.example';
const token = { documentId: shop.id, slot: bundleSlots.token };
const value = { documentId: staging.id, slot: bundleSlots.value };

interface Made {
  readonly files?: (string | null)[];
  readonly saveFiles?: (string | null)[];
  readonly keyStore?: ReturnType<typeof testKeyStore>;
}

/** A desk with its own user data and the workspace of a folder open. */
async function deskAt(
  name: string,
  { files = [], saveFiles = [], keyStore }: Made = {},
): Promise<HandlerDesk> {
  const desk = newDesk(root.file(`at-${name}`), {
    answers: { files, saveFiles },
    ...(keyStore === undefined ? {} : { keyStore }),
  });
  expect((await desk.workbench.open(root.file(name))).ok).toBe(true);
  return desk;
}

async function storyDesk(more: Made = {}): Promise<HandlerDesk> {
  await writeStoryWorkspace(root.file('from'));
  const desk = await deskAt('from', more);
  await desk.call('secret.set', { ...token, origin, value: canaries.quote });
  await desk.call('secret.set', { ...token, slot: bundleSlots.header, origin, value: canaries.long });
  await desk.call('secret.set', { ...value, origin: confirmedOrigins([]), value: canaries.accents });
  return desk;
}

async function emptyDesk(name: string, more: Made = {}): Promise<HandlerDesk> {
  await writeEmptyWorkspace(root.file(name));
  return deskAt(name, more);
}

function viewOf(read: ChannelOutput<'bundle.pick'>) {
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

async function pickedBundle(text: string, name = 'acme.flowbundle.json'): Promise<string> {
  const file = root.file(name);
  await writeFile(file, text);
  return file;
}

describe('an export', () => {
  it('shows exactly what goes in, and which secrets are here', async () => {
    const desk = await storyDesk();
    const outcome = await desk.call('bundle.preview-export', choice);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        files: [{ name: 'files/photo.png', sizeBytes: 7 }],
        missing: [],
        unopened: [],
        needed: [
          { name: 'SHOP_KEY', isHere: true },
          { name: 'SHOP_API_TOKEN', isHere: true, origin },
          { name: 'SHOP_API_X_SHOP_CLIENT', isHere: true, origin },
        ],
      },
    });
    const documents = outcome.ok ? outcome.value.documents : [];
    expect(documents.map(({ isChosen, name }) => `${name}${isChosen ? '' : ' comes along'}`).sort()).toEqual([
      'An order comes along',
      'Defaults comes along',
      'Look up comes along',
      'Production',
      'Send a photo',
      'Shop API comes along',
      'Staging',
    ]);
  });

  it('goes where the person says, whole, without a value, and can be shown there', async () => {
    const file = root.file('out.flowbundle.json');
    const desk = await storyDesk({ saveFiles: [file] });
    const outcome = await desk.call('bundle.export', { ...choice, passphrase: null });
    expect(outcome).toMatchObject({ ok: true, value: { file } });
    await desk.call('bundle.show', null);
    expect(desk.happened).toEqual(['asked where to save send-a-photo.flowbundle.json', `showed ${file}`]);
    const bytes = await readFile(file);
    for (const canary of Object.values(canaries)) expect(formsFound(bytes, canary)).toEqual([]);
  });

  it('asks for no file and writes none where a value stands in it, and names secret and place', async () => {
    const desk = await storyDesk({ saveFiles: [root.file('never.json')] });
    const { opening } = await desk.call('workspace.read', null);
    const telling = { ...production, values: [{ name: 'shop_host', value: `x${canaries.quote}` }] };
    const document = structuredClone(telling) as typeof production;
    await desk.call('document.save', { opening, document, revision: null, overwrite: true });
    const expected = {
      ok: false,
      failure: {
        code: 'secret-inside',
        inside: [
          {
            name: 'SHOP_API_TOKEN',
            where: 'environments/production.json',
            documentId: production.id,
          },
        ],
      },
    };
    const refusals = [
      await desk.call('bundle.preview-export', choice),
      await desk.call('bundle.export', { ...choice, passphrase: null }),
      await desk.call('bundle.export', { ...choice, passphrase }),
    ];
    for (const refusal of refusals) {
      expect(refusal).toMatchObject(expected);
      expect(formsFound(Buffer.from(JSON.stringify(refusal)), canaries.quote)).toEqual([]);
    }
    expect(desk.happened).toEqual([]);
  });

  it('also finds the secret of a document in the trash', async () => {
    const desk = await storyDesk();
    await desk.call('document.remove', { id: shop.id });
    const { opening } = await desk.call('workspace.read', null);
    const telling = { ...production, name: `Was ${canaries.quote}` };
    await desk.call('document.save', { opening, document: telling, revision: null, overwrite: true });
    expect(await desk.call('bundle.preview-export', choice)).toMatchObject({
      failure: { code: 'secret-inside', inside: [{ name: 'a secret of a deleted document' }] },
    });
  });

  it('is refused while the key store is locked, since nobody can look', async () => {
    const keyStore = testKeyStore();
    const desk = await storyDesk({ keyStore });
    keyStore.isLocked = true;
    expect(await desk.call('bundle.preview-export', choice)).toMatchObject({
      failure: { code: 'secrets-locked', message: expect.stringContaining('Unlock it') as string },
    });
  });

  it('asks for no file where the value of a cookie stands in it, in any encoding, and names the cookie and the host', async () => {
    const desk = await storyDesk({ saveFiles: [root.file('never.json')] });
    const { cookies } = await desk.workbench.current();
    const { jar } = await cookies.jarOf(staging.id);
    jar.keep(new URL(`${origin}/`), [
      'sid=s%3Ac4nary-cookie-7; Path=/',
      'theme=shop.example; Path=/; Max-Age=60',
      'lang=EUR; Path=/',
    ]);
    expect((await desk.call('bundle.preview-export', choice)).ok).toBe(true);
    const { opening } = await desk.call('workspace.read', null);
    for (const written of [
      's%3Ac4nary-cookie-7',
      'the session s:c4nary-cookie-7!',
      Buffer.from('Cookie: sid=s%3Ac4nary-cookie-7').toString('base64'),
    ]) {
      const telling = { ...production, values: [{ name: 'shop_host', value: written }] };
      const document = structuredClone(telling) as typeof production;
      await desk.call('document.save', { opening, document, revision: null, overwrite: true });
      for (const refusal of [
        await desk.call('bundle.preview-export', choice),
        await desk.call('bundle.export', { ...choice, passphrase: null }),
      ]) {
        expect(refusal, written).toMatchObject({
          failure: {
            code: 'secret-inside',
            inside: [{ name: 'the cookie sid of shop.example', where: 'environments/production.json' }],
          },
        });
        expect(JSON.stringify(refusal)).not.toContain('c4nary');
      }
    }
    expect(desk.happened).toEqual([]);
  });

  it('says that nothing was chosen, and that a passphrase is too short', async () => {
    const desk = await storyDesk();
    const none = await desk.call('bundle.preview-export', { flows: [], environments: [] });
    expect(none).toMatchObject({ failure: { code: 'nothing-chosen' } });
    const short = await desk.call('bundle.export', { ...choice, passphrase: 'short' });
    expect(short).toMatchObject({ failure: { code: 'passphrase-short' } });
    expect(await desk.call('bundle.export', { ...choice, passphrase: null })).toMatchObject({
      failure: { code: 'cancelled' },
    });
  });
});

describe('an import', () => {
  it('brings everything with the secrets that travel along, and exports the same bytes again', async () => {
    const [first, second] = [root.file('one.flowbundle.json'), root.file('two.flowbundle.json')];
    const from = await storyDesk({ saveFiles: [first, root.file('open.json')] });
    expect((await from.call('bundle.export', { ...choice, passphrase })).ok).toBe(true);
    await from.call('bundle.export', { ...choice, passphrase: null });
    const to = await emptyDesk('to', { files: [first], saveFiles: [second] });
    const view = viewOf(await to.call('bundle.pick', null));
    expect(view).toMatchObject({ file: 'one.flowbundle.json', name: 'Acme Shop', isSealed: true });
    expect(view.documents.every(({ state }) => state === 'new')).toBe(true);
    const { handle } = view;
    const wrong = await to.call('bundle.import', {
      handle,
      answers: [],
      secrets: [],
      passphrase: 'quite another one',
    });
    expect(wrong).toMatchObject({ failure: { code: 'wrong-passphrase' } });
    expect((await to.call('workspace.read', null)).documents).toEqual([]);
    const imported = await to.call('bundle.import', { handle, answers: [], secrets: [], passphrase });
    expect(imported).toMatchObject({ ok: true, value: { opens: main.id, kept: 3, left: [], troubles: [] } });
    for (const canary of Object.values(canaries))
      expect(formsFound(Buffer.from(JSON.stringify([view, imported])), canary)).toEqual([]);
    expect(await to.call('secret.states', { documentId: shop.id })).toMatchObject({
      value: [{ state: 'set' }, { state: 'set' }],
    });
    // It goes nowhere until somebody lets it.
    expect(await to.call('secret.states', { documentId: staging.id })).toMatchObject({
      value: [{ state: 'set', confirmedFor: [] }],
    });
    await to.call('bundle.export', { ...choice, passphrase: null });
    expect(await readFile(second, 'utf8')).toBe(await readFile(root.file('open.json'), 'utf8'));
    expect(to.scrub(`${canaries.quote} ${canaries.accents}`)).not.toMatch(/canary|Kanarien/);
  });

  it('keeps what was entered before what travels along, and tells what is left', async () => {
    const desk = await emptyDesk('to', { files: [await pickedBundle(await storyBundle())] });
    const view = viewOf(await desk.call('bundle.pick', null));
    const secrets = [{ holder: shop.id, slot: bundleSlots.token, value: canaries.password }];
    const imported = await desk.call('bundle.import', {
      handle: view.handle,
      answers: [],
      secrets,
      passphrase: null,
    });
    expect(imported).toMatchObject({
      value: {
        kept: 1,
        left: ['shop_key of the environment Staging', 'X-Shop-Client of the API endpoint Shop API'],
      },
    });
    expect(await desk.call('secret.states', { documentId: shop.id })).toMatchObject({
      value: [{ state: 'set' }, { state: 'missing' }],
    });
  });

  it('decides nothing for the person, and gives no secret of theirs to what comes', async () => {
    const desk = await storyDesk({ files: [await pickedBundle(await bundleToElsewhere())] });
    const view = viewOf(await desk.call('bundle.pick', null));
    expect(view.documents.filter(({ state }) => state === 'conflict').map(({ name }) => name)).toEqual([
      'Shop API',
    ]);
    expect(view.needed.map(({ origin: goes }) => goes)).toContain('https://evil.example');
    const unanswered = { handle: view.handle, answers: [], secrets: [], passphrase: null };
    expect(await desk.call('bundle.import', unanswered)).toMatchObject({ failure: { code: 'undecided' } });
    const answers = [{ id: shop.id, answer: 'replace' as const }];
    const imported = await desk.call('bundle.import', { ...unanswered, answers });
    expect(imported.ok && imported.value.documents.map(({ document }) => document.id)).toEqual([shop.id]);
    expect(await desk.call('secret.states', { documentId: shop.id })).toMatchObject({
      value: [{ state: 'missing' }, { state: 'missing' }],
    });
    expect(await desk.call('bundle.import', { ...unanswered, answers })).toMatchObject({
      failure: { code: 'gone' },
    });
  });

  it('shows what differs, of the bundle that is looked at and of no other', async () => {
    const desk = await storyDesk({ files: [await pickedBundle(await bundleToElsewhere())] });
    const view = viewOf(await desk.call('bundle.pick', null));
    const asked = { handle: view.handle, id: shop.id };
    const difference = await desk.call('bundle.compare', asked);
    expect(difference).toMatchObject({ ok: true, value: { differing: 1, leftOut: 0 } });
    expect(difference.ok && difference.value.rows).toContainEqual({
      here: '  "baseUrl": "https://shop.example/v2",',
      bundled: '  "baseUrl": "https://evil.example",',
    });
    const gone = { failure: { code: 'gone' } };
    expect(await desk.call('bundle.compare', { ...asked, id: main.id })).toMatchObject(gone);
    await desk.call('bundle.forget', { handle: view.handle });
    expect(await desk.call('bundle.compare', asked)).toMatchObject(gone);
  });

  it('does not give the secret of a deleted document to one that comes in its place', async () => {
    const desk = await storyDesk({ files: [await pickedBundle(await bundleToElsewhere())] });
    await desk.call('document.remove', { id: shop.id });
    const view = viewOf(await desk.call('bundle.pick', null));
    const wish = { handle: view.handle, answers: [], secrets: [], passphrase: null };
    expect((await desk.call('bundle.import', wish)).ok).toBe(true);
    const { documents } = await desk.call('workspace.read', null);
    const come = documents.find(({ document }) => document.id === shop.id)?.document;
    expect(JSON.stringify(come)).not.toContain(bundleSlots.token);
  });

  it('is of the bundle and the workspace that were looked at, and of no other', async () => {
    const text = await storyBundle();
    const desk = await emptyDesk('to', { files: [await pickedBundle(text)] });
    const first = viewOf(await desk.call('bundle.pick', null));
    const second = viewOf(await desk.call('bundle.read', { name: '../../dropped.flowbundle.json', text }));
    expect(second.file).toBe('dropped.flowbundle.json');
    const wish = { answers: [], secrets: [], passphrase: null };
    const late = await desk.call('bundle.import', { ...wish, handle: first.handle });
    expect(late).toMatchObject({ failure: { code: 'gone' } });
    await writeEmptyWorkspace(root.file('other'));
    await desk.workbench.open(root.file('other'));
    const elsewhere = await desk.call('bundle.import', { ...wish, handle: second.handle });
    expect(elsewhere).toMatchObject({ failure: { code: 'gone' } });
    const third = viewOf(await desk.call('bundle.read', { name: 'a.flowbundle.json', text }));
    await desk.call('bundle.forget', { handle: third.handle });
    expect(await desk.call('bundle.import', { ...wish, handle: third.handle })).toMatchObject({
      failure: { code: 'gone' },
    });
  });

  it('asks about a flow whose file is here with other content, and brings the file beside', async () => {
    const from = await storyDesk({ saveFiles: [root.file('out.flowbundle.json')] });
    await from.call('bundle.export', { ...choice, passphrase: null });
    const text = await readFile(root.file('out.flowbundle.json'), 'utf8');
    await writeFile(root.file('from', 'files/photo.png'), 'mine');
    const view = viewOf(await from.call('bundle.read', { name: 'a.flowbundle.json', text }));
    const asked = view.documents.filter(({ state }) => state === 'conflict');
    expect(asked).toMatchObject([
      { name: 'Send a photo', otherFiles: ['files/photo.png'], isSameDocument: true },
    ]);
    const wish = { handle: view.handle, secrets: [], passphrase: null };
    expect(await from.call('bundle.import', { ...wish, answers: [] })).toMatchObject({
      failure: { code: 'undecided' },
    });
    const answers = asked.map(({ id }) => ({ id, answer: 'replace' as const }));
    expect(await from.call('bundle.import', { ...wish, answers })).toMatchObject({ ok: true });
    expect(await readFile(root.file('from', 'files/photo.png'), 'utf8')).toBe('mine');
    expect(await readFile(root.file('from', 'flows/send-a-photo.json'), 'utf8')).toContain(
      'files/photo-2.png',
    );
  });

  it('is refused beside a document of a newer version, which is named and stays', async () => {
    const from = await storyDesk({ saveFiles: [root.file('out.flowbundle.json')] });
    await from.call('bundle.export', { ...choice, passphrase: null });
    const text = await readFile(root.file('out.flowbundle.json'), 'utf8');
    await writeStoryWorkspace(root.file('newer'));
    const file = root.file('newer', 'flows/send-a-photo.json');
    const newer = (await readFile(file, 'utf8')).replace('"version": 1', '"version": 2');
    await writeFile(file, newer);
    const desk = await deskAt('newer', {});
    const read = await desk.call('bundle.read', { name: 'a.flowbundle.json', text });
    expect(read).toMatchObject({ ok: false, failure: { code: 'unreadable' } });
    expect(read.ok || read.failure.message).toContain('flows/send-a-photo.json');
    expect(await readFile(file, 'utf8')).toBe(newer);
  });

  it('refuses what is damaged, changed, newer or no bundle, in words', async () => {
    const text = await storyBundle();
    const desk = await emptyDesk('to');
    const refused = async (dropped: string) => {
      const read = await desk.call('bundle.read', { name: 'a.flowbundle.json', text: dropped });
      return read.ok ? 'taken' : read.failure.code;
    };
    expect(await refused(text.slice(0, 200))).toBe('not-json');
    expect(await refused(text.replace('https://shop.example/v2', 'https://shop.example/v3'))).toBe('changed');
    expect(await refused(text.replace('"version": 1', '"version": 2'))).toBe('newer-version');
    expect(await refused('{}')).toBe('not-a-bundle');
    expect(await desk.call('bundle.pick', null)).toMatchObject({ failure: { code: 'cancelled' } });
  });
});

/** A bundle with an endpoint that sends the same slots elsewhere, and says otherwise in its list of secrets. */
function bundleToElsewhere(): Promise<string> {
  const elsewhere = endpointSchema.parse({ ...shop, baseUrl: 'https://evil.example' });
  return storyBundle({
    flows: [],
    documents: [
      {
        file: 'endpoints/shop-api.json',
        stored: { content: elsewhere, raw: structuredClone(elsewhere) as never },
      },
    ],
    files: [],
  });
}
