// The trash of a workspace in its data folder: a folder for each removal, readable by hand.
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { documentIdSchema, documentKind } from '#shared/workspace/document.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import { type TrashedDocument, trashKeptMs, trashKeySchema } from '#shared/workspace/trashed-document.ts';
import { isThere } from './files/move-file.ts';
import { ensurePrivateFolder } from './files/private-folder.ts';
import { syncFolder } from './files/sync-folder.ts';
import { writeFileAtomically } from './files/write-file-atomically.ts';

/** A document that is to go into the trash. */
export interface RemovedDocument {
  readonly id: TrashedDocument['id'];
  /** Where it was, relative to the workspace. */
  readonly file: string;
  /** The file as it was, byte for byte. */
  readonly content: Uint8Array;
  /** Whether another program removed it. */
  readonly elsewhere?: boolean;
}

/** A removal with the document's file as it was. */
export interface TrashEntry extends RemovedDocument {
  readonly key: string;
}

const labelSchema = z.object({
  format: z.literal('flowbench.trash'),
  version: z.literal(1),
  id: documentIdSchema,
  file: z.string(),
  removedAt: z.iso.datetime(),
  elsewhere: z.boolean().optional(),
});
type Label = z.infer<typeof labelSchema>;

const labelName = 'removed.json';
const contentName = 'document.json';
/** The name of a removal that is not whole: one of a process that was killed is cleared away. */
const partEnding = '.part';

/**
 * Puts a document's file into the trash of its workspace, which lies in the user data folder: a folder for each removal,
 * with the file as it was and a label that says where it belongs. Gives the reason where that cannot be written.
 */
export async function putIntoTrash(
  dataFolder: string,
  { content, elsewhere, file, id }: RemovedDocument,
  now: Date,
): Promise<string | null> {
  const trash = trashFolder(dataFolder);
  await ensurePrivateFolder(dataFolder);
  const folder = await freeFolder(trash, id, now);
  const part = `${folder}${partEnding}`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o700 });
  const label: Label = { format: 'flowbench.trash', version: 1, id, file, removedAt: now.toISOString() };
  const marked = elsewhere === true ? { ...label, elsewhere } : label;
  const files = [
    { name: contentName, text: content },
    { name: labelName, text: `${JSON.stringify(marked, null, 2)}\n` },
  ];
  for (const { name, text } of files) {
    const written = await writeFileAtomically(path.join(part, name), text, { mode: 0o600 });
    if (!written.ok) return written.failure.reason;
  }
  await rename(part, folder);
  await syncFolder(trash);
  return null;
}

/** Everything in the trash that can be shown, what was removed last first. */
export async function listTrash(dataFolder: string): Promise<readonly TrashedDocument[]> {
  const listed: TrashedDocument[] = [];
  for (const key of (await keysIn(dataFolder)).reverse()) {
    const label = await labelOf(dataFolder, key);
    const content = await contentOf(dataFolder, key);
    if (label === null || content === null) continue;
    const read = readDocument(label.file, content.toString('utf8'));
    listed.push({
      key,
      id: label.id,
      kind: read.ok ? documentKind(read.value.content) : null,
      name: read.ok ? read.value.content.name : path.posix.basename(label.file, '.json'),
      file: label.file,
      removedAt: label.removedAt,
      elsewhere: label.elsewhere ?? false,
      sizeBytes: content.byteLength,
    });
  }
  return listed;
}

/** The removal with this key, or the last one of the document with this id; `null` where there is none. */
export async function findInTrash(dataFolder: string, wanted: string): Promise<TrashEntry | null> {
  const keys = (await keysIn(dataFolder)).filter((key) => key === wanted || key.endsWith(`-${wanted}`));
  for (const key of keys.reverse()) {
    const label = await labelOf(dataFolder, key);
    const content = await contentOf(dataFolder, key);
    if (label === null || content === null) continue;
    const { elsewhere = false, file, id } = label;
    return { key, id, file, content, elsewhere };
  }
  return null;
}

/** Takes a document out of the trash for good. */
export async function removeFromTrash(dataFolder: string, key: string): Promise<void> {
  await rm(path.join(trashFolder(dataFolder), key), { recursive: true, force: true });
}

/**
 * Removes for good what has been in the trash for 30 days, and what a killed process has only begun to put there. What has
 * no readable label stays: nobody knows what it is.
 *
 * @returns the documents of which nothing is in the trash any more
 */
export async function expireTrash(dataFolder: string, now: Date): Promise<readonly TrashedDocument['id'][]> {
  const trash = trashFolder(dataFolder);
  const parts = (await readdir(trash).catch(() => [])).filter((name) => name.endsWith(partEnding));
  for (const name of parts) await rm(path.join(trash, name), { recursive: true, force: true });
  const expired = new Set<TrashedDocument['id']>();
  for (const key of await keysIn(dataFolder)) {
    const label = await labelOf(dataFolder, key);
    if (label === null || now.getTime() - Date.parse(label.removedAt) <= trashKeptMs) continue;
    await removeFromTrash(dataFolder, key);
    expired.add(label.id);
  }
  const left = await keysIn(dataFolder);
  return [...expired].filter((id) => !left.some((key) => key.endsWith(`-${id}`)));
}

/** Named after the moment, or the next one where the same document went within the same millisecond. */
async function freeFolder(trash: string, id: string, now: Date): Promise<string> {
  for (let ms = now.getTime(); ; ms += 1) {
    const folder = path.join(trash, `${new Date(ms).toISOString().replaceAll(':', '')}-${id}`);
    if (!(await isThere(folder))) return folder;
  }
}

function trashFolder(dataFolder: string): string {
  return path.join(dataFolder, 'trash');
}

/** The oldest first. */
async function keysIn(dataFolder: string): Promise<string[]> {
  const names = await readdir(trashFolder(dataFolder)).catch(() => []);
  return names.filter((name) => trashKeySchema.safeParse(name).success).sort();
}

function contentOf(dataFolder: string, key: string): Promise<Buffer | null> {
  return readFile(path.join(trashFolder(dataFolder), key, contentName)).catch(() => null);
}

async function labelOf(dataFolder: string, key: string): Promise<Label | null> {
  try {
    const text = await readFile(path.join(trashFolder(dataFolder), key, labelName), 'utf8');
    const parsed = labelSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
