import { documentKind, type DocumentId, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import { folderInWords, folderOf } from '#shared/workspace/folder-path.ts';
import { repeatedNames } from '#shared/workspace/folder-tree.ts';
import type { DocumentsState } from './documents-store.ts';

type Documents = DocumentsState['documents'];
type Format = WorkspaceDocument['format'];
type DocumentOf<F extends Format> = Extract<WorkspaceDocument, { format: F }>;

const names = new Intl.Collator(undefined, { numeric: true });

/** All documents of one format, by name. */
export function documentsOf<F extends Format>(documents: Documents, format: F): readonly DocumentOf<F>[] {
  return Object.values(documents)
    .map((open) => open.document)
    .filter((document): document is DocumentOf<F> => document.format === format)
    .sort((a, b) => names.compare(a.name, b.name));
}

let latest: Documents = {};
const known = new WeakMap<Documents, Documents>();

/**
 * The documents as they were while no document and no file is another one: saving hundreds of them changes how they stand
 * to their files many times, and no list has to be sorted anew for that.
 */
export function sameWhileUnedited(documents: Documents): Documents {
  const before = known.get(documents);
  if (before !== undefined) return before;
  const ids = Object.keys(documents);
  const isSame =
    ids.length === Object.keys(latest).length &&
    ids.every((id) => {
      const [now, then] = [documents[id], latest[id]];
      return now?.document === then?.document && now?.file === then?.file;
    });
  if (!isSame) latest = documents;
  known.set(documents, latest);
  return latest;
}

/** What a list shows of a document; the rest of it may change under the list. */
export interface DocumentHead {
  readonly id: DocumentId;
  readonly name: string;
  /** Where it lies, relative to the workspace: `flows/Support`. */
  readonly folder: string;
}

/**
 * Where documents lie that have their name in common with another one of their kind, in words: what they are told apart by.
 * A document at the top is told by nothing, since it is in no folder.
 */
export function foldersOfRepeated(documents: Documents): ReadonlyMap<string, string> {
  const unedited = sameWhileUnedited(documents);
  const folders = knownFolders.get(unedited) ?? foldersAmong(unedited);
  knownFolders.set(unedited, folders);
  return folders;
}

const knownFolders = new WeakMap<Documents, ReadonlyMap<string, string>>();

function foldersAmong(documents: Documents): ReadonlyMap<string, string> {
  const all = Object.values(documents);
  const repeated = repeatedNames(all.map(({ document }) => ({ name: nameAmongKind(document) })));
  const alike = all.filter(({ document }) => repeated.has(nameAmongKind(document).toLowerCase()));
  return new Map(alike.map(({ document, file }) => [document.id, folderInWords(file)]));
}

const nameAmongKind = ({ format, name }: WorkspaceDocument): string => `${format} ${name}`;

export function documentHeadsOf(documents: Documents, format: Format): readonly DocumentHead[] {
  return documentsOf(documents, format).map((document) => ({
    id: document.id,
    name: document.name,
    folder: folderOf(documents[document.id]?.file ?? '') || documentFolders[documentKind(document)],
  }));
}

export function isSameHead(a: DocumentHead, b: DocumentHead): boolean {
  return a.id === b.id && a.name === b.name && a.folder === b.folder;
}
