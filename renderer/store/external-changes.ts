import type { ExternalChange, StoredDocument } from '#shared/workspace/workspace-snapshot.ts';
import { documentKind } from '#shared/workspace/document.ts';
import { saveAgain } from './autosave.ts';
import { documentAdded, documentPatched, documentRemoved, documentsStore } from './documents-store.ts';
import { toasts } from './toasts.ts';
import { documentTabsClosed } from './view-store.ts';

/**
 * Another program changed the workspace's files. What is new is shown; what differs from a document that is open here is
 * offered and never taken or overwritten unasked.
 */
export function externalChangesArrived(changes: readonly ExternalChange[]): void {
  for (const change of changes) arrived(change);
}

function arrived(change: ExternalChange): void {
  switch (change.type) {
    case 'added':
      documentAdded(change.stored);
      return;
    case 'changed':
      changed(change.stored);
      return;
    case 'removed':
      removed(change.id);
      return;
    case 'damaged':
      documentsStore.setState((state) => ({
        problems: [
          ...state.problems.filter((problem) => problem.file !== change.problem.file),
          change.problem,
        ],
      }));
  }
}

function changed(theirs: StoredDocument): void {
  const { id } = theirs.document;
  if (documentsStore.getState().documents[id] === undefined) {
    documentAdded(theirs);
    return;
  }
  documentPatched(id, (open) => {
    const same = JSON.stringify(open.document) === JSON.stringify(theirs.document);
    return same
      ? { ...open, file: theirs.file, revision: theirs.revision, save: { type: 'saved' } }
      : { ...open, save: { type: 'conflict', theirs } };
  });
}

function removed(id: string): void {
  const open = documentsStore.getState().documents[id];
  if (open === undefined) return;
  documentRemoved(id);
  documentTabsClosed((each) => each === id);
  toasts.show({
    title: `${open.document.name} was removed on disk`,
    body: `The file of this ${documentKind(open.document)} is gone: ${open.file}`,
    icon: 'trash',
    action: {
      label: 'Restore',
      onClick: () => {
        documentAdded(open.document);
        void saveAgain(id, true);
      },
    },
  });
}

/** The user takes what is on disk; what was here can be had back by undo. */
export function theirsTaken(id: string): void {
  documentPatched(id, (open) => {
    if (open.save.type !== 'conflict' || open.save.theirs === null) return open;
    const { document, file, revision } = open.save.theirs;
    const step = { before: open.document, after: document, field: null, atMs: Date.now() };
    const history = { past: [...open.history.past, step], future: [] };
    return { document, file, revision, history, save: { type: 'saved' } };
  });
}

/** The user keeps what is here, over what is on disk. */
export function oursKept(id: string): void {
  void saveAgain(id, true);
}
