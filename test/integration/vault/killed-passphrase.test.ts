// A process may be killed at any moment while the passphrase is changed; one of the two opens everything afterwards.
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import {
  openPassphraseVault,
  otherPassphrase,
  otherPlace,
  passphrase,
} from '../../support/open-passphrase-vault.ts';
import { clientSlot, tokenOf, tokenPlace } from '../../support/open-vault.ts';
import { runs } from '../../support/runs.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { startTypescript } from '../../support/typescript-child.ts';

const folder = useTemporaryFolder();
const changeForEver = new URL('../../support/change-passphrase-for-ever.ts', import.meta.url);
const kills = runs(5);

describe('a process that is killed while it changes the passphrase', () => {
  it(
    'leaves the old passphrase or the new one, and every secret under it',
    { timeout: 60_000 + kills * 60_000 },
    async () => {
      const first = openPassphraseVault(folder.path);
      await first.vault.passphrase.choose(passphrase);
      const secrets = [tokenPlace, { ...tokenPlace, slot: clientSlot }, otherPlace];
      for (const [index, place] of secrets.entries()) await first.vault.set(place, `secret ${String(index)}`);
      for (let round = 0; round < kills; round += 1) {
        const child = startTypescript(changeForEver, [folder.path]);
        try {
          expect(await child.line()).toBe('changed');
          const until = performance.now() + Math.random() * 60;
          while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
        } finally {
          child.process.kill('SIGKILL');
        }
        expect(await child.ended).toBe('SIGKILL');

        const { vault } = openPassphraseVault(folder.path);
        const opened = [
          await vault.passphrase.unlock(passphrase),
          await vault.passphrase.unlock(otherPassphrase),
        ].filter(({ ok }) => ok);
        expect(opened).toHaveLength(1);
        expect(await Promise.all(secrets.map((place) => tokenOf(vault, place)))).toEqual([
          'set: secret 0',
          'set: secret 1',
          'set: secret 2',
        ]);
      }
    },
  );
});
