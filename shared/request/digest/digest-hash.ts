import { md5 } from '@noble/hashes/legacy.js';
import { sha256, sha512_256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { DigestHash } from './digest-challenge.ts';

const hashes = { MD5: md5, 'SHA-256': sha256, 'SHA-512-256': sha512_256 } as const;

/** A hash that is fed piece by piece. */
export interface RunningHash {
  readonly add: (bytes: Uint8Array) => void;
  /** In hexadecimal digits. */
  readonly end: () => string;
}

/** Hashes a text of one character per byte, into hexadecimal digits. */
export function hashedText(hash: DigestHash, text: string): string {
  return bytesToHex(hashes[hash](Uint8Array.from(text, (character) => character.charCodeAt(0))));
}

/** Begins the hash of something that comes in pieces, such as a body. */
export function runningHash(hash: DigestHash): RunningHash {
  const running = hashes[hash].create();
  return {
    add: (bytes) => void running.update(bytes),
    end: () => bytesToHex(running.digest()),
  };
}

/** A text in UTF-8, one character per byte. */
export function utf8Text(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
