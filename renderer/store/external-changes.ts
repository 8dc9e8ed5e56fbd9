import type {
  ExternalChange,
  StoredDocument,
  WorkspaceProblem,
} from '#shared/workspace/workspace-snapshot.ts';
import { documentKind } from '#shared/workspace/document.ts';
import { bridge } from '../bridge/bridge.ts';
import { saveAgain } from './autosave.ts';
import { recordEdit } from './document-history.ts';
import {
  documentAdded,
  documentBroughtBack,
  documentPatched,
  documentRemoved,
  documentsStore,
  foldersChanged,
  problemSettled,
  type OpenDocument,
} from './documents-store.ts';
import { toasts } from './toasts.ts';
import { documentWithdrawn, environmentPicked } from './view-store.ts';

/** A document that went away with its file, and what it takes to have it back. */
interface Withdrawn {
  readonly open: OpenDocument;
  readonly wasActive: boolean;
}

/**
 * Another program changed the workspace's files. What is new is shown; what differs from a document that is open here is
 * offered and never taken or overwritten unasked; what went away can be had back.
 */
export function externalChangesArrived(changes: readonly ExternalChange[]): void {
  const withdrawn = changes.map(arrived).filter((each) => each !== null);
  if (withdrawn.length > 0) offerBack(withdrawn);
}

function arrived(change: ExternalChange): Withdrawn | null {
  const file = fileOf(change);
  if (file !== null) problemSettled(file);
  switch (change.type) {
    case 'added':
      documentAdded(change.stored);
      return null;
    case 'changed':
      changed(change.stored);
      return null;
    case 'removed':
      return removed(change.id, change.file);
    case 'settled':
      return null;
    case 'folders':
      foldersChanged(change.folders);
      return null;
    case 'damaged':
      damaged(change.problem);
      return null;
  }
}

function fileOf(change: ExternalChange): string | null {
  if (change.type === 'folders') return null;
  if (change.type === 'removed' || change.type === 'settled') return change.file;
  return change.type === 'damaged' ? change.problem.file : change.stored.file;
}

function damaged(problem: WorkspaceProblem): void {
  documentsStore.setState(({ problems }) => ({ problems: [...problems, problem] }));
}

function changed(theirs: StoredDocument): void {
  const { id } = theirs.document;
  const open = documentsStore.getState().documents[id];
  if (open === undefined) {
    documentAdded(theirs);
  } else if (JSON.stringify(open.document) === JSON.stringify(theirs.document)) {
    const { file, revision } = theirs;
    documentPatched(id, (now) => ({ ...now, file, revision, save: { type: 'saved' } }));
    void bridge.call['document.accept']({ id, revision });
  } else {
    const message = `Another program changed ${theirs.file}.`;
    documentPatched(id, (now) => ({
      ...now,
      save: { type: 'conflict', reason: 'changed', message, theirs },
    }));
  }
}

/** A document without an edit of its own goes with its file; one with an edit stays until somebody decides. */
function removed(id: string, file: string): Withdrawn | null {
  const open = documentsStore.getState().documents[id];
  if (open === undefined) return null;
  if (open.save.type !== 'saved') {
    const message = `Another program removed ${file}.`;
    documentPatched(id, (now) => ({
      ...now,
      save: { type: 'conflict', reason: 'removed', message, theirs: null },
    }));
    return null;
  }
  documentRemoved(id);
  return { open, ...documentWithdrawn(id) };
}

/** Says what went away, all at once, until somebody has read it. */
function offerBack(withdrawn: readonly Withdrawn[]): void {
  const [first] = withdrawn;
  if (first === undefined) return;
  const names = withdrawn.map(({ open }) => open.document.name);
  const { document, file } = first.open;
  const alone = withdrawn.length === 1;
  toasts.show({
    title: alone
      ? `${document.name} was removed on disk`
      : `${String(withdrawn.length)} documents were removed on disk`,
    body: alone ? `The file of this ${documentKind(document)} is gone: ${file}` : names.join(', '),
    icon: 'trash',
    stays: true,
    action: { label: 'Restore', onClick: () => withdrawn.forEach(broughtBack) },
  });
}

function broughtBack({ open, wasActive }: Withdrawn): void {
  const { id } = open.document;
  documentBroughtBack(open);
  if (wasActive) environmentPicked(id);
  void saveAgain(id, false);
}

/** The user takes what is on disk; what was here can be had back by undo. */
export async function theirsTaken(id: string): Promise<void> {
  const theirs = theirsOf(id);
  if (theirs === null) return;
  const { document, file, revision } = theirs;
  const outcome = await bridge.call['document.accept']({ id: document.id, revision });
  if (!outcome.ok) {
    toasts.show({
      title: `${document.name} was not loaded`,
      body: outcome.failure.message,
      icon: 'warning',
    });
    return;
  }
  documentPatched(id, (open) => {
    const history = recordEdit(open.history, open.document, document, null, Date.now());
    return { document, file, revision, history, save: { type: 'saved' } };
  });
}

function theirsOf(id: string): StoredDocument | null {
  const save = documentsStore.getState().documents[id]?.save;
  return save?.type === 'conflict' ? save.theirs : null;
}

/** The user keeps what is here, over what is on disk. */
export function oursKept(id: string): void {
  void saveAgain(id, true);
}
