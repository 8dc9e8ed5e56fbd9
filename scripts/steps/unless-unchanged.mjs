// Spares a build whose sources are what they were, and never takes half a build for a whole one.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sourceStamp } from './source-stamp.mjs';

/**
 * @typedef {object} StampedBuild
 * @property {string} root
 * @property {readonly string[]} sources files and folders below the root
 * @property {readonly string[]} results files below the root that must be there afterwards
 * @property {string} stampFile where the digest of the sources is kept
 */

/**
 * Builds unless what was last built from these sources is there.
 *
 * The stamp goes before the build starts and comes back only after it has ended well. A build that fails half-way has
 * replaced some results and not others, and with the old stamp beside them an undone edit would pass them off as whole.
 *
 * @param {StampedBuild} what
 * @param {() => Promise<void | boolean>} build `false` where it ended badly without an exception
 */
export async function unlessUnchanged({ root, sources, results, stampFile }, build) {
  const stamp = await sourceStamp(root, sources);
  const last = await readFile(stampFile, 'utf8').catch(() => '');
  if (last === stamp && results.every((file) => existsSync(path.join(root, file)))) return;
  await rm(stampFile, { force: true });
  if ((await build()) === false) return;
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
}
