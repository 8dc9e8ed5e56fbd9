import { createHash } from 'node:crypto';

/** SHA-256 of the UTF-8 of a text, in hexadecimal digits. */
export function bundleSha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
