// A build is spared only where the last one was whole: half a new build under an old stamp would run as a mixture.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unlessUnchanged } from '../../../scripts/steps/unless-unchanged.mjs';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'flowbench-build-'));
  await edit('main', 'old');
  await edit('page', 'old');
});
afterEach(() => rm(root, { recursive: true }));

const edit = (name: string, text: string): Promise<void> => writeFile(path.join(root, name), text);
const built = (name: string): Promise<string> => readFile(path.join(root, `${name}.out`), 'utf8');

/** Builds `main` and then `page`, which fails if it is broken; tells whether anything was built at all. */
async function build(): Promise<boolean> {
  let ran = false;
  const what = {
    root,
    sources: ['main', 'page'],
    results: ['main.out', 'page.out'],
    stampFile: path.join(root, 'deep/stamp'),
  };
  await unlessUnchanged(what, async () => {
    ran = true;
    await writeFile(path.join(root, 'main.out'), await readFile(path.join(root, 'main')));
    const page = await readFile(path.join(root, 'page'), 'utf8');
    if (page === 'broken') throw new Error('The page does not build.');
    await writeFile(path.join(root, 'page.out'), page);
  });
  return ran;
}

it('builds the first time, after an edit, and where a result is gone', async () => {
  expect(await build()).toBe(true);
  expect(await build()).toBe(false);
  await edit('page', 'new');
  expect(await build()).toBe(true);
  expect(await built('page')).toBe('new');
  await rm(path.join(root, 'main.out'));
  expect(await build()).toBe(true);
  expect(await build()).toBe(false);
});

it('builds again what a failed build left half done, also when the edits are undone', async () => {
  await build();
  await edit('main', 'new');
  await edit('page', 'broken');
  await expect(build()).rejects.toThrow('The page does not build.');
  expect(await built('main')).toBe('new');

  await edit('main', 'old');
  await edit('page', 'old');
  expect(await build()).toBe(true);
  expect([await built('main'), await built('page')]).toEqual(['old', 'old']);
});
