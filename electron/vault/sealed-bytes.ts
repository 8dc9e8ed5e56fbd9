import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const tagBytes = 16;

/** Bytes of a nonce, which stands before what is sealed. */
export const nonceBytes = 12;
/** Bytes of a key. */
export const keyBytes = 32;
/** What sealing adds to a text. */
export const sealBytesAdded = nonceBytes + tagBytes;

/**
 * Encrypts bytes (AES-256-GCM, NIST SP 800-38D) under a nonce that is new each time; every byte is authenticated, and so
 * is what goes with them.
 *
 * @param associated what the bytes belong to: with another text they do not open
 * @returns nonce, encrypted bytes, and the tag of 16 bytes
 */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, associated: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(associated);
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Decrypts what `sealBytes` gave. Throws where the key is another one, or a single bit of anything was changed. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Buffer {
  if (sealed.byteLength < sealBytesAdded) throw new Error('These bytes were cut short.');
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(associated).setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}
