// A temporary file has to lie where renaming it is atomic, and be known as rubbish later.
import { readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isTemporaryName,
  removeStaleTemporaryFiles,
  temporaryFile,
} from '#electron/workspace/files/temporary-file.ts';
import { useTemporaryFolder } from '../../../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
/** Above every process number that Linux, macOS or Windows gives. */
const noProcess = 99_999_999;

describe('a temporary file', () => {
  it('lies beside the file it will become, hidden, and is another one each time', () => {
    const names = new Set(Array.from({ length: 50 }, () => temporaryFile('/w/flows/order-lookup.json')));
    expect(names.size).toBe(50);
    for (const name of names) {
      expect(path.dirname(name)).toBe('/w/flows');
      expect(path.basename(name)).toMatch(/^\.order-lookup\.json\./);
      expect(isTemporaryName(path.basename(name))).toBe(true);
    }
  });

  it('has a name that every disk can hold', () => {
    expect(path.basename(temporaryFile(`/w/${'x'.repeat(255)}`)).length).toBeLessThanOrEqual(255);
  });

  it.each(['order-lookup.json', '.gitignore', '.order.json.tmp', 'a.flowbench-1-0123456789ab.tmp'])(
    'is never taken for %s',
    (name) => {
      expect(isTemporaryName(name)).toBe(false);
    },
  );
});

describe('clearing temporary files away', () => {
  it('removes those of processes that are gone, and nothing else', async () => {
    await writeFile(folder.file(`.a.json.flowbench-${String(noProcess)}-0123456789ab.tmp`), '');
    await writeFile(folder.file('.a.json.tmp'), '');
    await writeFile(folder.file('a.json'), '');
    await removeStaleTemporaryFiles(folder.path);
    expect(await readdir(folder.path)).toEqual(['.a.json.tmp', 'a.json']);
  });

  it('leaves those that somebody is writing', async () => {
    const mine = temporaryFile(folder.file('a.json'));
    const parents = folder.file(`.b.json.flowbench-${String(process.ppid)}-0123456789ab.tmp`);
    await writeFile(mine, '');
    await writeFile(parents, '');
    await removeStaleTemporaryFiles(folder.path);
    expect((await readdir(folder.path)).sort()).toEqual(
      [mine, parents].map((file) => path.basename(file)).sort(),
    );
  });

  it('removes old ones also where another process has the number by now', async () => {
    const old = temporaryFile(folder.file('a.json'));
    await writeFile(old, '');
    await utimes(old, new Date(), new Date(Date.now() - 120_000));
    await removeStaleTemporaryFiles(folder.path);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('does not mind a folder that is not there', async () => {
    await expect(removeStaleTemporaryFiles(folder.file('nowhere'))).resolves.toBeUndefined();
  });
});
