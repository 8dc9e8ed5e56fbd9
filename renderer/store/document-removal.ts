import { removalSentence } from '#shared/flow/sub-flow-uses.ts';
import { scenarioSentence } from '#shared/scenario/scenario-uses.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import { bridge } from '../bridge/bridge.ts';
import { savedNow } from './autosave.ts';
import { documentsOf } from './documents-of.ts';
import { documentAdded, documentRemoved, documentsStore } from './documents-store.ts';
import { libraryStepTaken } from './library-steps.ts';
import { toasts } from './toasts.ts';
import {
  activeOwnerId,
  documentOpened,
  documentWithdrawn,
  environmentPicked,
  viewStore,
} from './view-store.ts';

/** Removes a document to the trash, and offers to bring it back. */
export async function removalWanted(id: DocumentId): Promise<void> {
  const document = documentsStore.getState().documents[id]?.document;
  if (document === undefined) return;
  await savedNow();
  const { documents } = documentsStore.getState();
  const consequences = [
    removalSentence(documentsOf(documents, 'flowbench.flow'), id),
    scenarioSentence(documentsOf(documents, 'flowbench.scenario'), new Set([id])),
  ];
  let removed = await documentTakenBack(id);
  if (removed === null) return;
  const undo = libraryStepTaken({
    undo: async () => {
      if (removed !== null && (await documentHadAgain(id))) shownAgain(id, removed);
    },
    redo: async () => {
      removed = await documentTakenBack(id);
    },
    isSettled: () => isThere(id),
  });
  toasts.show({
    title: `${document.name} deleted`,
    body: ['It stays in the trash for 30 days.', ...consequences].filter((each) => each !== null).join(' '),
    icon: 'trash',
    action: { label: 'Undo', onClick: undo },
  });
}

/** How the window stood to a document that went. */
interface Removed {
  /** Whether it was the active environment. */
  readonly wasActive: boolean;
  /** Whether it was in view. */
  readonly wasShown: boolean;
  /** What came into view in its place. */
  readonly shownSince: string | null;
}

/** Moves a document into the trash and tells how the window stood to it; `null` where that was not possible, which is told. */
export async function documentTakenBack(id: DocumentId): Promise<Removed | null> {
  await savedNow();
  const name = documentsStore.getState().documents[id]?.document.name ?? 'It';
  const outcome = await bridge.call['document.remove']({ id });
  if (!outcome.ok) {
    toasts.show({ title: `${name} was not deleted`, body: outcome.failure.message, icon: 'warning' });
    return null;
  }
  const wasShown = activeOwnerId(viewStore.getState()) === id;
  documentRemoved(id);
  const { wasActive } = documentWithdrawn(id);
  return { wasActive, wasShown, shownSince: activeOwnerId(viewStore.getState()) };
}

export const isThere = (id: string): boolean => documentsStore.getState().documents[id] !== undefined;

/** Brings a document back from the trash; says whether it is there, and tells where that was not possible. */
export async function documentHadAgain(id: DocumentId): Promise<boolean> {
  const trouble = await documentRestored(id);
  if (trouble !== null)
    toasts.show({ title: 'It could not be brought back', body: trouble, icon: 'warning' });
  return trouble === null;
}

/** Brings a document back from the trash, unless it is there; gives why that was not possible. */
export async function documentRestored(id: DocumentId): Promise<string | null> {
  // Its file would come in the place of what is on screen.
  if (isThere(id)) return null;
  const outcome = await bridge.call['document.restore']({ id });
  if (!outcome.ok) return outcome.failure.message;
  documentAdded(outcome.value);
  return null;
}

function shownAgain(id: DocumentId, { shownSince, wasActive, wasShown }: Removed): void {
  if (wasActive) environmentPicked(id);
  // Whoever went elsewhere in the meantime stays there.
  if (wasShown && activeOwnerId(viewStore.getState()) === shownSince) documentOpened(id);
}
