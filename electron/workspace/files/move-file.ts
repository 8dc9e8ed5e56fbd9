import { link, lstat, rename, unlink } from 'node:fs/promises';
import { systemErrorCode } from './system-error.ts';

const withoutLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/**
 * Gives a file another name on the same disk and never replaces what has that name: `false` where there is something.
 *
 * `rename` would replace it silently, so the new name is made as a link first, which the system refuses where the name is
 * taken. Disks without links get a look and a rename, with a gap of microseconds between them.
 */
export async function moveWithoutReplacing(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EEXIST') return false;
    if (!withoutLinks.has(code)) throw error;
    return renameIfFree(from, to);
  }
  await unlink(from);
  return true;
}

async function renameIfFree(from: string, to: string): Promise<boolean> {
  if (await isThere(to)) return false;
  await rename(from, to);
  return true;
}

/** Whether anything has this name, also a link that leads nowhere. */
export async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
