import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Cipher } from './cipher.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * A cipher whose key is made now, is never written and ends with the process (AES-256-GCM, NIST SP 800-38D). So secrets
 * of a session do not lie readable in memory for longer than they are used, nor in a core dump without the key.
 */
export function sessionCipher(): Cipher {
  const key = randomBytes(32);
  return {
    name: 'session',
    available: () => Promise.resolve({ usable: true, backend: 'memory' }),
    encrypt: (text, associated) => promised(() => encrypted(key, text, associated)),
    decrypt: (bytes, associated) =>
      promised(() => ({ text: decrypted(key, bytes, associated), reencrypt: false })),
  };
}

/** What a synchronous call throws becomes a rejection, as the port says. */
function promised<Result>(call: () => Result): Promise<Result> {
  return new Promise((resolve) => resolve(call()));
}

function encrypted(key: Uint8Array, text: string, associated: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(associated));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypted(key: Uint8Array, bytes: Uint8Array, associated: string): string {
  const nonce = bytes.subarray(0, nonceBytes);
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(associated)).setAuthTag(tag);
  const body = bytes.subarray(nonceBytes + tagBytes);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}
