import { randomBytes } from 'node:crypto';
import type { Cipher } from './cipher.ts';
import { keyBytes, openBytes, sealBytes } from './sealed-bytes.ts';

/**
 * A cipher whose key is made now, is never written and ends with the process. So secrets of a session do not lie readable
 * in memory for longer than they are used, nor in a core dump without the key.
 */
export function sessionCipher(): Cipher {
  const key = randomBytes(keyBytes);
  return {
    name: 'session',
    available: () => Promise.resolve({ usable: true, backend: 'memory' }),
    encrypt: (text, associated) => promised(() => sealBytes(key, Buffer.from(text), Buffer.from(associated))),
    decrypt: (bytes, associated) =>
      promised(() => ({
        text: openBytes(key, bytes, Buffer.from(associated)).toString('utf8'),
        reencrypt: false,
      })),
  };
}

/** What a synchronous call throws becomes a rejection, as the port of ciphers says. */
export function promised<Result>(call: () => Result): Promise<Result> {
  return new Promise((resolve) => resolve(call()));
}
