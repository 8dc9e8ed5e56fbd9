import { chmod, constants, copyFile, open, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { attachmentName } from '#shared/workspace/attachment-name.ts';
import { attachmentFolder } from '#shared/workspace/workspace-file-name.ts';
import { moveWithoutReplacing } from './files/move-file.ts';
import { syncFolder } from './files/sync-folder.ts';
import { systemErrorReason } from './files/system-error.ts';
import { temporaryFile } from './files/temporary-file.ts';
import { freeFileName } from './free-file-name.ts';
import { ensureFolderInside } from './inside-workspace.ts';

/** A file of the workspace that bodies can send. */
export interface Attachment {
  /** The name that documents use: `files/photo.png`. */
  readonly file: string;
  readonly sizeBytes: number;
}

export interface AttachFailure {
  readonly code: 'not-readable' | 'not-written';
  readonly message: string;
}

/**
 * Copies a file that somebody picked into the workspace's `files/`, so that flows work on every machine that has the
 * workspace. It gets a name that every system can hold and that nothing has yet; it is never linked.
 *
 * @param folder the real path of the workspace
 */
export async function attachFile(
  folder: string,
  picked: string,
): Promise<Outcome<Attachment, AttachFailure>> {
  const unreadable = await whyUnreadable(picked);
  if (unreadable !== null)
    return failed({ code: 'not-readable', message: `${picked} cannot be read: ${unreadable}.` });
  try {
    await ensureFolderInside(folder, attachmentFolder);
    const name = await copyUnderFreeName(picked, path.join(folder, attachmentFolder));
    const { size } = await stat(path.join(folder, attachmentFolder, name));
    return succeeded({ file: `${attachmentFolder}/${name}`, sizeBytes: size });
  } catch (error) {
    const message = `${path.basename(picked)} was not copied into the workspace: ${systemErrorReason(error)}.`;
    return failed({ code: 'not-written', message });
  }
}

async function whyUnreadable(picked: string): Promise<string | null> {
  try {
    const handle = await open(picked, 'r');
    try {
      return (await handle.stat()).isFile() ? null : 'it is not a file';
    } finally {
      await handle.close();
    }
  } catch (error) {
    return systemErrorReason(error);
  }
}

async function copyUnderFreeName(picked: string, folder: string): Promise<string> {
  const { name: stem, ext } = path.parse(attachmentName(path.basename(picked)));
  const temporary = temporaryFile(path.join(folder, stem));
  try {
    await copyFile(picked, temporary, constants.COPYFILE_EXCL);
    await settle(temporary);
    for (;;) {
      const name = await freeFileName(folder, stem, ext);
      if (!(await moveWithoutReplacing(temporary, path.join(folder, name)))) continue;
      await syncFolder(folder);
      return name;
    }
  } finally {
    // Where it became the attachment there is nothing left to remove.
    await unlink(temporary).catch(() => undefined);
  }
}

/** The copy is a document like others, whatever the modes of the original were, and it is on the disk. */
async function settle(temporary: string): Promise<void> {
  await chmod(temporary, 0o644);
  const handle = await open(temporary, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
