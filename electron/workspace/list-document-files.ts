import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import { deepestFolder, isOwnFolder } from '#shared/workspace/folder-path.ts';
import type { WorkspaceProblem } from '#shared/workspace/workspace-snapshot.ts';
import { systemErrorCode, systemErrorReason } from './files/system-error.ts';
import { isLink } from './inside-workspace.ts';

const linked = 'it is a symbolic link, which Flowbench does not follow';

/** The files of a workspace that should be documents, and the folders that they live in. */
export interface DocumentListing {
  /** Relative to the workspace, with slashes, in the order of their names. */
  readonly files: readonly string[];
  /** Relative to the workspace; those of `documentFolders` that exist, and everything below them. */
  readonly folders: readonly string[];
  readonly problems: readonly WorkspaceProblem[];
}

/**
 * Lists every `*.json` below the folders for documents. Hidden names and symbolic links to folders are passed over; where
 * one of the folders for documents itself is a link, that is a problem, since all of its documents are missing.
 */
export async function listDocumentFiles(folder: string): Promise<DocumentListing> {
  const listing = { files: [] as string[], folders: [] as string[], problems: [] as WorkspaceProblem[] };
  for (const top of Object.values(documentFolders)) {
    if (await isLink(path.join(folder, top))) listing.problems.push(unreadableFolder(top, linked));
    else await listFolder(folder, top, 1, listing);
  }
  listing.files.sort(byCodeUnits);
  return listing;
}

/** The folders that people made for flows and endpoints, outer ones before inner ones. */
export function ownFolders({ folders }: Pick<DocumentListing, 'folders'>): readonly string[] {
  return folders.filter(isOwnFolder).sort(byCodeUnits);
}

/** Whether a file name could be a document's. */
export function isDocumentName(name: string): boolean {
  return name.endsWith('.json') && !name.startsWith('.');
}

function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

async function listFolder(
  root: string,
  folder: string,
  depth: number,
  listing: { files: string[]; folders: string[]; problems: WorkspaceProblem[] },
): Promise<void> {
  const entries = await entriesOf(root, folder, listing.problems);
  if (entries === null) return;
  listing.folders.push(folder);
  for (const entry of entries) {
    const name = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory() && depth < deepestFolder) await listFolder(root, name, depth + 1, listing);
    // A link to a file is listed, so that reading it can say why it is not opened.
    else if (!entry.isDirectory() && isDocumentName(entry.name)) listing.files.push(name);
  }
}

async function entriesOf(
  root: string,
  folder: string,
  problems: WorkspaceProblem[],
): Promise<readonly Dirent[] | null> {
  try {
    return await readdir(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT')
      problems.push(unreadableFolder(folder, systemErrorReason(error)));
    return null;
  }
}

function unreadableFolder(folder: string, reason: string): WorkspaceProblem {
  const message = `The folder ${folder} cannot be read: ${reason}. Its documents are missing here.`;
  return { file: folder, code: 'folder-unreadable', message, setAsideAs: null };
}
