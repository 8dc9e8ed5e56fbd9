// A workspace is found by reading a folder that people arrange as they like.
import { chmod, mkdir, readdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { readWorkspace } from '#electron/workspace/read-workspace.ts';
import { copyFrozenWorkspace } from '../../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { frozenDocuments, frozenText } from '../../../support/workspace-fixture.ts';

const folder = useTemporaryFolder();

async function read() {
  const content = await readWorkspace(folder.path);
  if (!content.ok) throw new Error(content.failure.message);
  return content.value;
}

async function problems() {
  const { problemFiles, problems: others } = await read();
  return [...others, ...problemFiles.map(({ problem }) => problem)];
}

describe('reading a workspace', () => {
  beforeEach(() => copyFrozenWorkspace(folder.path));

  it('finds every document, also in folders of the person, in the order of file names', async () => {
    const { documents, file, problemFiles } = await read();
    expect(file).toMatchObject({ id: 'ws_acmeshopacme', name: 'Acme Shop' });
    expect(documents.map((each) => each.file)).toEqual([...frozenDocuments]);
    expect(problemFiles).toEqual([]);
  });

  it('gives the real path of the folder', async () => {
    await symlink(folder.path, folder.file('link'));
    const content = await readWorkspace(folder.file('link'));
    expect(content.ok && content.value.folder).toBe(folder.path);
  });

  it('changes nothing, whatever it finds', async () => {
    await writeFile(folder.file('flows', 'broken.json'), '{');
    await writeFile(folder.file('flows', '.broken.json.flowbench-99999999-0123456789ab.tmp'), '{');
    const before = await readdir(folder.path, { recursive: true });
    await read();
    expect(await readdir(folder.path, { recursive: true })).toEqual(before);
  });

  it('passes over what is no document: hidden names, other endings, other folders', async () => {
    await mkdir(folder.file('flows', '.hidden'));
    await mkdir(folder.file('notes'));
    for (const name of [
      'flows/.hidden/a.json',
      'flows/.a.json',
      'flows/a.json.damaged-1',
      'flows/a.md',
      'notes/a.json',
    ])
      await writeFile(folder.file(name), '{');
    expect(await problems()).toEqual([]);
  });

  it('does not need the folders to be there', async () => {
    for (const name of ['flows', 'endpoints', 'environments'])
      await rm(folder.file(name), { recursive: true });
    expect((await read()).documents).toEqual([]);
  });

  it('reads many documents', async () => {
    for (let index = 0; index < 300; index += 1) {
      const id = `fl_${index.toString(2).padStart(12, '0').replaceAll('0', 'a').replaceAll('1', 'b')}`;
      const text = frozenText('flows/support/empty.json').replace('fl_emptyemptyem', id);
      await writeFile(folder.file('flows', `many-${String(index)}.json`), text);
    }
    expect((await read()).documents).toHaveLength(305);
  });

  describe('with a file that cannot be used', () => {
    it('names each one and opens the rest', async () => {
      await writeFile(folder.file('flows', 'half.json'), frozenText('flows/order-lookup.json').slice(0, 200));
      await writeFile(folder.file('flows', 'package.json'), '{"name":"x"}');
      await writeFile(
        folder.file('flows', 'newer.json'),
        frozenText('flows/support/empty.json').replace('"version": 1', '"version": 2'),
      );
      await writeFile(
        folder.file('endpoints', 'latin1.json'),
        Buffer.from('{"name":"Gr\u00fc\u00dfe"}', 'latin1'),
      );
      await mkdir(folder.file('environments', 'folder.json'));
      expect((await read()).documents).toHaveLength(5);
      expect((await problems()).map(({ file, code }) => [file, code])).toEqual([
        ['endpoints/latin1.json', 'not-json'],
        ['flows/half.json', 'not-json'],
        ['flows/newer.json', 'newer-version'],
        ['flows/package.json', 'not-a-document'],
      ]);
    });

    it('loads the first of two with one id and names both', async () => {
      await writeFile(folder.file('flows', 'a-copy.json'), frozenText('flows/order-lookup.json'));
      await writeFile(folder.file('endpoints', 'stray.json'), frozenText('flows/support/empty.json'));
      const { documents } = await read();
      expect(documents.map((each) => each.file)).toContain('flows/a-copy.json');
      expect(documents.map((each) => each.file)).not.toContain('flows/order-lookup.json');
      expect(await problems()).toEqual([
        {
          file: 'flows/order-lookup.json',
          code: 'duplicate-id',
          message:
            'flows/order-lookup.json has the same id as flows/a-copy.json and was not loaded. Remove one of the two, or give it an id of its own.',
          setAsideAs: null,
        },
        expect.objectContaining({ file: 'flows/support/empty.json', code: 'duplicate-id' }),
      ]);
    });

    it('follows no symbolic link, neither of a file nor of a folder', async () => {
      await writeFile(folder.file('private.json'), 'a private text');
      await symlink(folder.file('private.json'), folder.file('flows', 'link.json'));
      await symlink('/etc', folder.file('flows', 'etc'));
      const [problem, ...others] = await problems();
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ file: 'flows/link.json', code: 'unreadable' });
      expect(JSON.stringify(problem)).not.toContain('private text');
    });

    it('reads no file that is larger than any document', async () => {
      await writeFile(folder.file('flows', 'huge.json'), '{');
      await truncate(folder.file('flows', 'huge.json'), 65 * 1024 * 1024);
      expect(await problems()).toMatchObject([{ file: 'flows/huge.json', code: 'unreadable' }]);
    });

    it('names a folder that it cannot look into', async () => {
      await rename(folder.file('flows'), folder.file('elsewhere'));
      await writeFile(folder.file('flows'), 'a file');
      expect(await problems()).toMatchObject([{ file: 'flows', code: 'folder-unreadable' }]);
      expect((await read()).documents).toHaveLength(3);
    });
  });
});

describe('a folder that is no workspace', () => {
  async function failureOf(name: string) {
    const content = await readWorkspace(folder.file(name));
    if (content.ok) throw new Error('This should not open.');
    return content.failure;
  }

  it('is told apart from one that is not there', async () => {
    expect(await failureOf('nowhere')).toMatchObject({ code: 'not-found' });
    await mkdir(folder.file('empty'));
    expect(await failureOf('empty')).toMatchObject({ code: 'not-a-workspace' });
    await writeFile(folder.file('file'), '');
    expect(await failureOf('file')).toMatchObject({ code: 'not-a-workspace' });
  });

  it.each([
    ['half', '{"format":"flowbench.work', 'damaged'],
    ['another', '{"format":"flowbench.flow","version":1}', 'damaged'],
    ['newer', '{"format":"flowbench.workspace","version":9}', 'newer-version'],
    ['binary', Buffer.of(0xff, 0xfe, 0x00), 'damaged'],
  ])('says what is wrong with its file and leaves it: %s', async (name, content, code) => {
    await mkdir(folder.file(name));
    await writeFile(folder.file(name, 'flowbench.json'), content);
    const failure = await failureOf(name);
    expect(failure.code).toBe(code);
    expect(failure.message).toContain('flowbench.json');
    expect(await readdir(folder.file(name))).toEqual(['flowbench.json']);
  });

  it('does not follow a link in the place of its file', async () => {
    await mkdir(folder.file('linked'));
    await writeFile(folder.file('flowbench.json'), frozenText('flowbench.json'));
    await symlink(folder.file('flowbench.json'), folder.file('linked', 'flowbench.json'));
    expect(await failureOf('linked')).toMatchObject({ code: 'unreadable' });
    await chmod(folder.file('linked'), 0o700);
  });
});
