import { bridge } from '../bridge/bridge.ts';
import { draftsWanted } from '../ui/field/drafts.ts';
import { paced } from './paced.ts';
import { documentPatched, documentsStore, problemSettled, type OpenDocument } from './documents-store.ts';

/** A save follows an edit after this pause, and never later than `longestMs` while the typing goes on: the rest of the second is for the disk. */
const pauseMs = 300;
const longestMs = 700;

const pace = paced((id) => void save(id), { pauseMs, longestMs });
const running = new Map<string, Promise<void>>();

/** Saves every edited document soon after the edit; returns a function that stops. */
export function startAutosave(): () => void {
  return documentsStore.subscribe((state, before) => {
    for (const [id, open] of Object.entries(state.documents)) {
      if (open.save.type === 'unsaved' && before.documents[id]?.document !== open.document) pace.asked(id);
    }
  });
}

/**
 * Saves what is unsaved at once, and waits for it: before a run, before the window closes. What was refused before is tried
 * once more. Gives the documents that are still not saved, because that failed or because somebody has to decide.
 */
export async function savedNow(): Promise<readonly OpenDocument[]> {
  draftsWanted();
  await Promise.all(idsWhere((open) => open.save.type === 'failed').map((id) => save(id)));
  for (let ids = idsUnderWay(); ids.length > 0; ids = idsUnderWay()) {
    await Promise.all(ids.map((id) => save(id)));
  }
  return Object.values(documentsStore.getState().documents).filter((open) => open.save.type !== 'saved');
}

/** Tries again to save a document, or decides a conflict for what is here. */
export async function saveAgain(id: string, overwrite: boolean): Promise<void> {
  documentPatched(id, (open) => ({ ...open, save: { type: 'unsaved' } }));
  await save(id, overwrite);
}

// One save at a time for each document, so that revisions stay in order; what was edited meanwhile is saved after it.
async function save(id: string, overwrite = false): Promise<void> {
  pace.taken(id);
  while (running.has(id)) await running.get(id);
  const open = documentsStore.getState().documents[id];
  if (open === undefined || !needsSaving(open)) return;
  const saving = write(id, open, overwrite).finally(() => running.delete(id));
  running.set(id, saving);
  await saving;
}

async function write(id: string, open: OpenDocument, overwrite: boolean): Promise<void> {
  const { document, revision } = open;
  documentPatched(id, (now) => ({ ...now, save: { type: 'saving' } }));
  const { opening } = documentsStore.getState().workspace;
  const outcome = await bridge.call['document.save']({ opening, document, revision, overwrite }).catch(
    (error: unknown) => ({
      ok: false as const,
      failure: {
        code: 'not-written' as const,
        message: error instanceof Error ? error.message : String(error),
      },
    }),
  );
  documentPatched(id, (now) => {
    const editedMeanwhile = now.document !== document;
    if (outcome.ok) {
      const { file, revision: newRevision } = outcome.value;
      return { ...now, file, revision: newRevision, save: { type: editedMeanwhile ? 'unsaved' : 'saved' } };
    }
    const { failure } = outcome;
    const { message } = failure;
    return failure.code === 'conflict'
      ? { ...now, save: { type: 'conflict', reason: failure.reason, message, theirs: failure.theirs } }
      : { ...now, save: { type: 'failed', message } };
  });
  // What was damaged in its place is beside it now.
  if (outcome.ok) problemSettled(outcome.value.file);
  if (documentsStore.getState().documents[id]?.save.type === 'unsaved') pace.asked(id);
}

/** What is being saved, and what was edited since. */
function idsUnderWay(): readonly string[] {
  return idsWhere((open, id) => open.save.type === 'unsaved' || running.has(id));
}

function idsWhere(matches: (open: OpenDocument, id: string) => boolean): readonly string[] {
  const { documents } = documentsStore.getState();
  return Object.keys(documents).filter((id) => documents[id] !== undefined && matches(documents[id], id));
}

function needsSaving(open: OpenDocument): boolean {
  return open.save.type === 'unsaved' || open.save.type === 'failed';
}
