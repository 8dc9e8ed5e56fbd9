import { neededSecrets } from '#shared/bundle/needed-secrets.ts';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';
import { attachedBytes } from '../../bundle/attached-bytes.ts';
import type { ExportSource, KnownHere } from '../../bundle/export-bundle.ts';
import { readWorkspace, type WorkspaceContent } from '../../workspace/read-workspace.ts';
import { resolveWorkspaceFile } from '../../workspace/resolve-workspace-file.ts';
import { secretsOfProcess } from '../secrets-of-process.ts';
import { productVersion } from '../product-version.ts';

/**
 * The folder of a workspace as somewhere to export from: nothing in it is changed. The failure is a sentence.
 *
 * @param env where the values of secrets are, by the names that they have in a bundle
 */
export async function workspaceSource(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Outcome<ExportSource, string>> {
  const read = await readWorkspace(folder);
  if (!read.ok) return failed(read.failure.message);
  const [problem] = [...read.value.problemFiles.map((each) => each.problem), ...read.value.problems];
  // What cannot be read may be what a flow needs: a bundle without it would look whole.
  if (problem !== undefined) return failed(problem.message);
  return succeeded({
    name: read.value.file.name,
    version: productVersion,
    silenced: read.value.file.silenced ?? [],
    documents: read.value.documents,
    readFile: (name) => attachedBytes(name, resolveWorkspaceFile(read.value.folder, name)),
    secrets: () => Promise.resolve(secretsIn(env, read.value)),
  });
}

/** Every secret of the surroundings, also those that no document of this workspace names. */
function secretsIn(
  env: Readonly<Record<string, string | undefined>>,
  { documents }: WorkspaceContent,
): readonly KnownHere[] {
  const needed = neededSecrets(documents.map(({ stored }) => stored.content));
  return [...secretsOfProcess(env)].flatMap(([name, value]): readonly KnownHere[] => {
    const meant = needed.filter((each) => each.name === name);
    return meant.length === 0
      ? [{ name, value, holder: null, slot: null }]
      : meant.map(({ holder, slot }) => ({ name, value, holder, slot }));
  });
}
