// A damaged file is kept under another name, for a person may still want to repair it.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { moveWithoutReplacing } from '#electron/workspace/files/move-file.ts';
import { setAside } from '#electron/workspace/files/set-aside.ts';
import { useTemporaryFolder } from '../../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();

describe('setting a file aside', () => {
  it('keeps its content under the next free number', async () => {
    for (const content of ['first', 'second', 'third']) {
      await writeFile(folder.file('a.json'), content);
      await setAside(folder.file('a.json'));
    }
    expect((await readdir(folder.path)).sort()).toEqual([
      'a.json.damaged-1',
      'a.json.damaged-2',
      'a.json.damaged-3',
    ]);
    expect(await readFile(folder.file('a.json.damaged-2'), 'utf8')).toBe('second');
  });

  it('says what it is called now', async () => {
    await writeFile(folder.file('a.json'), '');
    expect(await setAside(folder.file('a.json'))).toBe(folder.file('a.json.damaged-1'));
  });

  it('gives nothing for a file that is not there', async () => {
    expect(await setAside(folder.file('a.json'))).toBeNull();
  });
});

describe('giving a file another name', () => {
  it('moves it', async () => {
    await writeFile(folder.file('a'), 'content');
    expect(await moveWithoutReplacing(folder.file('a'), folder.file('b'))).toBe(true);
    expect(await readdir(folder.path)).toEqual(['b']);
    expect(await readFile(folder.file('b'), 'utf8')).toBe('content');
  });

  it('replaces nothing', async () => {
    await writeFile(folder.file('a'), 'one');
    await writeFile(folder.file('b'), 'other');
    expect(await moveWithoutReplacing(folder.file('a'), folder.file('b'))).toBe(false);
    expect(await readFile(folder.file('a'), 'utf8')).toBe('one');
    expect(await readFile(folder.file('b'), 'utf8')).toBe('other');
  });

  it('does both also where the system makes no links, as for folders', async () => {
    await mkdir(folder.file('a'));
    await writeFile(folder.file('a', 'inner'), 'content');
    await mkdir(folder.file('taken'));
    expect(await moveWithoutReplacing(folder.file('a'), folder.file('taken'))).toBe(false);
    expect(await moveWithoutReplacing(folder.file('a'), folder.file('b'))).toBe(true);
    expect((await readdir(folder.path)).sort()).toEqual(['b', 'taken']);
    expect(await readdir(folder.file('b'))).toEqual(['inner']);
  });

  it('rejects where the file is not there', async () => {
    await expect(moveWithoutReplacing(folder.file('a'), folder.file('b'))).rejects.toThrow('ENOENT');
  });
});
