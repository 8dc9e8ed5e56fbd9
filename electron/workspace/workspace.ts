import type { Outcome } from '#shared/outcome/outcome.ts';
import { succeeded } from '#shared/outcome/outcome.ts';
import type { PlacedDocument } from '#shared/bundle/make-bundle.ts';
import { defaultsAmong } from '#shared/environment/environment-layers.ts';
import type { Environment } from '#shared/environment/environment.ts';
import type { WorkspaceId } from '#shared/ids/ids.ts';
import type { SilencedRule } from '#shared/lint/silenced-rule.ts';
import type { DocumentId } from '#shared/workspace/document.ts';
import type { WorkspaceFile } from '#shared/workspace/workspace-file.ts';
import type { DocumentFailure, OpenFailure, SaveFailure } from '#shared/workspace/workspace-failure.ts';
import type {
  ExternalChange,
  StoredDocument,
  WorkspaceSnapshot,
} from '#shared/workspace/workspace-snapshot.ts';
import { acceptDocument } from './accept-document.ts';
import { attachFile, type AttachFailure, type Attachment } from './attach-file.ts';
import { type ImportedParts, importIntoWorkspace, type ImportWork } from './import-into-workspace.ts';
import { duplicateInWorkspace, type SavedCopy } from './duplicate-in-workspace.ts';
import { storedDocument } from './document-index.ts';
import { listDocumentFiles, ownFolders } from './list-document-files.ts';
import { makeFolder } from './make-folder.ts';
import { moveDocuments, type MovedSome } from './move-documents.ts';
import { moveFolder, type Moved } from './move-folder.ts';
import { noticeChanges, noticeFolders, noticeOwnFolders } from './notice-changes.ts';
import type { DocumentFile } from './read-document-file.ts';
import { readWorkspace } from './read-workspace.ts';
import { removeDocument } from './remove-document.ts';
import { removeFolder, type RemovedFolder } from './remove-folder.ts';
import { resolveWorkspaceFile, type ResolveFailure } from './resolve-workspace-file.ts';
import { restoreDocument } from './restore-document.ts';
import { saveDocument, type SavedDocument, type SaveInput } from './save-document.ts';
import { silenceRule, type RuleSilence } from './silence-rule.ts';
import { takeOverWorkspace } from './take-over-workspace.ts';
import { type FileWatch, watchFiles } from './watch-files.ts';
import { bringBackFiles, type BroughtFile, withdrawFiles } from './withdrawn-files.ts';
import type { WorkspacePorts, WorkspaceState } from './workspace-state.ts';
import { trashGoneElsewhere, workspaceTrash, type WorkspaceTrash } from './workspace-trash.ts';

