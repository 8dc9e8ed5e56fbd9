// Run in a process of its own that gets killed: replaces one secret again and again, while a second one must survive.
import { createVault } from '#electron/vault/vault.ts';
import { fixedCipher } from './fixed-cipher.ts';
import { clientSlot, tokenPlace } from './open-vault.ts';

const [file = ''] = process.argv.slice(3);
const vault = createVault({ system: fixedCipher, fileOf: () => file, now: () => new Date() });

await vault.set({ ...tokenPlace, slot: clientSlot }, 'it must stay');
for (let round = 0; ; round += 1) {
  const set = await vault.set(tokenPlace, `round ${String(round).padStart(6, '0')} ${'x'.repeat(50_000)}`);
  if (!set.ok) throw new Error(set.failure.message);
  if (round === 2) process.stdout.write('setting\n');
}
