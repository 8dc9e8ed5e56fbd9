// A full disk must cost the new secret only, and must be said.
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createVault } from '#electron/vault/vault.ts';
import { fixedCipher } from '../../support/fixed-cipher.ts';
import { tokenOf, tokenPlace } from '../../support/open-vault.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { startTypescript } from '../../support/typescript-child.ts';

const folder = useTemporaryFolder();
const setLargeSecret = new URL('../../support/set-large-secret.ts', import.meta.url);

describe('a disk that takes no more in the middle of the vault', () => {
  it('leaves the vault as it was, and says that nothing was lost', async () => {
    const file = folder.file('data', 'vault.json');
    const vault = createVault({ system: fixedCipher, fileOf: () => file, now: () => new Date() });
    await vault.set(tokenPlace, 'the first token');
    const before = await readFile(file, 'utf8');

    const child = startTypescript(setLargeSecret, [file], 'trap "" XFSZ; ulimit -f 60');
    expect(JSON.parse(await child.line())).toEqual({
      ok: false,
      failure: {
        code: 'not-written',
        message:
          'The vault was not changed: the file would be larger than the system allows. What it held before is still there.',
      },
    });
    expect(await child.ended).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await tokenOf(vault)).toBe('set: the first token');
    expect(await readdir(folder.file('data'))).toEqual(['vault.json']);
  });
});