/** A workspace that is open: its documents as they are on the disk, and everything that can be done to them. */
export interface Workspace {
  readonly id: WorkspaceId;
  readonly name: string;
  /** The real path. */
  readonly folder: string;
  /** The folder for what belongs to the workspace and not into it: vault, view, trash. Mode 0700. */
  readonly dataFolder: string;
  /** Everything on the disk that is loaded, in the order of file names; what only the opening knows is not in it. */
  snapshot(): Omit<WorkspaceSnapshot, 'sampleUrl' | 'opening'>;
  /** A document as the person knows it: what another program wrote since is not in it until it is accepted. */
  document(id: DocumentId): StoredDocument | null;
  /** Every document as the person knows it, with what a newer version wrote into its file. */
  placed(): readonly PlacedDocument[];
  /** The values that hold where the active environment does not say otherwise, as the person knows them. */
  defaults(): Environment | null;
  /** The person takes what another program wrote; `revision` is what they were shown. */
  accept(id: DocumentId, revision: string): Promise<Outcome<null, DocumentFailure>>;
  /** Takes everything as it is on the disk: a window that begins anew shows that. */
  acceptAll(): void;
  save(input: SaveInput): Promise<Outcome<SavedDocument, SaveFailure>>;
  /** Moves a document into the trash; its secrets are for the caller to move (`Vault.trash`). */
  remove(id: DocumentId): Promise<Outcome<null, DocumentFailure>>;
  restore(id: DocumentId): Promise<Outcome<StoredDocument, DocumentFailure>>;
  readonly trash: WorkspaceTrash;
  /** Copies a document; the secrets are for the caller to copy into `slots` (`Vault.copy`). */
  duplicate(id: DocumentId, name: string): Promise<Outcome<SavedCopy, DocumentFailure>>;
  /** Puts what came in a bundle into the workspace, all or nothing; the secrets are for the caller to set. */
  importParts(work: ImportWork): Promise<Outcome<ImportedParts, DocumentFailure>>;
  /** Takes attachments out that an import has brought, as far as nobody sends or has changed them. */
  withdrawFiles(brought: readonly BroughtFile[]): Promise<void>;
  /** Brings them back. */
  bringBackFiles(brought: readonly BroughtFile[]): Promise<void>;
  /** Makes a folder for flows or endpoints; gives all that there are. */
  makeFolder(folder: string): Promise<Outcome<readonly string[], DocumentFailure>>;
  /** Gives a folder another name or place, with everything in it. */
  moveFolder(from: string, to: string): Promise<Outcome<Moved, DocumentFailure>>;
  /** Removes a folder, its documents into the trash; their secrets are for the caller to move (`Vault.trash`). */
  removeFolder(folder: string): Promise<Outcome<RemovedFolder, DocumentFailure>>;
  /** Moves documents into a folder, as many as can be moved. */
  moveDocuments(ids: readonly DocumentId[], folder: string): Promise<MovedSome>;
  /** The rules of the linter that are silenced for all of it. */
  silenced(): readonly SilencedRule[];
  /** Silences a rule of the linter for all of the workspace, or lets it be told again; gives all that are silenced. */
  silence(silence: RuleSilence): Promise<Outcome<readonly SilencedRule[], DocumentFailure>>;
  /** Copies a file that somebody picked into `files/`. */
  attach(picked: string): Promise<Outcome<Attachment, AttachFailure>>;
  /** The real path of an attachment, or why nothing may be read there. */
  resolveFile(name: string): Promise<Outcome<string, ResolveFailure>>;
  /** Looks at every file now, whatever the watch has noticed: good when the window gets the focus. */
  refresh(): Promise<void>;
  /** Hears of changes by other programs, never of our own. Gives back how to stop listening. */
  onChange(listener: (changes: readonly ExternalChange[]) => void): () => void;
  /** Resolves when changes by other programs are noticed by themselves; at once where nothing is watched. */
  readonly watching: Promise<void>;
  /** Stops watching, and waits for what is being written. */
  close(): Promise<void>;
}

/**
 * Opens a folder that is a workspace. Damaged files are set aside, leftovers of killed processes are cleared away; what
 * cannot be loaded is among the problems of the snapshot, and the rest opens.
 */
export async function openWorkspace(
  folder: string,
  ports: WorkspacePorts,
): Promise<Outcome<Workspace, OpenFailure>> {
  const content = await readWorkspace(folder);
  if (!content.ok) return content;
  const state = await takeOverWorkspace(content.value, ports);
  return succeeded(opened(state, content.value.file));
}

