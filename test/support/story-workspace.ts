// A workspace folder on disk with the documents of a story, for tests in the window.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import { storyId } from '../stories/story-id.ts';

const folders = {
  'flowbench.flow': 'flows',
  'flowbench.endpoint': 'endpoints',
  'flowbench.environment': 'environments',
  'flowbench.fixture': 'fixtures',
  'flowbench.scenario': 'scenarios',
} as const;

/** Writes a workspace of some documents into a fresh folder; whoever asked for it removes it. */
export async function storyWorkspace(...documents: readonly WorkspaceDocument[]): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-story-'));
  const workspace = {
    format: 'flowbench.workspace',
    version: 1,
    id: storyId('ws', 'Story'),
    name: 'Acme Shop',
  };
  await writeFile(path.join(folder, 'flowbench.json'), JSON.stringify(workspace));
  for (const document of documents) {
    const below = path.join(folder, folders[document.format]);
    await mkdir(below, { recursive: true });
    await writeFile(
      path.join(below, `${document.name.toLowerCase().replaceAll(' ', '-')}.json`),
      JSON.stringify(document),
    );
  }
  return folder;
}
