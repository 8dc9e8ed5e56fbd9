// Opening shows everything that can be read, changes nothing, and says what could not be.
import { link, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace } from '#electron/workspace/workspace.ts';
import { copyFrozenWorkspace, useWorkspaces, workspacePorts } from '../../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { frozenDocuments, frozenText } from '../../../support/workspace-fixture.ts';

const folder = useTemporaryFolder();
const workspaces = useWorkspaces();
const inShop = (name: string) => folder.file('shop', name);
const open = () => workspaces.open(folder.file('shop'), workspacePorts(folder.file('data')));

beforeEach(() => copyFrozenWorkspace(folder.file('shop')));

describe('opening a workspace', () => {
  it('shows everything that it holds', async () => {
    const workspace = await open();
    const { documents, ...rest } = workspace.snapshot();
    expect(rest).toEqual({
      id: 'ws_acmeshopacme',
      name: 'Acme Shop',
      folder: folder.file('shop'),
      problems: [],
      folders: ['endpoints/payments', 'flows/support'],
    });
    expect(documents.map((each) => each.file)).toEqual([...frozenDocuments]);
  });

  it('changes no file', async () => {
    const before = await Promise.all(frozenDocuments.map((file) => stat(inShop(file))));
    await open();
    for (const [index, file] of frozenDocuments.entries()) {
      expect(await readFile(inShop(file), 'utf8')).toBe(frozenText(file));
      expect((await stat(inShop(file))).ino).toBe(before[index]!.ino);
    }
  });

  it('makes a private folder for its data', async () => {
    const workspace = await open();
    expect((await stat(workspace.dataFolder)).mode & 0o777).toBe(0o700);
  });

  it('says why a folder is none, in words', async () => {
    expect(await openWorkspace(folder.file('nowhere'), workspacePorts(folder.file('data')))).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  it('opens also where the data folder cannot be made, and says so in the log', async () => {
    await writeFile(folder.file('data'), 'a file in the place of the folder');
    const notes: string[] = [];
    const ports = workspacePorts(folder.file('data'), { note: (sentence) => notes.push(sentence) });
    const workspace = await workspaces.open(folder.file('shop'), ports);
    expect(workspace.snapshot().documents).toHaveLength(5);
    expect(notes).toHaveLength(1);
  });
});

describe('opening a workspace with damaged files', () => {
  it.each([
    ['half a document', frozenText('flows/order-lookup.json').slice(0, 300)],
    ['nothing', ''],
    ['zeros', '\u0000'.repeat(500)],
    ['other text', 'to be or not to be'],
    ['bytes that are no text', Buffer.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d)],
  ])('sets a file aside that holds %s, content untouched, and opens the rest', async (_, content) => {
    await writeFile(inShop('flows/broken.json'), content);
    const { documents, problems } = (await open()).snapshot();
    expect(documents).toHaveLength(5);
    expect(problems).toEqual([
      {
        file: 'flows/broken.json',
        code: 'not-json',
        message: expect.stringMatching(
          /^flows\/broken\.json is damaged: .*It was set aside as flows\/broken\.json\.damaged-1\.$/s,
        ) as string,
        setAsideAs: 'flows/broken.json.damaged-1',
      },
    ]);
    expect((await readdir(inShop('flows'))).sort()).toEqual([
      'broken.json.damaged-1',
      'order-lookup.json',
      'support',
    ]);
    expect(await readFile(inShop('flows/broken.json.damaged-1'))).toEqual(Buffer.from(content));
  });

  it('does not set it aside again, nor over what was set aside before', async () => {
    await writeFile(inShop('flows/broken.json'), 'first');
    await open();
    await writeFile(inShop('flows/broken.json'), 'second');
    await open();
    expect((await open()).snapshot().problems).toEqual([]);
    expect(await readFile(inShop('flows/broken.json.damaged-1'), 'utf8')).toBe('first');
    expect(await readFile(inShop('flows/broken.json.damaged-2'), 'utf8')).toBe('second');
  });

  it.each([
    ['a merge conflict', '{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "a": 2\n>>>>>>> main\n}\n', 'not-json'],
    [
      'a mistake in one setting',
      frozenText('flows/support/empty.json').replace('false', '"no"'),
      'not-a-document',
    ],
    [
      'a newer version',
      frozenText('flows/support/empty.json').replace('"version": 1', '"version": 3'),
      'newer-version',
    ],
    ['a file of another program', '{"compilerOptions":{}}', 'not-a-document'],
    ['a second document with one id', frozenText('flows/order-lookup.json'), 'duplicate-id'],
  ])('leaves a file where it is that holds %s', async (_, content, code) => {
    await writeFile(inShop('flows/zz.json'), content);
    const { problems } = (await open()).snapshot();
    expect(problems).toMatchObject([{ file: 'flows/zz.json', code, setAsideAs: null }]);
    expect(await readFile(inShop('flows/zz.json'), 'utf8')).toBe(content);
  });

  it('can save a document with the name of a file that it left', async () => {
    await writeFile(inShop('flows/broken.json'), '{"compilerOptions":{}}');
    const workspace = await open();
    const { document, revision } = workspace.document(
      'fl_orderlookupo' as Parameters<typeof workspace.document>[0],
    )!;
    const saved = await workspace.save({
      document: { ...document, name: 'Broken' },
      revision,
      overwrite: false,
    });
    expect(saved).toMatchObject({ ok: true, value: { file: 'flows/broken-2.json' } });
    expect(await readFile(inShop('flows/broken.json'), 'utf8')).toBe('{"compilerOptions":{}}');
  });
});

describe('opening a workspace after a crash', () => {
  it('clears away what killed processes left half written, in every folder', async () => {
    const left = '.order-lookup.json.flowbench-99999999-0123456789ab.tmp';
    await mkdir(inShop('flows/deep/er'), { recursive: true });
    for (const name of ['', 'flows/', 'flows/deep/er/', 'endpoints/payments/', 'files/'])
      await writeFile(inShop(`${name}${left}`), 'half');
    await open();
    const names = await readdir(folder.file('shop'), { recursive: true });
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('knows one file by two names for the same, and takes one of the names away', async () => {
    await link(inShop('flows/order-lookup.json'), inShop('flows/order-search.json'));
    const { documents, problems } = (await open()).snapshot();
    expect(problems).toEqual([]);
    expect(documents).toHaveLength(5);
    expect(await readdir(inShop('flows'))).toEqual(['order-lookup.json', 'support']);
    expect(await readFile(inShop('flows/order-lookup.json'), 'utf8')).toBe(
      frozenText('flows/order-lookup.json'),
    );
  });
});
