// Sums up the content of sources in one short text that changes whenever they do.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * A digest of the names and contents of files. Times do not count, so that switching branches back and forth, or a
 * fresh checkout of the same commit, builds nothing again.
 *
 * @param {string} root
 * @param {readonly string[]} places files and folders below the root; missing ones are part of the digest as missing
 */
export async function sourceStamp(root, places) {
  const hash = createHash('sha256').update(process.version);
  for (const place of places) {
    for (const file of await filesBelow(root, place)) {
      const content = await readFile(path.join(root, file)).catch(() => null);
      hash.update(`\0${file}\0${content === null ? 'missing' : content.length}\0`);
      if (content !== null) hash.update(content);
    }
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string} place @returns {Promise<readonly string[]>} */
async function filesBelow(root, place) {
  const about = await stat(path.join(root, place)).catch(() => null);
  if (!about?.isDirectory()) return [place];
  const entries = await readdir(path.join(root, place), { recursive: true, withFileTypes: true });
  return (
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(path.relative(root, entry.parentPath), entry.name))
      // A runner that runs in a folder of the project leaves its cache there, in which times are written.
      .filter((file) => !file.split(path.sep).includes('node_modules'))
      .sort()
  );
}
