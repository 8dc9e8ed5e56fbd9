// Finds what Chromium "encrypts" on Linux without a key ring: with a key that everybody knows, so that anybody can read it.
import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow } from './search-bytes.ts';

/** Chromium, components/os_crypt/sync/os_crypt_linux.cc: the password, salt, rounds and vector of `v10`. */
const key = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1');
const vector = Buffer.alloc(16, ' ');
const prefix = 'v10';
const blockBytes = 16;

/** A blob as `basic_text` makes it. */
export function readableBlob(text: string): Buffer {
  const cipher = createCipheriv('aes-128-cbc', key, vector);
  return Buffer.concat([Buffer.from(prefix), cipher.update(text, 'utf8'), cipher.final()]);
}

/** Files below the folders that hold such a blob, as it is or in base64. The three letters alone mean nothing. */
export async function readableBlobsFound(folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for (const file of await filesBelow(folder)) {
      const bytes = await readFile(file);
      if (holdsReadableBlob(bytes)) found.push(path.relative(folder, file));
    }
  }
  return found;
}

function holdsReadableBlob(bytes: Buffer): boolean {
  const inBase64 = Buffer.from(prefix).toString('base64');
  return (
    placesOf(bytes, prefix).some((at) => isReadable(bytes.subarray(at))) ||
    placesOf(bytes, inBase64).some((at) =>
      isReadable(Buffer.from(bytes.subarray(at, at + 64).toString('latin1'), 'base64')),
    )
  );
}

function placesOf(bytes: Buffer, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}

/** Whether the well-known key opens the first block to plain letters: chance does that once in five million times. */
function isReadable(blob: Buffer): boolean {
  const block = blob.subarray(prefix.length, prefix.length + blockBytes);
  if (block.length < blockBytes) return false;
  const decipher = createDecipheriv('aes-128-cbc', key, vector).setAutoPadding(false);
  const text = Buffer.concat([decipher.update(block), decipher.final()]);
  // A text of less than a block ends with its padding: bytes that say how many they are (RFC 5652, 6.3).
  const padding = text.at(-1) ?? 0;
  const padded = padding < blockBytes && text.subarray(-padding).every((byte) => byte === padding);
  const letters = padding > 0 && padded ? text.subarray(0, -padding) : text;
  return letters.length > 0 && /^[\t\n\r\x20-\x7e]+$/.test(letters.toString('latin1'));
}
