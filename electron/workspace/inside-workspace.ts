import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Whether a real path is the folder's own or below it. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative);
}

/**
 * Makes a folder of the workspace and throws where it turns out to lie somewhere else: a workspace may come from anybody,
 * and a symbolic link in the place of `flows` must not make us write into another folder.
 *
 * @param folder the real path of the workspace
 * @param name relative to it, with slashes
 */
export async function ensureFolderInside(folder: string, name: string): Promise<void> {
  const target = path.join(folder, name);
  await mkdir(target, { recursive: true });
  if (!isInside(folder, await realpath(target))) throw new OutsideWorkspace();
}

class OutsideWorkspace extends Error {
  readonly code = 'ELOOP';
}
