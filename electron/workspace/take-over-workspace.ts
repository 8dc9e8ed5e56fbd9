import { lstat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { WorkspaceProblem } from '#shared/workspace/workspace-snapshot.ts';
import { DocumentIndex } from './document-index.ts';
import { oneAtATime } from './files/one-at-a-time.ts';
import { ensurePrivateFolder } from './files/private-folder.ts';
import { removeStaleTemporaryFiles } from './files/temporary-file.ts';
import { attachmentFolder } from '#shared/workspace/workspace-file-name.ts';
import { isLink, refuseLinkedFolder } from './inside-workspace.ts';
import type { ProblemFile } from './read-document-file.ts';
import type { WorkspaceContent } from './read-workspace.ts';
import { setAsideInside } from './set-aside-inside.ts';
import { workspaceDataFolder } from './workspace-data.ts';
import type { WorkspacePorts, WorkspaceState } from './workspace-state.ts';

/** Makes a workspace that was read our own: clears leftovers away, sets damaged files aside, indexes the documents. */
export async function takeOverWorkspace(
  content: WorkspaceContent,
  ports: WorkspacePorts,
): Promise<WorkspaceState> {
  const { folder, file } = content;
  const dataFolder = workspaceDataFolder(ports.userData, file.id, folder);
  await prepareDataFolder(dataFolder, ports);
  for (const each of ['.', attachmentFolder, ...content.documentFolders]) await clearAway(folder, each);
  const index = new DocumentIndex();
  for (const document of content.documents) index.put(document);
  for (const problem of content.problems) index.putProblem(problem);
  for (const each of content.problemFiles) {
    const problem = await problemAfter(folder, each);
    if (problem !== null) index.putProblem(problem);
  }
  return { id: file.id, folder, dataFolder, index, queue: oneAtATime(), ports };
}

async function clearAway(folder: string, name: string): Promise<void> {
  if (!(await isLink(path.join(folder, name)))) await removeStaleTemporaryFiles(path.join(folder, name));
}

/** A user data folder that cannot be written is told when something must be written into it. */
async function prepareDataFolder(dataFolder: string, ports: WorkspacePorts): Promise<void> {
  try {
    await ensurePrivateFolder(path.dirname(dataFolder));
    await ensurePrivateFolder(dataFolder);
    await removeStaleTemporaryFiles(dataFolder);
  } catch (error) {
    ports.note?.(`The data folder of the workspace cannot be prepared: ${String(error)}`);
  }
}

/**
 * Only what is broken beyond use gets another name. A file of a newer version, of another program, with a merge conflict
 * or with a mistake that a person can mend stays where it is, and so does everything in a folder that cannot be written.
 */
async function problemAfter(folder: string, file: ProblemFile): Promise<WorkspaceProblem | null> {
  if (await isUnlinkedName(folder, file)) return null;
  const { problem, isDamaged } = file;
  const aside = isDamaged ? await setAsideInside(folder, problem.file) : null;
  if (aside === null) return problem;
  const setAsideAs = `${path.posix.dirname(problem.file)}/${path.basename(aside)}`;
  return { ...problem, message: `${problem.message} It was set aside as ${setAsideAs}.`, setAsideAs };
}

/** Whether a file was a second name of the very same file, left by a renaming that was killed; then that name is gone. */
async function isUnlinkedName(folder: string, { file, duplicateOf }: ProblemFile): Promise<boolean> {
  if (duplicateOf === undefined) return false;
  try {
    await refuseLinkedFolder(folder, path.posix.dirname(file));
    const [one, other] = await Promise.all([file, duplicateOf].map((name) => lstat(path.join(folder, name))));
    if (one === undefined || one.ino !== other?.ino || one.dev !== other.dev) return false;
    await unlink(path.join(folder, file));
    return true;
  } catch {
    return false;
  }
}
