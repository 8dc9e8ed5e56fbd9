import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { DocumentId, WorkspaceDocument } from '#shared/workspace/document.ts';
import { readDocument } from '#shared/workspace/read-stored-file.ts';
import {
  documentNoteSchema,
  type DocumentNote,
  type RecoveredDocument,
  type RecoveredWorkspace,
} from '#shared/workspace/recovered-workspace.ts';
import { oneAtATime } from './files/one-at-a-time.ts';
import { systemErrorReason } from './files/system-error.ts';
import { ensurePrivateFolder } from './files/private-folder.ts';
import { removeStaleTemporaryFiles } from './files/temporary-file.ts';
import { writeFileAtomically } from './files/write-file-atomically.ts';

/** What recovery needs from those around it. */
export interface RecoveryPorts {
  readonly now: () => Date;
  /** Takes a sentence for the log. */
  readonly note: (sentence: string) => void;
}

/**
 * What a workspace is brought back by after a sudden end: a mark that the application is at work, which a proper end takes
 * away, and notes of documents with what can be undone in them (`recovery/` in the data folder).
 */
export interface Recovery {
  /** What an earlier application left, or an earlier page of this one. */
  read(): Promise<RecoveredWorkspace>;
  note(note: DocumentNote): Promise<void>;
  /** A document was removed: it is in the trash, and its note would bring it back. */
  forget(id: DocumentId): Promise<void>;
  /** Everything is saved or given up. */
  clear(): Promise<void>;
  /** A proper end. Notes that nobody cleared stay. */
  close(): Promise<void>;
}

const markSchema = z.object({
  format: z.literal('flowbench.session'),
  version: z.literal(1),
  startedAt: z.iso.datetime(),
});
const markName = 'session.json';

const keptNoteSchema = z.strictObject({
  format: z.literal('flowbench.recovery'),
  version: z.literal(1),
  notedAt: z.iso.datetime(),
  ...documentNoteSchema.shape,
});
type KeptNote = z.infer<typeof keptNoteSchema>;

/** Takes up what an earlier application left, and marks that this one is at work. */
export async function openRecovery(dataFolder: string, ports: RecoveryPorts): Promise<Recovery> {
  const folder = path.join(dataFolder, 'recovery');
  const queue = oneAtATime();
  const startedAt = ports.now().toISOString();
  let killedSince = await markIn(folder);
  const since = killedSince ?? startedAt;
  const write = async (name: string, content: object): Promise<void> => {
    const text = `${JSON.stringify(content, null, 2)}\n`;
    const written = await writeFileAtomically(path.join(folder, name), text, { mode: 0o600 });
    if (!written.ok) ports.note(`Nothing could be noted against a sudden end: ${written.failure.reason}.`);
  };
  const remove = async (name: string): Promise<void> => {
    await rm(path.join(folder, name), { force: true }).catch((error: unknown) =>
      ports.note(`A note against a sudden end stays: ${systemErrorReason(error)}.`),
    );
  };
  // Nobody waits for it: what is opened does not depend on it.
  void queue.run(async () => {
    await ensurePrivateFolder(folder).catch(() => undefined);
    await removeStaleTemporaryFiles(folder);
    await write(markName, { format: 'flowbench.session', version: 1, startedAt });
  });
  return {
    read: () =>
      queue.run(async () => {
        const documents = (await notesIn(folder)).flatMap((note) => recovered(note, since));
        const told = { killedSince, documents };
        killedSince = null;
        return told;
      }),
    note: (note) =>
      queue.run(() => {
        const kept: KeptNote = {
          format: 'flowbench.recovery',
          version: 1,
          notedAt: ports.now().toISOString(),
          ...note,
        };
        return write(`${note.id}.json`, kept);
      }),
    forget: (id) => queue.run(() => remove(`${id}.json`)),
    clear: () =>
      queue.run(async () => {
        for (const name of await noteNames(folder)) await remove(name);
      }),
    close: () => queue.run(() => remove(markName)),
  };
}

/** When an application started that had no proper end. */
async function markIn(folder: string): Promise<string | null> {
  const parsed = markSchema.safeParse(await jsonIn(path.join(folder, markName)));
  return parsed.success ? parsed.data.startedAt : null;
}

async function notesIn(folder: string): Promise<readonly KeptNote[]> {
  const notes: KeptNote[] = [];
  for (const name of await noteNames(folder)) {
    const parsed = keptNoteSchema.safeParse(await jsonIn(path.join(folder, name)));
    if (parsed.success) notes.push(parsed.data);
  }
  return notes;
}

async function noteNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.json') && !name.startsWith('.') && name !== markName);
}

async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A note whose document can be read; of its past only what no unreadable step lies behind. */
function recovered(note: KeptNote, since: string): readonly RecoveredDocument[] {
  const { file, notedAt, past, revision, stuck, text } = note;
  const document = documentOf(file, text);
  if (document === null || document.id !== note.id) return [];
  const steps: RecoveredDocument['past'] = [];
  for (const { before, ...step } of [...past].reverse()) {
    const read = documentOf(file, before);
    if (read === null) break;
    steps.unshift({ ...step, before: read });
  }
  return [{ document, file, revision, stuck, past: steps, recent: notedAt >= since }];
}

function documentOf(file: string, text: string): WorkspaceDocument | null {
  const read = readDocument(file, text);
  return read.ok ? read.value.content : null;
}
