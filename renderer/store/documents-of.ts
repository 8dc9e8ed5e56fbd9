import type { DocumentId, WorkspaceDocument } from '#shared/workspace/document.ts';
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
}

export function documentHeadsOf(documents: Documents, format: Format): readonly DocumentHead[] {
  return documentsOf(documents, format).map(({ id, name }) => ({ id, name }));
}

export function isSameHead(a: DocumentHead, b: DocumentHead): boolean {
  return a.id === b.id && a.name === b.name;
}
