import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { ensurePrivateFolder } from './files/private-folder.ts';
import { writeFileAtomically } from './files/write-file-atomically.ts';

/** How long a removed document waits before it is gone for good. */
export const trashKeptMs = 30 * 24 * 3600 * 1000;

/** A document in the trash. */
export interface TrashedDocument {
  readonly id: string;
  /** Where it was, relative to the workspace. */
  readonly file: string;
  /** The file as it was, byte for byte. */
  readonly content: Uint8Array;
  /** Its own folder in the trash. */
  readonly folder: string;
}

const labelSchema = z.object({
  format: z.literal('flowbench.trash'),
  version: z.literal(1),
  id: z.string(),
  file: z.string(),
  removedAt: z.iso.datetime(),
});
type Label = z.infer<typeof labelSchema>;

const labelName = 'removed.json';
const contentName = 'document.json';

/**
 * Puts a document's file into the trash of its workspace, which lies in the user data folder: a folder for each removal,
 * with the file as it was and a label that says where it belongs. Gives the reason where that cannot be written.
 */
export async function putIntoTrash(
  dataFolder: string,
  document: Omit<TrashedDocument, 'folder'>,
  now: Date,
): Promise<string | null> {
  const { id, file, content } = document;
  const trash = path.join(dataFolder, 'trash');
  await ensurePrivateFolder(dataFolder);
  const folder = path.join(trash, `${now.toISOString().replaceAll(':', '')}-${id}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const label: Label = { format: 'flowbench.trash', version: 1, id, file, removedAt: now.toISOString() };
  const files = [
    { name: contentName, text: content },
    { name: labelName, text: `${JSON.stringify(label, null, 2)}\n` },
  ];
  for (const { name, text } of files) {
    const written = await writeFileAtomically(path.join(folder, name), text, { mode: 0o600 });
    if (!written.ok) return written.failure.reason;
  }
  return null;
}

/** The document with this id that was removed last, or `null`. */
export async function findInTrash(dataFolder: string, id: string): Promise<TrashedDocument | null> {
  const folders = (await removals(dataFolder)).filter((folder) => folder.endsWith(`-${id}`));
  for (const folder of folders.reverse()) {
    const label = await labelOf(folder);
    const content = await readFile(path.join(folder, contentName)).catch(() => null);
    if (label !== null && content !== null) return { id, file: label.file, content, folder };
  }
  return null;
}

/** Takes a document out of the trash for good. */
export async function removeFromTrash({ folder }: TrashedDocument): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Removes for good what has been in the trash for 30 days. What has no readable label stays: nobody knows what it is. */
export async function emptyTrash(dataFolder: string, now: Date): Promise<void> {
  for (const folder of await removals(dataFolder)) {
    const label = await labelOf(folder);
    if (label !== null && now.getTime() - Date.parse(label.removedAt) > trashKeptMs)
      await rm(folder, { recursive: true, force: true });
  }
}

async function removals(dataFolder: string): Promise<string[]> {
  const trash = path.join(dataFolder, 'trash');
  const names = await readdir(trash).catch(() => []);
  return names.sort().map((name) => path.join(trash, name));
}

async function labelOf(folder: string): Promise<Label | null> {
  try {
    const parsed = labelSchema.safeParse(JSON.parse(await readFile(path.join(folder, labelName), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
