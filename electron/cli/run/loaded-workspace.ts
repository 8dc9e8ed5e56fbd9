import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Endpoint } from '#shared/endpoint/endpoint.ts';
import { defaultsAmong } from '#shared/environment/environment-layers.ts';
import type { Environment } from '#shared/environment/environment.ts';
import type { Fixture } from '#shared/fixture/fixture.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { SilencedRule } from '#shared/lint/silenced-rule.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { WorkspaceDocument } from '#shared/workspace/document.ts';
import type { RunWorkspace } from '../../runs/run-ports.ts';
import { readWorkspace } from '../../workspace/read-workspace.ts';
import { resolveWorkspaceFile } from '../../workspace/resolve-workspace-file.ts';
import { type BroughtSecrets, unpackedBundle } from '../bundle/unpacked-bundle.ts';

/** A workspace, or what is in a bundle, as the command line runs it: read once, and left as it is. */
export interface LoadedWorkspace {
  /** The real path. */
  readonly folder: string;
  readonly isBundle: boolean;
  /** The secrets that came along in a bundle. */
  readonly brought: BroughtSecrets;
  readonly documents: readonly WorkspaceDocument[];
  readonly flows: readonly Flow[];
  readonly endpoints: readonly Endpoint[];
  readonly environments: readonly Environment[];
  readonly scenarios: readonly Scenario[];
  readonly fixtures: readonly Fixture[];
  /** The rules of the linter that are silenced for all of it. */
  readonly silenced: readonly SilencedRule[];
  readonly forRuns: RunWorkspace;
  /** The file of a document, relative to the working directory. */
  readonly fileOf: (id: string) => string | null;
  /** What could not be loaded, in sentences. */
  readonly problems: readonly string[];
}

/**
 * Loads what is to be run: a workspace folder, or a bundle in one file. The failure is a sentence.
 *
 * @param put a folder of ours for what has to be unpacked
 * @param passphrase opens the secrets that come along in a bundle; `null` leaves them closed
 */
export async function loadedWorkspace(
  source: string,
  workingFolder: string,
  put: string,
  passphrase: string | null,
): Promise<Outcome<LoadedWorkspace, string>> {
  const found = await stat(source).catch(() => null);
  if (found === null) return failed(`${source} is not there. Give the folder of a workspace, or a bundle.`);
  // A bundle may come through a pipe too.
  if (found.isDirectory()) return loadedFolder(source, workingFolder);
  const unpacked = await unpackedBundle(source, put, passphrase);
  if (!unpacked.ok) return unpacked;
  const loaded = await loadedFolder(unpacked.value.folder, workingFolder);
  if (!loaded.ok) return loaded;
  const name = path.relative(workingFolder, source);
  const fileOf: LoadedWorkspace['fileOf'] = (id) => (loaded.value.fileOf(id) === null ? null : name);
  return succeeded({ ...loaded.value, isBundle: true, brought: unpacked.value.brought, fileOf });
}

/** Loads a workspace folder. The failure is a sentence. */
export async function loadedFolder(
  folder: string,
  workingFolder: string,
): Promise<Outcome<LoadedWorkspace, string>> {
  const read = await readWorkspace(folder);
  if (!read.ok) return failed(read.failure.message);
  const { documents, file, folder: real, problemFiles, problems } = read.value;
  const byId = new Map(documents.map((each) => [each.stored.content.id as string, each]));
  const contents = documents.map(({ stored }) => stored.content);
  const environments = contents.filter(is('flowbench.environment'));
  return succeeded({
    folder: real,
    isBundle: false,
    brought: new Map(),
    documents: contents,
    flows: contents.filter(is('flowbench.flow')),
    endpoints: contents.filter(is('flowbench.endpoint')),
    environments,
    silenced: file.silenced ?? [],
    scenarios: contents.filter(is('flowbench.scenario')),
    fixtures: contents.filter(is('flowbench.fixture')),
    forRuns: {
      id: file.id,
      document: (id) => {
        const found = byId.get(id);
        return found === undefined ? null : { document: found.stored.content };
      },
      defaults: () => defaultsAmong(environments),
      resolveFile: (name) => resolveWorkspaceFile(real, name),
    },
    fileOf: (id) => {
      const found = byId.get(id);
      return found === undefined ? null : path.relative(workingFolder, path.join(real, found.file));
    },
    problems: [...problems, ...problemFiles.map(({ problem }) => problem)].map(({ message }) => message),
  });
}

function is<Format extends WorkspaceDocument['format']>(format: Format) {
  return (document: WorkspaceDocument): document is Extract<WorkspaceDocument, { format: Format }> =>
    document.format === format;
}
