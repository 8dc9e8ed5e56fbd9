// Writes a workspace into a folder as the application would, from documents that a test tells.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { documentFolders } from '#shared/workspace/document-folder.ts';
import { documentKind, type WorkspaceDocument } from '#shared/workspace/document.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import { storyId } from '../stories/story-id.ts';

/** Writes the file of a workspace of that name, and one for each document, which is called after its id unless told. */
export async function writeWorkspace(
  folder: string,
  name: string,
  documents: readonly WorkspaceDocument[],
  fileNameOf = ({ id }: WorkspaceDocument): string => id,
): Promise<void> {
  const workspace = { format: 'flowbench.workspace', version: 1, id: storyId('ws', name), name };
  await writeFile(path.join(folder, 'flowbench.json'), JSON.stringify(workspace));
  for (const document of documents) {
    const place = path.join(folder, documentFolders[documentKind(document)]);
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, `${fileNameOf(document)}.json`), writeDocument(document, null));
  }
}

/** The name of a file by the name of its document, as somebody would call it who made it. */
export function fileNameByName({ name }: WorkspaceDocument): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
