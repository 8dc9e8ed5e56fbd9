import { lstat, mkdir, open, rename, unlink, type FileHandle } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { moveWithoutReplacing } from './move-file.ts';
import { syncFolder } from './sync-folder.ts';
import { systemErrorReason } from './system-error.ts';
import { temporaryFile } from './temporary-file.ts';

/** Why a file was not written. What was there before is untouched in every case. */
export interface WriteFailure {
  readonly code: 'exists' | 'changed' | 'not-written';
  /** The reason as the end of a sentence: "the disk is full". */
  readonly reason: string;
}

export interface WriteOptions {
  /** The mode of the file; without it an existing file keeps its own, and a new one gets what the umask gives. */
  readonly mode?: number;
  /** Never replace: fail with `exists` where something has the name. */
  readonly isNew?: boolean;
  /** Asked last thing before the old content goes; `false` fails with `changed`. */
  readonly mayReplace?: () => Promise<boolean>;
}

/**
 * Writes a whole file so that every reader, and every start after a crash or a power cut, finds the old content or the
 * new one: into a temporary file in the same folder, synced, renamed, the folder synced. Missing folders are made.
 */
export async function writeFileAtomically(
  file: string,
  content: string | Uint8Array,
  options: WriteOptions = {},
): Promise<Outcome<null, WriteFailure>> {
  const temporary = temporaryFile(file);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeTemporary(temporary, content, await statOf(file), options.mode);
    const failure = await putInPlace(temporary, file, options);
    if (failure !== null) return failed(failure);
    await syncFolder(path.dirname(file));
    return succeeded(null);
  } catch (error) {
    return failed({ code: 'not-written', reason: systemErrorReason(error) });
  } finally {
    // Where it became the file there is nothing left to remove.
    await unlink(temporary).catch(() => undefined);
  }
}

async function statOf(file: string): Promise<Stats | null> {
  return lstat(file).catch(() => null);
}

async function writeTemporary(
  temporary: string,
  content: string | Uint8Array,
  before: Stats | null,
  mode: number | undefined,
): Promise<void> {
  const handle = await open(temporary, 'wx', mode ?? 0o666);
  try {
    await takeOver(handle, before, mode);
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The new file stands in for the old one also in whose it is and who may read it. */
async function takeOver(handle: FileHandle, before: Stats | null, mode: number | undefined): Promise<void> {
  const kept = mode ?? (before?.isFile() === true ? before.mode & 0o7777 : undefined);
  if (before?.isFile() === true) await takeOverOwner(handle, before);
  if (kept !== undefined) await handle.chmod(kept);
}

/** Only root can give files away; for everybody else the owner is right already, or cannot be helped. */
async function takeOverOwner(handle: FileHandle, { uid, gid }: Stats): Promise<void> {
  const now = await handle.stat();
  if (now.uid !== uid || now.gid !== gid) await handle.chown(uid, gid).catch(() => undefined);
}

async function putInPlace(
  temporary: string,
  file: string,
  { isNew, mayReplace }: WriteOptions,
): Promise<WriteFailure | null> {
  if (isNew === true) {
    const isMoved = await moveWithoutReplacing(temporary, file);
    return isMoved ? null : { code: 'exists', reason: 'something has its name already' };
  }
  if (mayReplace !== undefined && !(await mayReplace()))
    return { code: 'changed', reason: 'another program changed it' };
  await rename(temporary, file);
  return null;
}
