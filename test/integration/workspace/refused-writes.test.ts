// Full disks and folders that may not be written are everyday; nothing may be lost or half written.
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyFrozenWorkspace } from '../../support/open-workspace.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { startTypescript } from '../../support/typescript-child.ts';
import { frozenText } from '../../support/workspace-fixture.ts';

const folder = useTemporaryFolder();
const saveOnce = new URL('../../support/save-once.ts', import.meta.url);
const nobody = '65534';
const lookup = 'flows/order-lookup.json';

beforeEach(async () => {
  await chmod(folder.path, 0o755);
  await copyFrozenWorkspace(folder.file('shop'));
});

async function results(user: string, before = '') {
  const child = startTypescript(saveOnce, [folder.file('shop'), folder.file('data'), user], before);
  const result = JSON.parse(await child.line()) as unknown;
  expect(await child.ended).toBe(0);
  return result;
}

const refusal = (message: RegExp) => ({
  ok: false,
  failure: { code: 'not-written', message: expect.stringMatching(message) as string },
});

describe('a disk that takes no more in the middle of a file', () => {
  it('leaves every old file whole and nothing half written', async () => {
    // The limit on the size of files ends a write in the middle, as a full disk does, and needs no disk to be full.
    const result = await results('', 'trap "" XFSZ; ulimit -f 100');
    expect(result).toMatchObject({
      saved: refusal(/^“Order lookup” was not saved: the file would be larger than the system allows\.$/),
      renamed: refusal(/^“Renamed” was not saved: /),
      removed: { ok: true },
      attached: { ok: true },
      written: { ok: false, failure: { code: 'not-written' } },
    });
    const names = await readdir(folder.file('shop'), { recursive: true });
    expect(names.filter((name) => name.endsWith('.tmp') || name.endsWith('big'))).toEqual([]);
  });
});

describe('a workspace that may be read and not written', () => {
  it('opens, and says of every change why it was not made', async () => {
    await mkdir(folder.file('data'));
    await chmod(folder.file('data'), 0o755);
    await writeFile(folder.file('shop', 'flows', 'broken.json'), '{');
    const names = await readdir(folder.file('shop'), { recursive: true, withFileTypes: true });
    for (const entry of names)
      await chmod(`${entry.parentPath}/${entry.name}`, entry.isDirectory() ? 0o555 : 0o444);
    await chmod(folder.file('shop'), 0o555);
    const before = await readdir(folder.file('shop'), { recursive: true });

    expect(await results(nobody)).toMatchObject({
      problems: [{ file: 'flows/broken.json', code: 'not-json', setAsideAs: null }],
      notes: 1,
      saved: refusal(/^“Order lookup” was not saved: permission is missing\.$/),
      renamed: refusal(/^“Renamed” was not saved: permission is missing\.$/),
      removed: refusal(/^“Order lookup” was not removed: permission is missing\.$/),
      attached: refusal(/^flowbench\.json was not copied into the workspace: permission is missing\.$/),
      written: { ok: false, failure: { code: 'not-written', reason: 'permission is missing' } },
    });
    expect(await readdir(folder.file('shop'), { recursive: true })).toEqual(before);
    expect(await readFile(folder.file('shop', lookup), 'utf8')).toBe(frozenText(lookup));
  });

  it('opens without the files that may not be read', async () => {
    await chmod(folder.file('shop', 'environments', 'staging.json'), 0o000);
    const result = await results(nobody);
    expect(result).toMatchObject({
      problems: [
        {
          file: 'environments/staging.json',
          code: 'unreadable',
          message: 'environments/staging.json cannot be read: permission is missing.',
        },
      ],
    });
  });
});
