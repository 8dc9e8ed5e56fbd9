import { createHash } from 'node:crypto';

/** Tells one content of a file from another: the SHA-256 of its bytes. */
export function revisionOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
