// What a command writes lands beside a workspace and not on it: its documents and attached files have to stay whole.
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import { attachmentFolder } from '#shared/workspace/workspace-file-name.ts';
import { isInside } from '../workspace/inside-workspace.ts';
import { workspaceFileName } from '../workspace/read-workspace.ts';

const parts: readonly string[] = [workspaceFileName, attachmentFolder, ...Object.values(documentFolders)];

/**
 * Whether a place is one of the files that a workspace consists of, or would be taken for one.
 *
 * @param workspace the real path of its folder
 * @param place a real path (`realPlace`)
 */
export function isOfWorkspace(workspace: string, place: string): boolean {
  if (!isInside(workspace, place)) return false;
  const [first = ''] = path.relative(workspace, place).split(path.sep);
  return parts.includes(first);
}

/** Where a file is or would be, without symbolic links. */
export async function realPlace(file: string): Promise<string> {
  const real = await realpath(file).catch(() => null);
  const folder = path.dirname(file);
  if (real !== null || folder === file) return real ?? file;
  return path.join(await realPlace(folder), path.basename(file));
}
