// A file of settings may be damaged or locked; a start must survive that and lose nothing it could keep.
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openDurableStore } from '#electron/settings/durable-store.ts';
import { openConf } from '../../../support/open-conf.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const file = () => folder.file('data', 'settings.json');
const lastGood = () => folder.file('data', 'settings.last-good.json');

function open(notes: string[] = []) {
  return openDurableStore(folder.file('data'), 'settings', {
    openStore: openConf,
    note: (sentence) => notes.push(sentence),
  });
}

const modeOf = async (name: string) => (await stat(name)).mode & 0o777;

describe('a store of settings', () => {
  it('is empty at first, and there again after a new start', () => {
    const store = open();
    expect(store.read()).toEqual({});
    store.write({ theme: 'dark', list: [1, { deep: null }], 'dotted.key': 'ü' });
    expect(store.read()).toEqual({ theme: 'dark', list: [1, { deep: null }], 'dotted.key': 'ü' });
    expect(open().read()).toEqual({ theme: 'dark', list: [1, { deep: null }], 'dotted.key': 'ü' });
  });

  it('loses a key that is not written any more', () => {
    open().write({ a: 1, b: 2 });
    open().write({ b: 2 });
    expect(open().read()).toEqual({ b: 2 });
  });

  it('is a text that people can read and that ends with a line', async () => {
    open().write({ theme: 'dark' });
    expect(await readFile(file(), 'utf8')).toBe('{\n  "theme": "dark"\n}\n');
  });

  it('is for its owner alone, also where it was not before', async () => {
    await mkdir(folder.file('data'), { mode: 0o755 });
    await writeFile(file(), '{"theme":"dark"}', { mode: 0o644 });
    await chmod(folder.file('data'), 0o755);
    const store = open();
    expect([await modeOf(folder.file('data')), await modeOf(file())]).toEqual([0o700, 0o600]);
    store.write({ theme: 'light' });
    expect([await modeOf(file()), await modeOf(lastGood())]).toEqual([0o600, 0o600]);
  });

  it('clears away what killed writes left, and nothing else', async () => {
    await mkdir(folder.file('data'));
    for (const name of [
      'settings.json.tmp-1234567890abcdef',
      'settings.last-good.json.tmp-copy',
      'other.tmp-1',
      'view.json',
    ])
      await writeFile(folder.file('data', name), '{');
    open();
    expect((await readdir(folder.file('data'))).sort()).toEqual(['other.tmp-1', 'view.json']);
  });
});

describe('a store whose file is damaged', () => {
  it.each([
    ['half a file', '{"theme":"da'],
    ['nothing', ''],
    ['zeros', '\u0000\u0000\u0000'],
    ['a list', '[1]'],
    ['a text', '"dark"'],
    ['null', 'null'],
  ])('sets it aside and takes the last good copy: %s', async (_, content) => {
    open().write({ theme: 'dark' });
    await writeFile(file(), content);
    const notes: string[] = [];
    expect(open(notes).read()).toEqual({ theme: 'dark' });
    expect(notes).toEqual([
      `${file()} was damaged and is kept as settings.json.damaged-1; the last good copy took its place.`,
    ]);
    expect(await readFile(folder.file('data', 'settings.json.damaged-1'), 'utf8')).toBe(content);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toEqual({ theme: 'dark' });
    expect(await modeOf(file())).toBe(0o600);
  });

  it('begins anew where there is no good copy either, and keeps everything it found', async () => {
    await mkdir(folder.file('data'));
    await writeFile(file(), 'damaged');
    await writeFile(lastGood(), 'damaged too');
    const notes: string[] = [];
    const store = open(notes);
    expect(store.read()).toEqual({});
    expect(notes[0]).toContain('there is no earlier copy, so the defaults hold');
    store.write({ theme: 'light' });
    expect(open().read()).toEqual({ theme: 'light' });
    expect(await readFile(folder.file('data', 'settings.json.damaged-1'), 'utf8')).toBe('damaged');
  });

  it('never sets one aside over another', async () => {
    open().write({ a: 1 });
    for (const content of ['first', 'second']) {
      await writeFile(file(), content);
      open();
    }
    expect(await readFile(folder.file('data', 'settings.json.damaged-1'), 'utf8')).toBe('first');
    expect(await readFile(folder.file('data', 'settings.json.damaged-2'), 'utf8')).toBe('second');
  });

  it('has a good copy also of what was written by hand', async () => {
    await mkdir(folder.file('data'));
    await writeFile(file(), '{"theme":"contrast"}');
    open();
    await writeFile(file(), 'damaged');
    expect(open().read()).toEqual({ theme: 'contrast' });
  });
});

describe('a store that cannot be written', () => {
  it('holds until the process ends, and says so in the log', async () => {
    await writeFile(folder.file('data'), 'a file in the place of the folder');
    const notes: string[] = [];
    const store = open(notes);
    store.write({ theme: 'dark' });
    expect(store.read()).toEqual({ theme: 'dark' });
    expect(notes.length).toBeGreaterThan(0);
    expect(await readFile(folder.file('data'), 'utf8')).toBe('a file in the place of the folder');
  });

  it('keeps the old content where a write fails', async () => {
    const notes: string[] = [];
    const store = open(notes);
    store.write({ theme: 'dark' });
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    store.write(circular);
    expect(notes).toHaveLength(1);
    expect(open().read()).toEqual({ theme: 'dark' });
    expect((await readdir(folder.file('data'))).sort()).toEqual(['settings.json', 'settings.last-good.json']);
  });
});
