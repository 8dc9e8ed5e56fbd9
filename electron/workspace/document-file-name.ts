import path from 'node:path';
import { documentKind, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import { documentSlug } from '#shared/workspace/document-slug.ts';
import { moveWithoutReplacing } from './files/move-file.ts';
import { freeFileName } from './free-file-name.ts';
import { ensureFolderInside, refuseLinkedFolder } from './inside-workspace.ts';
import type { DocumentFile } from './read-document-file.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** A free file for a document, after its name and in a folder of the workspace; in the one for its kind without another. */
export async function newDocumentFile(
  state: WorkspaceState,
  document: WorkspaceDocument,
  place: string = placeOf(state, document),
): Promise<string> {
  const { folder } = state;
  await ensureFolderInside(folder, place);
  const slug = documentSlug(document.name, documentKind(document));
  return `${place}/${await freeFileName(path.join(folder, place), slug, '.json')}`;
}

/** Fixtures and scenarios lie together by the flow that they are for (FORMATS, Workspace folder). */
function placeOf({ index }: WorkspaceState, document: WorkspaceDocument): string {
  const place = documentFolders[documentKind(document)];
  if (document.format !== 'flowbench.fixture' && document.format !== 'flowbench.scenario') return place;
  const flow = index.byId(document.flow)?.stored.content;
  return flow === undefined ? place : `${place}/${documentSlug(flow.name, 'flow')}`;
}

/**
 * The file of a document after its name, renamed now if the document was. A name that somebody gave the file by hand
 * stays until the document gets another one.
 *
 * Renamed before it is written: whatever stops us in between, there is one whole file with this id.
 */
export async function renamedDocumentFile(
  { folder, index }: WorkspaceState,
  document: WorkspaceDocument,
  before: DocumentFile,
): Promise<string> {
  const kind = documentKind(document);
  const slug = documentSlug(document.name, kind);
  if (documentSlug(before.stored.content.name, kind) === slug || isCalledAfter(before.file, slug))
    return before.file;
  const { dir, base } = path.posix.parse(before.file);
  await refuseLinkedFolder(folder, dir);
  const file = `${dir}/${await freeFileName(path.join(folder, dir), slug, '.json', base)}`;
  const isMoved = await moveWithoutReplacing(path.join(folder, before.file), path.join(folder, file));
  if (!isMoved) return before.file;
  index.put({ ...before, file });
  return file;
}

/** Whether a file is called after this slug already, perhaps with a number because of a clash. */
function isCalledAfter(file: string, slug: string): boolean {
  const stem = path.posix.basename(file, '.json');
  return stem === slug || (stem.startsWith(`${slug}-`) && /^[1-9]\d*$/.test(stem.slice(slug.length + 1)));
}
