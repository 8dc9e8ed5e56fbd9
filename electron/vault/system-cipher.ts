import type { Cipher, Decrypted } from './cipher.ts';

/** The operating system's key store, as the shell of the app offers it. */
export interface SystemKeyStore {
  /** The store's own name, such as `gnome_libsecret`, `kwallet5`, `keychain`, `dpapi` or `basic_text`. */
  readonly backend: string;
  readonly isAvailable: () => Promise<boolean>;
  readonly encrypt: (text: string) => Promise<Uint8Array>;
  readonly decrypt: (bytes: Uint8Array) => Promise<Decrypted>;
}

/** Names of stores that hide nothing: the key is known to everybody, or nobody knows which store it is. */
const noEncryption: ReadonlySet<string> = new Set(['basic_text', 'unknown', '']);

/**
 * The system's key store as a cipher of the vault. `basic_text` counts as no encryption, whatever the store says of
 * itself: its blobs are made with a fixed key.
 */
export function systemCipher(store: SystemKeyStore, platform: NodeJS.Platform): Cipher {
  const { backend } = store;
  return {
    name: 'system',
    async available() {
      if (noEncryption.has(backend)) return { usable: false, backend, reason: 'none' };
      const isAvailable = await store.isAvailable();
      return isAvailable ? { usable: true, backend } : { usable: false, backend, reason: 'locked' };
    },
    async encrypt(text) {
      const bytes = await store.encrypt(text);
      if (hasFixedKey(bytes, platform)) throw new Error('The key store did not encrypt.');
      return bytes;
    },
    async decrypt(bytes) {
      if (hasFixedKey(bytes, platform)) throw new Error('This was never encrypted.');
      return store.decrypt(bytes);
    },
  };
}

/** On Linux a blob that begins with `v10` was made with the fixed key; elsewhere that is how every blob begins. */
function hasFixedKey(bytes: Uint8Array, platform: NodeJS.Platform): boolean {
  return platform === 'linux' && Buffer.from(bytes.subarray(0, 3)).toString('latin1') === 'v10';
}
