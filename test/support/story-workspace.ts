// A workspace folder on disk with the documents of a story, whose files are called after them, for tests in the window.
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { freshFolder } from './launch-app.ts';
import { fileNameByName, writeWorkspace } from './write-workspace.ts';

/** Writes a workspace of some documents into a fresh folder; whoever asked for it removes it. */
export async function storyWorkspace(...documents: readonly WorkspaceDocument[]): Promise<string> {
  const folder = await freshFolder('story');
  await writeWorkspace(folder, 'Acme Shop', documents, fileNameByName);
  return folder;
}
