import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DocumentId, WorkspaceDocument } from '#shared/workspace/document.ts';
import { recordEdit, type DocumentHistory } from './document-history.ts';
import { documentEdited, documentPatched, documentsStore, type OpenDocument } from './documents-store.ts';
import type { RecoveredDocument, RecoveredWorkspace } from '#shared/workspace/recovered-workspace.ts';
import { madeAtOf } from '#shared/run-history/run-summary.ts';
import { historyStore } from './history-store.ts';
import { toasts } from './toasts.ts';

/**
 * What was done for a document after a sudden end: `edits` that were not in its file were put back, a `new` one that never
 * had a file came back, a `conflict` waits for a decision; else only what can be undone was `kept`.
 */
export type Restoration = 'edits' | 'new' | 'conflict' | 'kept';

export interface RestoredDocument {
  readonly id: DocumentId;
  readonly name: string;
  readonly what: Restoration;
  /** The document as its file had it, and as it was put back, where there were edits; else `null`. */
  readonly edits: { readonly before: WorkspaceDocument; readonly after: WorkspaceDocument } | null;
}

export interface RecoveryState {
  readonly restored: readonly RestoredDocument[];
  /** When the application started that was ended; what it ran since then was interrupted. */
  readonly killedSince: string | null;
  /** Whether it is shown in full. */
  readonly shown: boolean;
}

/** What was brought back when the workspace was opened after a sudden end. */
export const recoveryStore = createStore<RecoveryState>(() => ({
  restored: [],
  killedSince: null,
  shown: false,
}));

export function useRecovery<Part>(select: (state: RecoveryState) => Part): Part {
  return useStore(recoveryStore, select);
}

export const recoveryShown = (shown: boolean): void => recoveryStore.setState({ shown });

/** Brings back what the window had that the files have not, and what can be undone; saving has to have begun. */
export function recoveryApplied({ documents, killedSince }: RecoveredWorkspace): void {
  const restored = documents.flatMap((each) => {
    const before = documentsStore.getState().documents[each.document.id]?.document;
    const what = broughtBack(each);
    // What was noted before the end that was a sudden one has been told already.
    if (what === null || (what === 'kept' && !each.recent)) return [];
    // As it is called now: the last save may have come after the last note.
    const open = documentsStore.getState().documents[each.document.id];
    const edits = what === 'edits' && before !== undefined ? { before, after: each.document } : null;
    return [{ id: each.document.id, name: (open ?? each).document.name, what, edits }];
  });
  recoveryStore.setState({ restored, killedSince, shown: false });
}

/** Takes all edits back that were put back in a document, as one step for undo; edits that were made since would go with them. */
export function restorationUndone({ edits, id }: RestoredDocument): void {
  if (edits !== null)
    documentEdited<WorkspaceDocument>(id, (now) => (now === edits.after ? edits.before : now));
}

/** Says it, once the list of past runs is read. */
export function recoveryTold(): void {
  const { killedSince, restored } = recoveryStore.getState();
  const runs = runsInterrupted(killedSince).length;
  const back = restored.filter(({ what }) => what !== 'kept');
  // A page that was loaded again says so in a dialog; it has to tell only what it put back.
  if (killedSince === null ? back.length === 0 : restored.length + runs === 0) return;
  toasts.show({
    title: killedSince === null ? 'Your edits were put back' : 'Flowbench was ended before it could close',
    body: sentencesOf(restored, runs).join(' '),
    icon: 'undo',
    stays: true,
    ...(restored.length === 0
      ? {}
      : { action: { label: 'Show what was restored', onClick: () => recoveryShown(true) } }),
  });
}

/** The runs that were under way when the application was ended. */
export function runsInterrupted(killedSince: string | null) {
  if (killedSince === null) return [];
  const { runs } = historyStore.getState();
  return runs.filter((run) => run.outcome === 'interrupted' && madeAtOf(run) >= killedSince);
}

function sentencesOf(restored: readonly RestoredDocument[], runs: number): readonly string[] {
  const named = (...wanted: readonly Restoration[]) =>
    restored.filter(({ what }) => wanted.includes(what)).map(({ name }) => name);
  const put = named('edits', 'new');
  const open = named('conflict');
  const kept = named('kept');
  return [
    ...(put.length > 0 ? [`Put back what was not in a file yet: ${listed(put)}.`] : []),
    ...(open.length > 0 ? [`Waiting for your decision: ${listed(open)}.`] : []),
    ...(kept.length > 0 ? [`As you left it, up to the last second, with its undo: ${listed(kept)}.`] : []),
    ...(runs === 1 ? ['1 run was under way; it is in the list of runs as interrupted.'] : []),
    ...(runs > 1
      ? [`${String(runs)} runs were under way; they are in the list of runs as interrupted.`]
      : []),
  ];
}

function listed(names: readonly string[]): string {
  const [first = '', second, third] = names;
  if (second === undefined) return first;
  if (third === undefined) return `${first} and ${second}`;
  return names.length === 3
    ? `${first}, ${second} and ${third}`
    : `${first}, ${second} and ${String(names.length - 2)} more`;
}

function broughtBack(recovered: RecoveredDocument): Restoration | null {
  const { document, file, revision } = recovered;
  const open = documentsStore.getState().documents[document.id];
  if (open === undefined) return withoutFile(recovered);
  const history = historyOf(recovered);
  if (JSON.stringify(open.document) === JSON.stringify(document)) {
    documentPatched(document.id, (now) => ({ ...now, history }));
    return 'kept';
  }
  if (open.revision === revision) {
    documentPatched(document.id, (now) => ({ ...now, document, history, save: { type: 'unsaved' } }));
    return 'edits';
  }
  if (recovered.stuck) {
    const message = `Another program changed ${file}.`;
    const theirs = { document: open.document, file: open.file, revision: open.revision ?? '' };
    const save = { type: 'conflict', reason: 'changed', message, theirs } as const;
    documentPatched(document.id, (now) => ({ ...now, document, history, save }));
    return 'conflict';
  }
  // The last save came after the last note.
  const later = recordEdit(history, document, open.document, null, Date.now());
  documentPatched(document.id, (now) => ({ ...now, history: later }));
  return 'kept';
}

/** A document that has no file: it never had one, or somebody has to decide because another program removed it. */
function withoutFile(recovered: RecoveredDocument): Restoration | null {
  const { document, file, revision, stuck } = recovered;
  if (revision !== null && !stuck) return null;
  const message = `Another program removed ${file}.`;
  const open: OpenDocument = {
    document,
    file,
    revision: null,
    history: historyOf(recovered),
    save:
      revision === null
        ? { type: 'unsaved' }
        : { type: 'conflict', reason: 'removed', message, theirs: null },
  };
  documentsStore.setState(({ documents }) => ({ documents: { ...documents, [document.id]: open } }));
  return revision === null ? 'new' : 'conflict';
}

/** Each step ends where the next begins, the last with the document itself. */
function historyOf({ document, past }: RecoveredDocument): DocumentHistory {
  const steps = past.map(({ before, ...step }, at) => ({
    ...step,
    before,
    after: past[at + 1]?.before ?? document,
  }));
  return { past: steps, future: [] };
}
