// Key stores of desktops get locked, lose keys and break; this one does so when a test asks for it.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SystemKeyStore } from '#electron/vault/system-cipher.ts';

/** A key store that can be locked, lose its key, and break, as those of desktops do. It really encrypts. */
export interface TestKeyStore extends SystemKeyStore {
  backend: string;
  isLocked: boolean;
  /** Whether encrypting throws, with the text in the message, as a careless library might. */
  isBroken: boolean;
  /** Whether decrypting says that there is a newer key. */
  asksToReencrypt: boolean;
  /** How often something was encrypted. */
  encryptions: number;
  /** Takes another key, as a new login ring has; gives back how to bring the old one back. */
  changeKey(): () => void;
}

/** Makes a key store that is unlocked and works. Its blobs begin with `v11`, as those of a real ring on Linux do. */
export function testKeyStore(backend = 'gnome_libsecret'): TestKeyStore {
  let key = randomBytes(32);
  return {
    backend,
    isLocked: false,
    isBroken: false,
    asksToReencrypt: false,
    encryptions: 0,
    isAvailable() {
      return Promise.resolve(!this.isLocked);
    },
    encrypt(text) {
      this.encryptions += 1;
      if (this.isBroken) return Promise.reject(new Error(`cannot encrypt ${text}`));
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Promise.resolve(Buffer.concat([Buffer.from('v11'), iv, cipher.getAuthTag(), body]));
    },
    decrypt(bytes) {
      const blob = Buffer.from(bytes);
      const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(3, 15));
      return new Promise((resolve) => {
        decipher.setAuthTag(blob.subarray(15, 31));
        const text = Buffer.concat([decipher.update(blob.subarray(31)), decipher.final()]).toString('utf8');
        resolve({ text, reencrypt: this.asksToReencrypt });
      });
    },
    changeKey() {
      const before = key;
      key = randomBytes(32);
      return () => {
        key = before;
      };
    },
  };
}
