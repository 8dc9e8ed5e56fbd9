// A cipher for vault tests that start a second process, which needs the key of the first.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Cipher } from '#electron/vault/cipher.ts';

const key = Buffer.alloc(32, 7);

/** A cipher whose key outlives a process, as that of a key store does. */
export const fixedCipher: Cipher = {
  name: 'system',
  available: () => Promise.resolve({ usable: true, backend: 'test' }),
  encrypt: (text) => {
    const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
    return Promise.resolve(Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]));
  },
  decrypt: (bytes) => {
    const decipher = createDecipheriv('aes-256-ctr', key, Buffer.alloc(16));
    const text = Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf8');
    return Promise.resolve({ text, reencrypt: false });
  },
};
