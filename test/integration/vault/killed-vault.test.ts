// A process may be killed at any moment while it writes secrets; what was stored before must still be readable.
import { readdir, stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { createVault } from '#electron/vault/vault.ts';
import { fixedCipher } from '../../support/fixed-cipher.ts';
import { clientSlot, tokenOf } from '../../support/open-vault.ts';
import { runs } from '../../support/runs.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { startTypescript } from '../../support/typescript-child.ts';

const folder = useTemporaryFolder();
const setForEver = new URL('../../support/set-secrets-for-ever.ts', import.meta.url);
const kills = runs(3);

describe('a process that is killed while it keeps secrets', () => {
  it(
    'leaves a vault that is whole: the old secret or the new one, and all others',
    { timeout: 60_000 + kills * 20_000 },
    async () => {
      const file = folder.file('data', 'vault.json');
      for (let round = 0; round < kills; round += 1) {
        const child = startTypescript(setForEver, [file]);
        expect(await child.line()).toBe('setting');
        const until = performance.now() + 3 + ((round * 11) % 30);
        while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
        child.process.kill('SIGKILL');
        expect(await child.ended).toBe('SIGKILL');

        const vault = createVault({ system: fixedCipher, fileOf: () => file, now: () => new Date() });
        expect(await tokenOf(vault)).toMatch(/^set: round \d{6} x{50000}$/);
        expect(await tokenOf(vault, { slot: clientSlot })).toBe('set: it must stay');
        expect((await stat(file)).mode & 0o777).toBe(0o600);
      }
      // The last kill may have left one temporary file, which the next write clears away; no more than that.
      expect((await readdir(folder.file('data'))).length).toBeLessThanOrEqual(2);
    },
  );
});
