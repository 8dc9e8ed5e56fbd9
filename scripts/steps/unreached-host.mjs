// Remembers for a day that a host gave nothing, so that a machine behind a wall does not wait for it at every start.
import { createHash } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const rememberedMs = 24 * 60 * 60 * 1000;

/** @param {string} cache @param {string} url */
const noteOf = (cache, url) =>
  path.join(cache, 'unreached', createHash('sha256').update(url).digest('hex').slice(0, 16));

/**
 * True where the last try failed less than a day ago.
 *
 * @param {string} cache the folder that remembers
 * @param {string} url
 */
export async function failedLately(cache, url, nowMs = Date.now()) {
  const note = await stat(noteOf(cache, url)).catch(() => null);
  // A note from the future was written under another clock and would be believed for ever.
  return note !== null && note.mtimeMs <= nowMs && nowMs - note.mtimeMs < rememberedMs;
}

/**
 * Remembers how a try ended. A memory that cannot be kept costs the next start some seconds and nothing else.
 *
 * @param {string} cache
 * @param {string} url
 * @param {boolean} succeeded
 */
export async function rememberTry(cache, url, succeeded) {
  const note = noteOf(cache, url);
  try {
    if (succeeded) await rm(note, { force: true });
    else {
      await mkdir(path.dirname(note), { recursive: true });
      await writeFile(note, `${url}\n`);
    }
  } catch {
    // See above.
  }
}
