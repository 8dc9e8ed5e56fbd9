import { newEndpoint } from '#shared/endpoint/new-endpoint.ts';
import {
  environmentColours,
  environmentSchema,
  type EnvironmentColour,
} from '#shared/environment/environment.ts';
import { newFlow } from '#shared/flow/new-flow.ts';
import {
  documentKind,
  type DocumentId,
  type DocumentKind,
  type ListedKind,
  type WorkspaceDocument,
} from '#shared/workspace/document.ts';
import { bridge } from '../bridge/bridge.ts';
import { documentsOf } from './documents-of.ts';
import { documentAdded, documentEdited, documentsStore, documentsTouched } from './documents-store.ts';
import { newId } from './new-id.ts';
import { renamingStarted } from './renaming-store.ts';
import { toasts } from './toasts.ts';
import { usableAsShown } from './usable-documents.ts';
import { sideBarShown } from './side-bar.ts';
import { documentOpened } from './view-store.ts';

const words: Readonly<Record<DocumentKind, string>> = {
  flow: 'flow',
  endpoint: 'API endpoint',
  environment: 'environment',
  fixture: 'fixture',
  scenario: 'scenario',
};

const viewOf = {
  flow: 'flows',
  endpoint: 'endpoints',
  environment: 'environments',
  scenario: 'scenarios',
} as const;

/** Makes a document of a kind, in a folder or where all of its kind lie, opens it, and gives its id. */
export function documentWanted(kind: ListedKind, folder: string | null = null): DocumentId {
  const name = freeName(kind, `New ${words[kind]}`);
  const document = made(kind, name);
  documentAdded(document, folder);
  sideBarShown(viewOf[kind]);
  documentOpened(document.id);
  return document.id;
}

/** Copies a document; the secrets of an endpoint are copied where they are, in the main process. */
export async function duplicateWanted(id: DocumentId): Promise<void> {
  const original = documentsStore.getState().documents[id]?.document;
  if (original === undefined) return;
  const title = `${original.name} was not duplicated`;
  if (!(await usableAsShown([id], title))) return;
  const name = freeName(documentKind(original), `${original.name} copy`);
  const outcome = await bridge.call['document.duplicate']({ id, name });
  if (!outcome.ok) {
    toasts.show({ title, body: outcome.failure.message, icon: 'warning' });
    return;
  }
  documentAdded(outcome.value);
  documentsTouched([outcome.value.document.id]);
  documentOpened(outcome.value.document.id);
}

/** Makes the name of a document's row a field, showing the list that has the row; what no list has is named on its page. */
export function documentRenamingStarted(id: string): void {
  const document = documentsStore.getState().documents[id]?.document;
  if (document === undefined) return;
  const kind = documentKind(document);
  if (kind === 'fixture') documentOpened(id);
  else sideBarShown(viewOf[kind]);
  renamingStarted(id);
}

/** Gives a document another name; an empty one changes nothing. */
export function documentRenamed(id: DocumentId, name: string): void {
  const trimmed = name.trim();
  if (trimmed !== '') documentEdited<WorkspaceDocument>(id, (document) => ({ ...document, name: trimmed }));
}

/** Gives a document a number where another of its kind has its name; gives the new name, or `null`. */
export function documentRenamedApart(id: DocumentId): string | null {
  const { documents } = documentsStore.getState();
  const document = documents[id]?.document;
  if (document === undefined) return null;
  const kind = documentKind(document);
  const others = Object.values(documents).filter((open) => open.document.id !== id);
  if (!others.some((open) => documentKind(open.document) === kind && open.document.name === document.name))
    return null;
  const name = freeName(kind, document.name);
  documentRenamed(id, name);
  return name;
}

function made(kind: ListedKind, name: string): WorkspaceDocument {
  switch (kind) {
    case 'flow':
      return newFlow(newId('fl'), name, newId('nd'));
    case 'endpoint':
      return newEndpoint(newId('ep'), name);
    case 'environment':
      return environmentSchema.parse({
        format: 'flowbench.environment',
        version: 1,
        id: newId('en'),
        name,
        colour: freeColour(),
      });
  }
}

/** A colour that no environment has yet; where all are taken, the first. */
function freeColour(): EnvironmentColour {
  const environments = documentsOf(documentsStore.getState().documents, 'flowbench.environment');
  const taken = new Set(environments.map(({ colour }) => colour));
  return environmentColours.find((colour) => !taken.has(colour)) ?? environmentColours[0];
}

/** A name that no document of the kind has: `New flow`, then `New flow 2`. */
export function freeName(kind: DocumentKind, wanted: string): string {
  const taken = new Set(
    Object.values(documentsStore.getState().documents)
      .filter((open) => documentKind(open.document) === kind)
      .map((open) => open.document.name),
  );
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted} ${String(count)}`;
  return name;
}