function opened(state: WorkspaceState, { name, silenced: silencedBefore = [] }: WorkspaceFile): Workspace {
  const { id, folder, dataFolder, index, queue } = state;
  const changes = changeFeed(state);
  let silenced: readonly SilencedRule[] = silencedBefore;
  return {
    id,
    name,
    folder,
    dataFolder,
    snapshot: () => ({
      id,
      name,
      folder,
      documents: index.documents.map(storedDocument),
      problems: [...index.problems],
      folders: [...index.folders],
      ...(silenced.length === 0 ? {} : { silenced: [...silenced] }),
    }),
    document: (documentId) => {
      const known = index.accepted(documentId);
      return known === null ? null : storedDocument(known);
    },
    placed: () => index.documents.map((known) => index.accepted(known.stored.content.id) ?? known),
    defaults: () => {
      const accepted = index.acceptedDocuments.map(({ stored }) => stored.content);
      return defaultsAmong(accepted.filter((each) => each.format === 'flowbench.environment'));
    },
    accept: (documentId, revision) => acceptDocument(state, changes.look, documentId, revision),
    acceptAll: () => {
      for (const { stored } of index.documents) index.accept(stored.content.id);
    },
    save: (input) => queue.run(() => saveDocument(state, input)),
    remove: (documentId) => queue.run(() => removeDocument(state, documentId)),
    restore: (documentId) => queue.run(() => restoreDocument(state, documentId)),
    trash: workspaceTrash(state),
    duplicate: (documentId, copyName) => queue.run(() => duplicateInWorkspace(state, documentId, copyName)),
    importParts: (work) => queue.run(() => importIntoWorkspace(state, work)),
    withdrawFiles: (brought) => queue.run(() => withdrawFiles(state, brought)),
    bringBackFiles: (brought) => queue.run(() => bringBackFiles(state, brought)),
    makeFolder: (made) => queue.run(() => makeFolder(state, made)),
    moveFolder: (from, to) => queue.run(() => moveFolder(state, from, to, changes.lookNow)),
    removeFolder: (removed) => queue.run(() => removeFolder(state, removed)),
    moveDocuments: (ids, place) => queue.run(() => moveDocuments(state, ids, place)),
    silenced: () => silenced,
    silence: (silence) =>
      queue.run(async () => {
        const done = await silenceRule(folder, silence);
        if (done.ok) silenced = done.value;
        return done;
      }),
    attach: (picked) => queue.run(() => attachFile(folder, picked)),
    resolveFile: (file) => resolveWorkspaceFile(folder, file),
    refresh: () => changes.refresh(),
    onChange: (listener) => changes.listen(listener),
    watching: changes.watch?.ready ?? Promise.resolve(),
    async close() {
      await changes.watch?.close();
      await queue.idle();
    },
  };
}

function changeFeed(state: WorkspaceState) {
  const { folder, index, queue, ports } = state;
  const listeners = new Set<(changes: readonly ExternalChange[]) => void>();
  const tell = (changes: readonly ExternalChange[]) => {
    if (changes.length > 0) for (const listener of listeners) listener(changes);
  };
  const noticed = async (files: readonly string[]) => {
    const gone: DocumentFile[] = [];
    const noticedChanges = await noticeChanges(folder, index, files, (document) => gone.push(document));
    for (const document of gone) await trashGoneElsewhere(state, document);
    tell(noticedChanges);
  };
  const look = (files: readonly string[]) => queue.run(() => noticed(files));
  // A folder that comes may have files in it before anybody watches it, of which the watch tells nothing then.
  const lookAtFolders = () =>
    queue.run(async () => {
      const { files, folders } = await listDocumentFiles(folder);
      tell(noticeOwnFolders(index, ownFolders({ folders })));
      const known = new Set(index.files);
      await noticed(files.filter((file) => !known.has(file)));
    });
  const note = ports.note ?? (() => undefined);
  const onTouched = (files: readonly string[], folders: boolean) => {
    const looked = Promise.all([look(files), folders ? lookAtFolders() : null]);
    looked.catch((error: unknown) => note(`Changes were not read: ${String(error)}`));
  };
  const watch: FileWatch | null = ports.watch === false ? null : watchFiles(folder, onTouched, note);
  return {
    watch,
    look,
    /** For what runs in the queue already. */
    lookNow: noticed,
    refresh: () =>
      queue.run(async () => {
        const { files, folders, problems } = await listDocumentFiles(folder);
        tell(noticeFolders(index, problems));
        tell(noticeOwnFolders(index, ownFolders({ folders })));
        await noticed([...files, ...index.files]);
      }),
    listen: (listener: (changes: readonly ExternalChange[]) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
