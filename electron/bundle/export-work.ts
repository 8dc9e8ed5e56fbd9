import { type BundleChoice, bundleReach } from '#shared/bundle/bundle-reach.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ExportWork } from './work/bundle-tasks.ts';
import { inSlices } from './work/in-slices.ts';
import { writtenDocument } from './work/written-document.ts';

/** What a choice takes of an open workspace, as the thread needs it that makes bundles: documents as the person knows them. */
export async function exportWork(
  workspace: Pick<Workspace, 'name' | 'placed' | 'resolveFile' | 'silenced'>,
  choice: BundleChoice,
  rest: Pick<ExportWork, 'secrets' | 'version'>,
): Promise<ExportWork> {
  const placed = workspace.placed();
  const reach = bundleReach(
    placed.map(({ stored }) => stored.content),
    choice,
  );
  const reached = new Set(reach.documents);
  const documents = await inSlices(
    placed.filter(({ stored }) => reached.has(stored.content)),
    writtenDocument,
  );
  const files = await Promise.all(
    reach.files.map(async (name) => [name, await workspace.resolveFile(name)] as const),
  );
  return { ...rest, name: workspace.name, silenced: workspace.silenced(), choice, documents, files };
}
