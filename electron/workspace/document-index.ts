import type { DocumentId } from '#shared/workspace/document.ts';
import type { StoredDocument, WorkspaceProblem } from '#shared/workspace/workspace-snapshot.ts';
import type { DocumentFile } from './read-document-file.ts';

/**
 * What a workspace that is open knows of its files: each document under its id and under its file, and the problems.
 *
 * What another program wrote is known here at once, and stays an offer until the person accepts it: `accepted` is what the
 * window shows, and so what runs, secrets and copies go by.
 */
export class DocumentIndex {
  readonly #accepted = new Map<string, DocumentFile>();
  readonly #byId = new Map<string, DocumentFile>();
  readonly #idOfFile = new Map<string, string>();
  readonly #problems = new Map<string, WorkspaceProblem>();

  /** The folders that people made for flows and endpoints. */
  folders: readonly string[] = [];

  byId(id: DocumentId | string): DocumentFile | null {
    return this.#byId.get(id) ?? null;
  }

  byFile(file: string): DocumentFile | null {
    return this.byId(this.#idOfFile.get(file) ?? '');
  }

  /** A document as the person knows it: read when the workspace was opened, saved here, or accepted since. */
  accepted(id: DocumentId | string): DocumentFile | null {
    return this.#accepted.get(id) ?? null;
  }

  /** Every document as the person knows it. */
  get acceptedDocuments(): readonly DocumentFile[] {
    return [...this.#accepted.values()];
  }

  /** Takes a document in, in place of what was known under its id and in its file. */
  put(document: DocumentFile): void {
    this.offer(document);
    this.accept(document.stored.content.id);
  }

  /** Takes in what another program wrote, without anybody having accepted it. */
  offer(document: DocumentFile): void {
    const { id } = document.stored.content;
    this.#forget(id);
    this.#forget(this.#idOfFile.get(document.file) ?? '');
    this.#byId.set(id, document);
    this.#idOfFile.set(document.file, id);
    this.#problems.delete(document.file);
  }

  /** What is on the disk is what the person wants from now on. */
  accept(id: DocumentId | string): void {
    const document = this.#byId.get(id);
    if (document !== undefined) this.#accepted.set(id, document);
  }

  /** The file of a document has another name and holds what it held. */
  relocate(id: DocumentId | string, file: string): void {
    const document = this.#byId.get(id);
    const accepted = this.#accepted.get(id);
    if (document !== undefined) this.offer({ ...document, file });
    if (accepted !== undefined) this.#accepted.set(id, { ...accepted, file });
  }

  remove(id: DocumentId | string): void {
    this.#forget(id);
    this.#accepted.delete(id);
  }

  #forget(id: string): void {
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

  /** Every file that something is known of; folders are not among them. */
  get files(): readonly string[] {
    const problems = [...this.#problems.values()].filter(({ code }) => code !== 'folder-unreadable');
    return [...this.#idOfFile.keys(), ...problems.map(({ file }) => file)];
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
