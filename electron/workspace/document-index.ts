import type { DocumentId } from '#shared/workspace/document.ts';
import type { StoredDocument, WorkspaceProblem } from '#shared/workspace/workspace-snapshot.ts';
import type { DocumentFile } from './read-document-file.ts';

/** What a workspace that is open knows of its files: each document under its id and under its file, and the problems. */
export class DocumentIndex {
  readonly #byId = new Map<string, DocumentFile>();
  readonly #idOfFile = new Map<string, string>();
  readonly #problems = new Map<string, WorkspaceProblem>();

  byId(id: DocumentId | string): DocumentFile | null {
    return this.#byId.get(id) ?? null;
  }

  byFile(file: string): DocumentFile | null {
    return this.byId(this.#idOfFile.get(file) ?? '');
  }

  /** Takes a document in, in place of what was known under its id and in its file. */
  put(document: DocumentFile): void {
    const { id } = document.stored.content;
    this.remove(id);
    this.remove(this.#idOfFile.get(document.file) ?? '');
    this.#byId.set(id, document);
    this.#idOfFile.set(document.file, id);
    this.#problems.delete(document.file);
  }

  remove(id: DocumentId | string): void {
    const document = this.#byId.get(id);
    if (document === undefined) return;
    this.#byId.delete(id);
    this.#idOfFile.delete(document.file);
  }

  problemOf(file: string): WorkspaceProblem | null {
    return this.#problems.get(file) ?? null;
  }

  putProblem(problem: WorkspaceProblem): void {
    this.#problems.set(problem.file, problem);
  }

  removeProblem(file: string): void {
    this.#problems.delete(file);
  }

  /** Every file that something is known of. */
  get files(): readonly string[] {
    return [...this.#idOfFile.keys(), ...this.#problems.keys()];
  }

  /** In the order of their files, as a side bar shows them. */
  get documents(): readonly DocumentFile[] {
    return [...this.#byId.values()].sort(byFileName);
  }

  get problems(): readonly WorkspaceProblem[] {
    return [...this.#problems.values()].sort(byFileName);
  }
}

function byFileName(one: { readonly file: string }, other: { readonly file: string }): number {
  return one.file < other.file ? -1 : 1;
}

/** A document as the page knows it. */
export function storedDocument({ file, revision, stored }: DocumentFile): StoredDocument {
  return { file, revision, document: stored.content };
}
