import { realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * The absolute path of a file that a request sends. Workspaces come from anybody, so a name or a link that leads out of
 * the folder is refused like a file without the right to read it: the call ends as `body-file-unreadable`.
 */
export function workspaceFile(folder: string, name: string): string {
  const file = path.resolve(folder, name);
  if (!isInside(folder, file) || !isInside(realPath(folder), realPath(file)))
    throw Object.assign(new Error('The file is not in the workspace.'), { code: 'EACCES' });
  return file;
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
}

/** Where a path leads in the end. What does not exist leads nowhere else, and opening it will say so. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(realPath(parent), path.basename(file));
  }
}
