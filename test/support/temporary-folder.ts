// Gives each test a folder that is gone afterwards, whatever the test left in it.
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder of its own for each test of the describe block (or file) it is called in; removed afterwards. */
export function useTemporaryFolder(): {
  readonly path: string;
  readonly file: (...names: string[]) => string;
} {
  let folder = '';
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(path.join(tmpdir(), 'flowbench-test-')));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get path() {
      return folder;
    },
    file: (...names) => path.join(folder, ...names),
  };
}
