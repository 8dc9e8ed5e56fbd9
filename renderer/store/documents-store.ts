import { createStore } from 'zustand/vanilla';
import { documentKind, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { documentSlug } from '#shared/workspace/document-slug.ts';
import type { SaveFailure } from '#shared/workspace/workspace-failure.ts';
import type {
  StoredDocument,
  WorkspaceProblem,
  WorkspaceSnapshot,
} from '#shared/workspace/workspace-snapshot.ts';
import {
  emptyHistory,
  recordEdit,
  stepBack,
  stepForward,
  togetherIn,
  type DocumentHistory,
} from './document-history.ts';

/** What another program did to a document's file: as main tells it when it refuses to save over it. */
export type Conflict = Pick<Extract<SaveFailure, { code: 'conflict' }>, 'reason' | 'message' | 'theirs'>;

/** How a document stands to its file. */
export type SaveState =
  | { readonly type: 'saved' }
  | { readonly type: 'unsaved' }
  | { readonly type: 'saving' }
  | { readonly type: 'failed'; readonly message: string }
  | (Readonly<Conflict> & { readonly type: 'conflict' });

/** A document of the open workspace, with what is not yet in its file. */
export interface OpenDocument {
  readonly document: WorkspaceDocument;
  readonly file: string;
  readonly revision: string | null;
  readonly save: SaveState;
  readonly history: DocumentHistory;
}

export interface DocumentsState {
  readonly workspace: Omit<WorkspaceSnapshot, 'documents' | 'problems' | 'folders'>;
  readonly problems: readonly WorkspaceProblem[];
  /** The folders that people made for flows and endpoints, also those without a document. */
  readonly folders: readonly string[];
  readonly documents: Readonly<Record<string, OpenDocument>>;
  /** What was edited or made here last: new with every edit, and none of undo and redo. */
  readonly touched: readonly string[];
  /** The workspace or the window is about to go: an edit would have no file to go to, so nothing can be edited. */
  readonly leaving: boolean;
}

const noWorkspace = { opening: '', id: '' as WorkspaceSnapshot['id'], name: '', folder: '', sampleUrl: null };

/** The documents of the open workspace: the truth that every view shows and every edit changes. */
export const documentsStore = createStore<DocumentsState>(() => ({
  workspace: noWorkspace,
  problems: [],
  folders: [],
  documents: {},
  touched: [],
  leaving: false,
}));

/** Somebody edited or made documents: what was taken back before is not done again over that. */
export const documentsTouched = (touched: readonly string[]): void => documentsStore.setState({ touched });

const fromStored = (stored: StoredDocument): OpenDocument => ({
  document: stored.document,
  file: stored.file,
  revision: stored.revision,
  save: { type: 'saved' },
  history: emptyHistory,
});

/** Puts one document's new standing into the store; nothing happens where the document is gone. */
export function documentPatched(id: string, patch: (open: OpenDocument) => OpenDocument): void {
  documentsStore.setState((state) => {
    const open = state.documents[id];
    return open === undefined ? state : { documents: { ...state.documents, [id]: patch(open) } };
  });
}

/** Another workspace was opened, or the first one. */
export function workspaceOpened(snapshot: WorkspaceSnapshot): void {
  const { documents, folders, problems, ...workspace } = snapshot;
  documentsStore.setState({
    workspace,
    problems,
    folders,
    leaving: false,
    documents: Object.fromEntries(documents.map((stored) => [stored.document.id, fromStored(stored)])),
  });
}

/**
 * A document came into being: new here (to be saved), or read from disk.
 *
 * @param folder where a new one goes; without one into the folder for its kind
 */
export function documentAdded(added: WorkspaceDocument | StoredDocument, folder: string | null = null): void {
  const open: OpenDocument = 'document' in added ? fromStored(added) : newlyMade(added, folder);
  documentsStore.setState((state) => ({ documents: { ...state.documents, [open.document.id]: open } }));
  if (open.revision === null) documentsTouched([open.document.id]);
}

/** The main process gives the file the next free name. */
function newlyMade(document: WorkspaceDocument, folder: string | null): OpenDocument {
  const file = folder === null ? '' : `${folder}/${documentSlug(document.name, documentKind(document))}.json`;
  return { document, file, revision: null, save: { type: 'unsaved' }, history: emptyHistory };
}

/** Folders came, went or have other names: all that there are now, and the files of the documents that moved. */
export function foldersChanged(
  folders: readonly string[],
  moved: readonly { readonly id: string; readonly file: string }[] = [],
): void {
  for (const { id, file } of moved) documentPatched(id, (open) => ({ ...open, file }));
  documentsStore.setState({ folders });
}

/** A document that was removed comes back as it was here, to be saved anew. */
export function documentBroughtBack(open: OpenDocument): void {
  const { id } = open.document;
  documentsStore.setState(({ documents }) =>
    documents[id] === undefined
      ? { documents: { ...documents, [id]: { ...open, revision: null, save: { type: 'unsaved' } } } }
      : {},
  );
}

/** Files that could not be loaded are as they should be, or are gone. */
export function problemSettled(file: string): void {
  documentsStore.setState(({ problems }) => ({ problems: problems.filter((each) => each.file !== file) }));
}

/** A document was removed, here or on disk. */
export function documentRemoved(id: string): void {
  documentsStore.setState((state) => {
    const { [id]: _removed, ...documents } = state.documents;
    return { documents };
  });
}

/**
 * The user edited a document. `field` names the text being typed into, so that undo takes back a phrase and not a letter;
 * `null` is a step of its own.
 */
export function documentEdited<Kind extends WorkspaceDocument>(
  id: Kind['id'],
  edit: (document: Kind) => Kind,
  field: string | null = null,
): void {
  const before = documentsStore.getState().documents[id]?.document;
  documentPatched(id, (open) => {
    const after = edit(open.document as Kind);
    if (after === open.document || documentsStore.getState().leaving) return open;
    const history = recordEdit(open.history, open.document, after, field, Date.now());
    return { ...open, document: after, history, save: afterEdit(open.save) };
  });
  if (documentsStore.getState().documents[id]?.document !== before) documentsTouched([id]);
}

/** One change of several documents: undo in any of them takes it back in all. Gives the name of the step. */
export function documentsEditedTogether(
  edits: ReadonlyMap<string, (document: WorkspaceDocument) => WorkspaceDocument>,
): string {
  const together = [...edits.keys()].join(' ') + ` ${String(Date.now())}`;
  // At once, so that views of hundreds of documents hear of it once.
  documentsStore.setState(({ documents, leaving }) => {
    if (leaving) return {};
    const after = { ...documents };
    for (const [id, edit] of edits) {
      const open = documents[id];
      if (open !== undefined) after[id] = editedTogether(open, edit(open.document), together);
    }
    return { documents: after, touched: [...edits.keys()] };
  });
  return together;
}

function editedTogether(open: OpenDocument, after: WorkspaceDocument, together: string): OpenDocument {
  if (after === open.document) return open;
  const history = recordEdit(open.history, open.document, after, null, Date.now(), together);
  return { ...open, document: after, history, save: afterEdit(open.save) };
}

/** Takes the last step of a document back, with what was done to others in it; gives the documents that it was taken back in. */
export function editUndone(id: string): readonly string[] {
  return stepped(reachedFrom(id, 'back'), 'back');
}

export function editRedone(id: string): readonly string[] {
  return stepped(reachedFrom(id, 'forward'), 'forward');
}

/** Takes a step over several documents back where nothing was done since; gives the documents that it was taken back in. */
export function togetherUndone(together: string): readonly string[] {
  return stepped(reached(together, 'back'), 'back');
}

export function togetherRedone(together: string): readonly string[] {
  return stepped(reached(together, 'forward'), 'forward');
}

/** Nothing of a document can be undone any more: what became a secret must not come back as text. */
export function historyForgotten(id: string): void {
  documentPatched(id, (open) => ({ ...open, history: emptyHistory }));
}

function reachedFrom(id: string, direction: 'back' | 'forward'): readonly string[] {
  const together = togetherIn(documentsStore.getState().documents[id]?.history ?? emptyHistory, direction);
  return together === null ? [id] : reached(together, direction);
}

function reached(together: string, direction: 'back' | 'forward'): readonly string[] {
  const open = Object.entries(documentsStore.getState().documents);
  return open.flatMap(([id, { history }]) => (togetherIn(history, direction) === together ? [id] : []));
}

function stepped(ids: readonly string[], direction: 'back' | 'forward'): readonly string[] {
  const step = direction === 'back' ? stepBack : stepForward;
  const { documents, leaving } = documentsStore.getState();
  if (leaving) return [];
  for (const each of ids) {
    documentPatched(each, (open) => {
      const result = step(open.history);
      return result === null ? open : { ...open, ...result, save: afterEdit(open.save) };
    });
  }
  const { documents: now } = documentsStore.getState();
  return ids.filter((each) => now[each]?.document !== documents[each]?.document);
}

// A conflict stays until the user decides; saving over it would clobber what another program wrote.
function afterEdit(save: SaveState): SaveState {
  return save.type === 'conflict' ? save : { type: 'unsaved' };
}
