import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { attachmentFolder, isWorkspaceFileName } from '#shared/workspace/workspace-file-name.ts';
import { systemErrorCode, systemErrorReason } from './files/system-error.ts';
import { isInside, isLink } from './inside-workspace.ts';

/** Why a name in a document gives no file to send; `outside` where it leads out of the workspace. */
export interface ResolveFailure {
  readonly code: 'outside' | 'missing' | 'unreadable';
  readonly message: string;
}

/**
 * The real path of a file that a document names (`files/photo.png`). Documents may come from anybody, so nothing outside
 * of the workspace's folder for attachments can be reached: not by `..`, not by an absolute path, not by a symbolic link,
 * not even what else is in the workspace, such as `.git/config`.
 *
 * @param folder the real path of the workspace
 */
export async function resolveWorkspaceFile(
  folder: string,
  name: string,
): Promise<Outcome<string, ResolveFailure>> {
  if (!isWorkspaceFileName(name)) return outside(name);
  try {
    const attachments = path.join(folder, attachmentFolder);
    if (await isLink(attachments)) return outside(name);
    const [root, file] = [await realpath(attachments), await realpath(path.join(folder, name))];
    if (!isInside(root, file)) return outside(name);
    if (!(await stat(file)).isFile())
      return failed({ code: 'unreadable', message: `${name} is not a file.` });
    return succeeded(file);
  } catch (error) {
    return systemErrorCode(error) === 'ENOENT'
      ? failed({ code: 'missing', message: `${name} is not in the workspace.` })
      : failed({ code: 'unreadable', message: `${name} cannot be read: ${systemErrorReason(error)}.` });
  }
}

function outside(name: string) {
  const message = `${name} is not a file of this workspace. Attach the file, so that it is copied into files/.`;
  return failed({ code: 'outside' as const, message });
}
