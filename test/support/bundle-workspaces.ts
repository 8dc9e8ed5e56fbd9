// Workspaces on the disk that bundles are taken from and put into.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BundleChoice } from '#shared/bundle/bundle-reach.ts';
import { failed, succeeded } from '#shared/outcome/outcome.ts';
import { writeDocument } from '#shared/workspace/write-stored-file.ts';
import type { ExportSource, KnownHere } from '#electron/bundle/export-bundle.ts';
import { readWorkspace } from '#electron/workspace/read-workspace.ts';
import { resolveWorkspaceFile } from '#electron/workspace/resolve-workspace-file.ts';
import { storyId } from '../stories/story-id.ts';
import { bundleStory, photo, placedStory } from './bundle-story.ts';

/** Everything of the story. */
export const wholeStory: BundleChoice = {
  flows: [bundleStory.main.id],
  environments: [bundleStory.staging.id, bundleStory.production.id],
};

/** Writes an empty workspace. */
export async function writeEmptyWorkspace(folder: string, name = 'Acme Shop'): Promise<void> {
  await mkdir(folder, { recursive: true });
  const workspace = { format: 'flowbench.workspace', version: 1, id: storyId('ws', folder), name };
  await writeFile(path.join(folder, 'flowbench.json'), JSON.stringify(workspace));
}

/** Writes the workspace of the story, with the file that it sends. */
export async function writeStoryWorkspace(folder: string): Promise<void> {
  await writeEmptyWorkspace(folder);
  for (const { file, stored } of placedStory) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), writeDocument(stored.content, stored));
  }
  await mkdir(path.join(folder, 'files'));
  await writeFile(path.join(folder, 'files/photo.png'), photo);
}

/** A workspace's folder as somewhere to export from. */
export async function exportSource(
  folder: string,
  secrets: readonly KnownHere[] = [],
): Promise<ExportSource> {
  const read = await readWorkspace(folder);
  if (!read.ok) throw new Error(read.failure.message);
  return {
    name: read.value.file.name,
    version: '1.0.0',
    silenced: read.value.file.silenced ?? [],
    documents: read.value.documents,
    readFile: async (name) => {
      const file = await resolveWorkspaceFile(read.value.folder, name);
      return file.ok ? succeeded(await readFile(file.value)) : failed(file.failure.message);
    },
    secrets: () => Promise.resolve(secrets),
  };
}
