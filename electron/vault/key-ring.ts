import { randomBytes } from 'node:crypto';
import { keyBytes } from './sealed-bytes.ts';

/** Bytes of the name of a key, which stands before everything that the key encrypts. */
export const keyIdBytes = 8;
const entryBytes = keyIdBytes + keyBytes;

/** A key that encrypts secrets, and its name. It was drawn at random, and says nothing of the passphrase over it. */
export interface RingKey {
  readonly id: Buffer;
  readonly key: Buffer;
}

/** The keys of a vault, the one for new secrets first. There is more than one only while secrets go over to a new one. */
export type KeyRing = readonly [RingKey, ...RingKey[]];

/** A key that nobody had before. */
export function newRingKey(): RingKey {
  return { id: randomBytes(keyIdBytes), key: randomBytes(keyBytes) };
}

/** The bytes of a ring, to be encrypted. */
export function packedRing(ring: KeyRing): Buffer {
  return Buffer.concat(ring.flatMap(({ id, key }) => [id, key]));
}

/** The ring of `packedRing`; `null` where these are not the bytes of one. */
export function unpackedRing(bytes: Buffer): KeyRing | null {
  if (bytes.length % entryBytes !== 0) return null;
  const keys = Array.from({ length: bytes.length / entryBytes }, (_, at) => {
    const entry = bytes.subarray(at * entryBytes, (at + 1) * entryBytes);
    return { id: Buffer.from(entry.subarray(0, keyIdBytes)), key: Buffer.from(entry.subarray(keyIdBytes)) };
  });
  const [first, ...others] = keys;
  return first === undefined ? null : [first, ...others];
}

/** Overwrites keys in memory. What the engine copied before, if it did, is out of reach. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const bytes of secrets) bytes.fill(0);
}
