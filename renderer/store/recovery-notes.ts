import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { mostNotedSteps, type DocumentNote } from '#shared/workspace/recovered-workspace.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentsStore, type OpenDocument } from './documents-store.ts';
import { paced } from './paced.ts';

/** Quicker than saving: a note is what brings back an edit whose save had no time. */
const pace = paced(noted, { pauseMs: 150, longestMs: 400 });

/** What the steps of one note may take; a large document has few of them. */
const mostPastUnits = 500_000;

/** Notes every edited document with what can be undone in it, so that a sudden end takes neither; returns a function that stops. */
export function startNotingRecovery(): () => void {
  return documentsStore.subscribe((state, before) => {
    if (state.documents === before.documents) return;
    for (const [id, open] of Object.entries(state.documents)) {
      const earlier = before.documents[id];
      if (earlier !== undefined && isSame(open, earlier)) continue;
      // What was only read has nothing to be noted.
      if (earlier !== undefined || open.save.type !== 'saved') pace.asked(id);
    }
  });
}

/** Notes again what is worth it, after the notes were cleared for nothing. */
export function recoveryNoted(): void {
  for (const [id, open] of Object.entries(documentsStore.getState().documents))
    if (open.history.past.length > 0 || isStuck(open)) pace.asked(id);
}

/** Everything is saved or given up: nothing has to be brought back. */
export async function recoveryCleared(): Promise<void> {
  const { documents, workspace } = documentsStore.getState();
  for (const id of Object.keys(documents)) pace.taken(id);
  await bridge.call['recovery.clear']({ opening: workspace.opening });
}

function isSame(open: OpenDocument, earlier: OpenDocument): boolean {
  return (
    open.document === earlier.document &&
    open.history === earlier.history &&
    isStuck(open) === isStuck(earlier)
  );
}

function isStuck({ save }: OpenDocument): boolean {
  return save.type === 'failed' || save.type === 'conflict';
}

function noted(id: string): void {
  const { documents, workspace } = documentsStore.getState();
  const open = documents[id];
  if (open !== undefined)
    void bridge.call['recovery.note']({ opening: workspace.opening, note: noteOf(open) });
}

function noteOf(open: OpenDocument): DocumentNote {
  const { document, file, history, revision } = open;
  return {
    id: document.id,
    file,
    revision,
    text: textOf(document),
    stuck: isStuck(open),
    past: pastOf(history.past),
  };
}

/** The newest steps, as far as there is room. */
function pastOf(steps: OpenDocument['history']['past']): DocumentNote['past'] {
  const past: DocumentNote['past'] = [];
  let units = 0;
  for (const { atMs, before, field, together } of steps.slice(-mostNotedSteps).reverse()) {
    const text = textOf(before);
    units += text.length;
    if (units > mostPastUnits) break;
    past.unshift({ before: text, field, atMs, together });
  }
  return past;
}

const texts = new WeakMap<WorkspaceDocument, string>();

/** A document is never changed, so that its text is made once, however many notes hold it. */
function textOf(document: WorkspaceDocument): string {
  const text = texts.get(document) ?? writeDocument(document, null);
  texts.set(document, text);
  return text;
}
