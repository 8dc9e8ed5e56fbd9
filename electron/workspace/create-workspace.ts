import { mkdir, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '#shared/ids/ids.ts';
import { failed, type Outcome } from '#shared/outcome/outcome.ts';
import { type WorkspaceFile, workspaceFileSchema } from '#shared/workspace/workspace-file.ts';
import type { OpenFailure } from '#shared/workspace/workspace-failure.ts';
import { writeStoredFile } from '#shared/workspace/write-stored-file.ts';
import { systemErrorReason } from './files/system-error.ts';
import { writeFileAtomically } from './files/write-file-atomically.ts';
import { workspaceFileName } from './read-workspace.ts';
import { openWorkspace, type Workspace } from './workspace.ts';
import type { WorkspacePorts } from './workspace-state.ts';

/** What a folder may hold and still count as empty: what version control and file browsers put into a new one. */
const harmless: ReadonlySet<string> = new Set([
  '.git',
  '.gitattributes',
  '.gitignore',
  '.DS_Store',
  'desktop.ini',
  'Thumbs.db',
  'LICENSE',
  'README.md',
]);

/** Makes a workspace in a folder that is new or empty, and opens it. A fresh clone of an empty repository counts. */
export async function createWorkspace(
  folder: string,
  name: string,
  ports: WorkspacePorts,
): Promise<Outcome<Workspace, OpenFailure>> {
  const failure = await prepareFolder(folder);
  if (failure !== null) return failed(failure);
  const file: WorkspaceFile = {
    format: 'flowbench.workspace',
    version: 1,
    id: newId('ws', ports.fillRandom),
    name: name.trim() === '' ? path.basename(await realpath(folder)) : name.trim(),
  };
  const text = writeStoredFile(workspaceFileSchema, file, null);
  const written = await writeFileAtomically(path.join(folder, workspaceFileName), text, { isNew: true });
  if (written.ok) return openWorkspace(folder, ports);
  const message = `No workspace was made in ${folder}: ${written.failure.reason}.`;
  return failed({ code: 'unreadable', message });
}

async function prepareFolder(folder: string): Promise<OpenFailure | null> {
  try {
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    if (names.includes(workspaceFileName))
      return { code: 'not-empty', message: `${folder} is a workspace already. Open it instead.` };
    const others = names.filter((name) => !harmless.has(name));
    if (others.length === 0) return null;
    const message = `${folder} is not empty. Choose a new or an empty folder, so that nothing in it gets mixed up.`;
    return { code: 'not-empty', message };
  } catch (error) {
    return {
      code: 'unreadable',
      message: `No workspace was made in ${folder}: ${systemErrorReason(error)}.`,
    };
  }
}
