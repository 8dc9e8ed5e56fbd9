import type { ImportView } from '#shared/bundle/import-view.ts';
import type { ImportedBundle } from '#shared/ipc/channels/bundle-channels.ts';
import type { DocumentId, WorkspaceDocument } from '#shared/workspace/document.ts';
import type { StoredDocument } from '#shared/workspace/workspace-snapshot.ts';
import { bridge } from '../bridge/bridge.ts';
import { savedNow } from './autosave.ts';
import { documentRestored } from './document-removal.ts';
import { documentAdded, documentPatched, documentRemoved, documentsStore } from './documents-store.ts';
import { libraryStepTaken } from './library-steps.ts';
import { toasts } from './toasts.ts';
import { documentOpened, documentWithdrawn } from './view-store.ts';

/** A document that took the place of another version of itself. */
interface Replaced {
  readonly id: DocumentId;
  readonly before: WorkspaceDocument;
  readonly after: WorkspaceDocument;
}

/** The bundle: what it is called, and what the main process knows it by. */
type TakenBundle = Pick<ImportView, 'handle' | 'name'>;

/** Shows what came in a bundle, opens its flow, and offers to take all of it back as one step. */
export function bundleTaken({ handle, name }: TakenBundle, imported: ImportedBundle): void {
  const replaced = imported.documents.map(taken).filter((each) => each !== null);
  const changed = new Set<string>(replaced.map(({ id }) => id));
  const added = imported.documents.map(({ document }) => document.id).filter((id) => !changed.has(id));
  const undo = libraryStepTaken({
    undo: () => takenBack(handle, added, replaced),
    redo: () => takenAgain(handle, added, replaced),
  });
  const { opens } = imported;
  if (opens !== null && documentsStore.getState().documents[opens] !== undefined) documentOpened(opens);
  toasts.show({
    title: `${name} is imported`,
    body: summary(added.length, replaced.length, imported),
    icon: imported.troubles.length > 0 ? 'warning' : 'check',
    action: { label: 'Undo', onClick: undo },
    stays: imported.left.length > 0,
  });
}

/** What undo does not know of, since a document is as it came: this is a step of the workspace, not of the document. */
function taken(stored: StoredDocument): Replaced | null {
  const { document, file, revision } = stored;
  const open = documentsStore.getState().documents[document.id];
  if (open === undefined) {
    documentAdded(stored);
    return null;
  }
  documentPatched(document.id, (now) => ({ ...now, document, file, revision, save: { type: 'saved' } }));
  return { id: document.id, before: open.document, after: document };
}

function summary(added: number, replaced: number, { kept, left, troubles }: ImportedBundle): string {
  const parts = [
    added + replaced === 0 ? 'Everything in it was here already.' : '',
    added > 0 ? `${counted(added, 'document')} came.` : '',
    replaced > 0 ? `${counted(replaced, 'document')} ${replaced === 1 ? 'was' : 'were'} replaced.` : '',
    kept > 0 ? `${counted(kept, 'secret')} ${kept === 1 ? 'is' : 'are'} kept.` : '',
    left.length > 0 ? `To be entered yet: ${left.join(', ')}.` : '',
    ...troubles,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function counted(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** What came goes into the trash with its secrets, its attachments go, and what was replaced is as it was, unless it was edited since. */
async function takenBack(
  handle: string,
  added: readonly DocumentId[],
  replaced: readonly Replaced[],
): Promise<void> {
  await savedNow();
  const troubles: string[] = [];
  for (const id of added) {
    const outcome = await bridge.call['document.remove']({ id });
    if (outcome.ok) {
      documentRemoved(id);
      documentWithdrawn(id);
    } else troubles.push(outcome.failure.message);
  }
  troubles.push(...exchanged(replaced.map(({ after, before, id }) => ({ id, from: after, to: before }))));
  // Only what no document sends any more may go, so what they are now has to be known first.
  await savedNow();
  await bridge.call['bundle.withdraw-files']({ handle });
  told('Not everything was taken back', troubles);
}

async function takenAgain(
  handle: string,
  added: readonly DocumentId[],
  replaced: readonly Replaced[],
): Promise<void> {
  const troubles: string[] = [];
  await bridge.call['bundle.bring-back-files']({ handle });
  for (const id of added) {
    const trouble = await documentRestored(id);
    if (trouble !== null) troubles.push(trouble);
  }
  troubles.push(...exchanged(replaced.map(({ after, before, id }) => ({ id, from: before, to: after }))));
  told('Not everything came back', troubles);
}

interface Exchange {
  readonly id: DocumentId;
  readonly from: WorkspaceDocument;
  readonly to: WorkspaceDocument;
}

/** Puts versions in place of others; gives a sentence for each document that somebody edited since. */
function exchanged(exchanges: readonly Exchange[]): readonly string[] {
  return exchanges.flatMap(({ from, id, to }) => {
    const open = documentsStore.getState().documents[id];
    if (open === undefined || open.save.type === 'conflict' || !isSame(open.document, from))
      return [`“${from.name}” was edited since, and stays as it is.`];
    documentPatched(id, (now) => ({ ...now, document: to, save: { type: 'unsaved' } }));
    return [];
  });
}

function isSame(one: WorkspaceDocument, other: WorkspaceDocument): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function told(title: string, troubles: readonly string[]): void {
  if (troubles.length > 0) toasts.show({ title, body: troubles.join(' '), icon: 'warning' });
}
