import { lstat, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode } from './files/system-error.ts';

/** Whether a real path is the folder's own or below it. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);
}

/**
 * Throws where a folder of the workspace, or one that it is in, is a symbolic link: a workspace may come from anybody, and
 * a link in the place of `flows` must not let us read, write, rename or remove in another folder. What is not there yet
 * leads nowhere.
 *
 * @param folder the real path of the workspace
 * @param name of the folder inside, relative, with slashes
 */
export async function refuseLinkedFolder(folder: string, name: string): Promise<void> {
  let target = folder;
  for (const segment of path.posix.normalize(name).split('/')) {
    target = path.join(target, segment);
    if (await isLink(target)) throw new LinkedFolder();
  }
}

/** Makes a folder of the workspace, and throws where it would lie somewhere else (`refuseLinkedFolder`). */
export async function ensureFolderInside(folder: string, name: string): Promise<void> {
  await refuseLinkedFolder(folder, name);
  await mkdir(path.join(folder, name), { recursive: true });
}

/** Whether a name is a symbolic link, wherever it leads. */
export async function isLink(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isSymbolicLink();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error))) return false;
    throw error;
  }
}

class LinkedFolder extends Error {
  readonly code = 'ELOOP';
}
