import { randomBytes, scrypt } from 'node:crypto';
import type { KeyDerivation } from '#shared/secret/key-derivation.ts';
import { exactBase64 } from './exact-base64.ts';
import { keyBytes } from './sealed-bytes.ts';

/** About a quarter of a second and 128 MB for each try at a passphrase. */
const cost = { n: 2 ** 17, r: 8, p: 1 } as const;
/** What a file of a stranger may make this machine do. */
const mostCost = { n: 2 ** 18, r: 8, p: 2 } as const;
const saltBytes = 16;

/** How the next key is made: by the present cost, with a salt of its own. */
export function newKeyDerivation(): KeyDerivation {
  return { name: 'scrypt', ...cost, salt: randomBytes(saltBytes).toString('base64') };
}

/** Whether we do this work: it cannot be ours, or is too much to do for a stranger, where not. */
export function isDerivationTaken({ n, p, r, salt }: KeyDerivation): boolean {
  const isPower = n > 1 && Number.isInteger(Math.log2(n));
  const isCostTaken = isPower && n <= mostCost.n && r >= 1 && r <= mostCost.r && p >= 1 && p <= mostCost.p;
  return isCostTaken && exactBase64(salt)?.length === saltBytes;
}

/**
 * Makes the key of a passphrase, off the event loop. The same letters are the same passphrase, however a keyboard writes
 * them. Only for a derivation that `isDerivationTaken`.
 */
export function derivedKey(passphrase: string, { n, p, r, salt }: KeyDerivation): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: n, r, p, maxmem: 256 * n * r };
    const letters = passphrase.normalize('NFKC');
    scrypt(letters, Buffer.from(salt, 'base64'), keyBytes, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
