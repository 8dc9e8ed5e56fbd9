import path from 'node:path';
import { setAside } from './files/set-aside.ts';
import { refuseLinkedFolder } from './inside-workspace.ts';

/**
 * Sets a damaged file of a workspace aside. Between the reading that found it damaged and now a folder can have become a
 * link, so that is looked at last thing: a file of another folder is never renamed.
 *
 * @param folder the real path of the workspace
 * @param file relative to it, with slashes
 * @returns the new path, or `null` where the file stays
 */
export async function setAsideInside(folder: string, file: string): Promise<string | null> {
  try {
    await refuseLinkedFolder(folder, path.posix.dirname(file));
  } catch {
    return null;
  }
  return setAside(path.join(folder, file));
}
