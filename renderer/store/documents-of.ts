import { documentKind, type DocumentId, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import { folderOf } from '#shared/workspace/folder-path.ts';
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

/** What a list shows of a document; the rest of it may change under the list. */
export interface DocumentHead {
  readonly id: DocumentId;
  readonly name: string;
  /** Where it lies, relative to the workspace: `flows/Support`. */
  readonly folder: string;
}

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
