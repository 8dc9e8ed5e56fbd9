/** Whether a cipher can be used now, and if not, what would help. */
export type CipherAvailability =
  | { readonly usable: true; readonly backend: string }
  | {
      readonly usable: false;
      /** The key store's own name, such as `gnome_libsecret` or `basic_text`. */
      readonly backend: string;
      /** `locked`: there is a key store, and somebody can unlock it. `none`: there is nothing that encrypts. */
      readonly reason: 'locked' | 'none';
    };

/** What decryption gives; `reencrypt` where the key store has a newer key by now and asks for it to be used. */
export interface Decrypted {
  readonly text: string;
  readonly reencrypt: boolean;
}

/**
 * Encrypts secrets for the vault. Asynchronous, because a key store may ask a person first; there are three adapters: the
 * operating system's key store, this session's memory, and a passphrase.
 *
 * `associated` says what the text is for. A cipher that can authenticates it along with the text; the vault also seals it
 * into the text, so that a cipher without that does no harm. An adapter never falls back to encryption with a key that
 * anybody can know: such a store (`basic_text`) is not usable.
 */
export interface Cipher {
  readonly name: 'system' | 'session' | 'passphrase';
  available(): Promise<CipherAvailability>;
  /** Rejects where the text cannot be encrypted. */
  encrypt(text: string, associated: string): Promise<Uint8Array>;
  /** Rejects where the bytes were made with another key, for something else, or not by this cipher. */
  decrypt(bytes: Uint8Array, associated: string): Promise<Decrypted>;
}
