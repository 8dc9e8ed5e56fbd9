// Run in a process of its own with a limit on the size of files: tries to keep a secret that does not fit any more.
import { createVault } from '#electron/vault/vault.ts';
import { fixedCipher } from './fixed-cipher.ts';
import { tokenPlace } from './open-vault.ts';

const [file = ''] = process.argv.slice(3);
const vault = createVault({ system: fixedCipher, fileOf: () => file, now: () => new Date() });
const set = await vault.set(tokenPlace, 'x'.repeat(90_000));
process.stdout.write(`${JSON.stringify(set)}\n`);
