import type { Cipher } from './cipher.ts';
import { keyIdBytes, type KeyRing } from './key-ring.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';
import { promised } from './session-cipher.ts';

/**
 * A cipher with the keys that a passphrase gives access to (ADR 0034). Before each encrypted text stands the name of its
 * key, which is authenticated with it; a text under an older key asks to be encrypted again.
 *
 * @param ring the keys while they are unlocked, else `null`
 */
export function passphraseCipher(ring: () => KeyRing | null): Cipher {
  return {
    name: 'passphrase',
    available: () => {
      const backend = 'passphrase';
      const isLocked = ring() === null;
      return Promise.resolve(
        isLocked ? { usable: false, backend, reason: 'locked' } : { usable: true, backend },
      );
    },
    encrypt: (text, associated) =>
      promised(() => {
        const [{ id, key }] = unlocked(ring());
        return Buffer.concat([id, sealBytes(key, Buffer.from(text), boundTo(id, associated))]);
      }),
    decrypt: (bytes, associated) =>
      promised(() => {
        const keys = unlocked(ring());
        const id = Buffer.from(bytes.subarray(0, keyIdBytes));
        const found = keys.find((each) => each.id.equals(id));
        if (found === undefined) throw new Error('This was encrypted with another key.');
        const text = openBytes(found.key, bytes.subarray(keyIdBytes), boundTo(id, associated));
        return { text: text.toString('utf8'), reencrypt: found !== keys[0] };
      }),
  };
}

function unlocked(ring: KeyRing | null): KeyRing {
  if (ring === null) throw new Error('The secrets are locked.');
  return ring;
}

function boundTo(id: Buffer, associated: string): Buffer {
  return Buffer.concat([id, Buffer.from(associated)]);
}
