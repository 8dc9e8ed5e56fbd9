import { open, rm } from 'node:fs/promises';

/** A response body after unpacking: in memory up to 1 MB, above that in a file of the run's folder. */
export type StoredBody =
  | { readonly in: 'memory'; readonly bytes: Uint8Array; readonly sizeBytes: number }
  | { readonly in: 'file'; readonly file: string; readonly sizeBytes: number };

/** Bodies up to this size stay in memory (SEMANTICS, Response variable: 1 MB). */
export const memoryLimitBytes = 1024 * 1024;

/** A body without a byte. */
export const emptyBody: StoredBody = { in: 'memory', bytes: new Uint8Array(), sizeBytes: 0 };

/** The bytes from `start` up to but not including `end`, as far as the body goes. */
export async function readStoredBody(body: StoredBody, start: number, end: number): Promise<Uint8Array> {
  if (body.in === 'memory') return body.bytes.subarray(start, end);
  const wanted = Math.max(0, Math.min(end, body.sizeBytes) - start);
  const handle = await open(body.file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(wanted), 0, wanted, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Removes the file of a body that nobody will read any more. */
export async function dropStoredBody(body: StoredBody): Promise<void> {
  if (body.in === 'file') await rm(body.file, { force: true });
}
