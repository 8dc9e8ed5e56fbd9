// Saving replaces a file as a whole or not at all, and keeps who may read it.
import { chmod, lstat, mkdir, open, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { writeFileAtomically } from '#electron/workspace/files/write-file-atomically.ts';
import { useTemporaryFolder } from '../../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();

async function modeOf(file: string) {
  return ((await stat(file)).mode & 0o7777).toString(8);
}

describe('writing a file', () => {
  it('makes it, and the folders above it', async () => {
    expect(await writeFileAtomically(folder.file('a', 'b', 'c.json'), '{"ü":1}\n')).toEqual({
      ok: true,
      value: null,
    });
    expect(await readFile(folder.file('a', 'b', 'c.json'), 'utf8')).toBe('{"ü":1}\n');
  });

  it('replaces it as a whole and leaves nothing else behind', async () => {
    const file = folder.file('a.json');
    await writeFile(file, 'a long text that was here before');
    await writeFileAtomically(file, Uint8Array.of(1, 2, 3));
    expect([...(await readFile(file))]).toEqual([1, 2, 3]);
    expect(await readdir(folder.path)).toEqual(['a.json']);
  });

  it('gives a reader that opened it before the old content to the end', async () => {
    const file = folder.file('a.json');
    await writeFile(file, 'old');
    const reader = await open(file);
    await writeFileAtomically(file, 'new');
    expect(await reader.readFile('utf8')).toBe('old');
    await reader.close();
  });

  it.each([0o600, 0o640, 0o664, 0o755])('keeps the mode of the file: %o', async (mode) => {
    const file = folder.file('a.json');
    await writeFile(file, 'old');
    await chmod(file, mode);
    await writeFileAtomically(file, 'new');
    expect(await modeOf(file)).toBe(mode.toString(8));
  });

  it('gives a new file what the umask gives', async () => {
    await writeFile(folder.file('usual.json'), '');
    await writeFileAtomically(folder.file('a.json'), 'new');
    expect(await modeOf(folder.file('a.json'))).toBe(await modeOf(folder.file('usual.json')));
  });

  it('gives it the mode that was asked for, whatever it had and whatever the umask is', async () => {
    const before = process.umask(0o077);
    try {
      await writeFile(folder.file('a.json'), 'old');
      await writeFileAtomically(folder.file('a.json'), 'new', { mode: 0o644 });
      await writeFileAtomically(folder.file('b.json'), 'new', { mode: 0o600 });
    } finally {
      process.umask(before);
    }
    expect(await modeOf(folder.file('a.json'))).toBe('644');
    expect(await modeOf(folder.file('b.json'))).toBe('600');
  });

  it('replaces a symbolic link and not what it points to', async () => {
    await writeFile(folder.file('private'), 'untouched');
    await symlink(folder.file('private'), folder.file('a.json'));
    await writeFileAtomically(folder.file('a.json'), 'new');
    expect(await readFile(folder.file('private'), 'utf8')).toBe('untouched');
    expect((await lstat(folder.file('a.json'))).isFile()).toBe(true);
  });
});

describe('writing a file that must be new', () => {
  it('does so where nothing has the name', async () => {
    expect((await writeFileAtomically(folder.file('a.json'), 'new', { isNew: true })).ok).toBe(true);
    expect(await readdir(folder.path)).toEqual(['a.json']);
  });

  it.each([
    ['a file', (file: string) => writeFile(file, 'old')],
    ['an empty file', (file: string) => writeFile(file, '')],
    ['a folder', (file: string) => mkdir(file)],
    ['a link that leads nowhere', (file: string) => symlink('nowhere', file)],
  ])('fails where there is %s, and leaves it', async (_, make) => {
    const file = folder.file('a.json');
    await make(file);
    const before = await lstat(file);
    const written = await writeFileAtomically(file, 'new', { isNew: true });
    expect(written).toMatchObject({ ok: false, failure: { code: 'exists' } });
    expect((await lstat(file)).ino).toBe(before.ino);
    expect(await readdir(folder.path)).toEqual(['a.json']);
  });

  it('lets one of many win who write at the same time', async () => {
    const file = folder.file('a.json');
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        writeFileAtomically(file, `writer ${String(index)}`, { isNew: true }),
      ),
    );
    expect(all.filter((written) => written.ok)).toHaveLength(1);
    const winner = all.findIndex((written) => written.ok);
    expect(await readFile(file, 'utf8')).toBe(`writer ${String(winner)}`);
  });
});

describe('a write that does not happen', () => {
  it('leaves everything as it was where it may not replace', async () => {
    const file = folder.file('a.json');
    await writeFile(file, 'theirs');
    const written = await writeFileAtomically(file, 'ours', { mayReplace: () => Promise.resolve(false) });
    expect(written).toMatchObject({ ok: false, failure: { code: 'changed' } });
    expect(await readFile(file, 'utf8')).toBe('theirs');
    expect(await readdir(folder.path)).toEqual(['a.json']);
  });

  it.each([
    [
      'a folder has its name',
      async (file: string) => {
        await mkdir(file, { recursive: true });
      },
      'a folder has its name',
    ],
    [
      'a file stands where its folder should be',
      (file: string) => writeFile(file.replace(/\/[^/]*$/, ''), ''),
      'something else has its name',
    ],
  ])('says why: %s', async (_, prepare, reason) => {
    const file = folder.file('sub', 'a.json');
    await prepare(file);
    const written = await writeFileAtomically(file, 'new');
    expect(written).toEqual({ ok: false, failure: { code: 'not-written', reason } });
  });

  it('says that a name is too long', async () => {
    const written = await writeFileAtomically(folder.file('x'.repeat(300)), 'new');
    expect(written).toEqual({ ok: false, failure: { code: 'not-written', reason: 'its name is too long' } });
    expect(await readdir(folder.path)).toEqual([]);
  });
});
