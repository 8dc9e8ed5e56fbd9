// Attachments that went when an import was taken back: they lie in the data folder, and come back with whoever sends them.
import { mkdir, readdir, readFile, rm, unlink } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { filesSentBy } from '#shared/bundle/bundle-reach.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { trashKeptMs } from '#shared/workspace/trashed-document.ts';
import { isWorkspaceFileName } from '#shared/workspace/workspace-file-name.ts';
import { ensurePrivateFolder } from './files/private-folder.ts';
import { revisionOf } from './files/revision.ts';
import { syncFolder } from './files/sync-folder.ts';
import { writeFileAtomically } from './files/write-file-atomically.ts';
import { ensureFolderInside } from './inside-workspace.ts';
import { resolveWorkspaceFile } from './resolve-workspace-file.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** An attachment that an import has written, and the digest of what it wrote. */
export interface BroughtFile {
  readonly name: string;
  readonly revision: string;
}

const labelSchema = z.object({
  format: z.literal('flowbench.withdrawn'),
  version: z.literal(1),
  file: z.string().refine(isWorkspaceFileName),
  revision: z.string(),
  withdrawnAt: z.iso.datetime(),
});
type Label = z.infer<typeof labelSchema>;

const labelName = 'withdrawn.json';
const contentName = 'content';

/**
 * Takes attachments out of the workspace that an import has brought. What somebody has changed since stays, and so does what
 * a document sends, or may send: while one cannot be read, nobody knows.
 */
export async function withdrawFiles(state: WorkspaceState, brought: readonly BroughtFile[]): Promise<void> {
  const { index } = state;
  if (index.problems.length > 0) return;
  const documents = [...index.documents, ...index.acceptedDocuments].map(({ stored }) => stored.content);
  const sent = new Set(documents.flatMap(filesOf));
  for (const file of brought) if (!sent.has(file.name)) await withdraw(state, file);
}

function filesOf(document: WorkspaceDocument): readonly string[] {
  return document.format === 'flowbench.flow' ? filesSentBy(document) : [];
}

async function withdraw({ dataFolder, folder, ports }: WorkspaceState, file: BroughtFile): Promise<void> {
  const { name, revision } = file;
  const target = path.join(folder, name);
  const place = await resolveWorkspaceFile(folder, name);
  // What is reached by a link is not what the import wrote.
  if (!place.ok || place.value !== target) return;
  const content = await readFile(target).catch(() => null);
  if (content === null || revisionOf(content) !== revision) return;
  const kept = path.join(withdrawnFolder(dataFolder), keyOf(file));
  await ensurePrivateFolder(dataFolder);
  await mkdir(kept, { recursive: true, mode: 0o700 });
  const withdrawnAt = ports.now().toISOString();
  const label: Label = { format: 'flowbench.withdrawn', version: 1, file: name, revision, withdrawnAt };
  const parts = { [contentName]: content, [labelName]: `${JSON.stringify(label, null, 2)}\n` };
  for (const [part, bytes] of Object.entries(parts)) {
    const written = await writeFileAtomically(path.join(kept, part), bytes, { mode: 0o600 });
    if (!written.ok) return;
  }
  await unlink(target);
  await syncFolder(path.dirname(target));
}

/** Brings attachments back that an import had brought; a name that something else has by now stays with that. */
export async function bringBackFiles(state: WorkspaceState, brought: readonly BroughtFile[]): Promise<void> {
  for (const file of brought) await bringBack(state, file);
}

/** Brings back what a document sends and is not there, as it was when it was withdrawn last. */
export async function bringBackFilesOf(state: WorkspaceState, document: WorkspaceDocument): Promise<void> {
  const wanted = filesOf(document);
  if (wanted.length === 0) return;
  const labels = (await labelsIn(state.dataFolder)).toSorted((one, other) =>
    other.withdrawnAt < one.withdrawnAt ? -1 : 1,
  );
  for (const name of wanted) {
    const last = labels.find(({ file }) => file === name);
    if (last !== undefined) await bringBack(state, { name, revision: last.revision });
  }
}

async function bringBack({ dataFolder, folder }: WorkspaceState, file: BroughtFile): Promise<void> {
  const kept = path.join(withdrawnFolder(dataFolder), keyOf(file));
  const content = await readFile(path.join(kept, contentName)).catch(() => null);
  if (content === null || revisionOf(content) !== file.revision) return;
  if (!(await isFolderInside(folder, path.posix.dirname(file.name)))) return;
  const written = await writeFileAtomically(path.join(folder, file.name), content, { isNew: true });
  if (written.ok) await rm(kept, { recursive: true, force: true });
}

/** Whether the folder is there, or could be made, and leads nowhere else. */
async function isFolderInside(folder: string, name: string): Promise<boolean> {
  try {
    await ensureFolderInside(folder, name);
    return true;
  } catch {
    return false;
  }
}

/** Removes for good what was withdrawn as long ago as the trash keeps things, or all of it. */
export async function expireWithdrawn(dataFolder: string, now: Date | 'all'): Promise<void> {
  if (now === 'all') await rm(withdrawnFolder(dataFolder), { recursive: true, force: true });
  else
    for (const { file, revision, withdrawnAt } of await labelsIn(dataFolder))
      if (now.getTime() - Date.parse(withdrawnAt) > trashKeptMs)
        await rm(path.join(withdrawnFolder(dataFolder), keyOf({ name: file, revision })), {
          recursive: true,
          force: true,
        });
}

function withdrawnFolder(dataFolder: string): string {
  return path.join(dataFolder, 'withdrawn');
}

function keyOf({ name, revision }: BroughtFile): string {
  return revisionOf(`${name}\n${revision}`);
}

async function labelsIn(dataFolder: string): Promise<readonly Label[]> {
  const labels: Label[] = [];
  for (const key of await readdir(withdrawnFolder(dataFolder)).catch(() => [])) {
    const text = await readFile(path.join(withdrawnFolder(dataFolder), key, labelName), 'utf8').catch(
      () => '',
    );
    const label = labelSchema.safeParse(parsedJson(text));
    if (label.success) labels.push(label.data);
  }
  return labels;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
