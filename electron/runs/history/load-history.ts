import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { RunId } from '#shared/ids/ids.ts';
import type { RunSummary } from '#shared/run-history/run-summary.ts';
import { ensurePrivateFolder } from '../../workspace/files/private-folder.ts';
import { removeStaleTemporaryFiles } from '../../workspace/files/temporary-file.ts';
import { readIndex } from './history-index.ts';
import { readRunFolder } from './read-run-folder.ts';
import { partEnding, type RunFiles, runFiles, runOfFolder } from './run-files.ts';

/** What a history was found to hold. */
export interface LoadedHistory {
  readonly runs: readonly RunSummary[];
  /** Whether the index does not say so yet. */
  readonly indexIsStale: boolean;
  /** Where a damaged index was put. */
  readonly setAside: string | null;
}

const readTogether = 16;

/**
 * Looks at what is there: a run that the index knows is taken from it, any other is read from its own folder. A run that
 * was under way when the application ended has no end, and is `interrupted` from now on.
 *
 * @param isLive whether a run was begun by this process, whose folder is not finished yet
 */
export async function loadHistory(
  folder: string,
  indexFile: string,
  isLive: (runId: RunId) => boolean,
): Promise<LoadedHistory> {
  await ensurePrivateFolder(folder);
  await removeStaleTemporaryFiles(folder);
  const index = await readIndex(indexFile);
  const indexed = new Map(index.runs.map((run) => [run.runId, run]));
  const names = (await readdir(folder)).map(runOfFolder);
  const runIds = names.filter((runId) => runId !== null && !isLive(runId)) as RunId[];
  const known = runIds.flatMap((runId) => settledRun(indexed.get(runId)));
  const unknown = runIds.filter((runId) => settledRun(indexed.get(runId)).length === 0);
  const read: RunSummary[] = [];
  for (let at = 0; at < unknown.length; at += readTogether) {
    const some = unknown.slice(at, at + readTogether).map((runId) => readOrCleared(folder, runId));
    read.push(...(await Promise.all(some)).filter((run) => run !== null));
  }
  const indexIsStale = read.length > 0 || known.length !== index.runs.length;
  return { runs: [...known, ...read], indexIsStale, setAside: index.setAside };
}

function settledRun(run: RunSummary | undefined): readonly RunSummary[] {
  return run === undefined || run.outcome === 'running' ? [] : [run];
}

/** A folder without a single event is what a killed process left of a run that had hardly begun. */
async function readOrCleared(folder: string, runId: RunId): Promise<RunSummary | null> {
  const files = runFiles(folder, runId);
  await clearUnfinished(files);
  const summary = await readRunFolder(files, runId);
  if (summary !== null) return summary;
  const names = await readdir(files.folder).catch(() => null);
  if (names !== null && !names.includes(path.basename(files.events)))
    await rm(files.folder, { recursive: true, force: true });
  return null;
}

/** What a killed process was writing: a body that is not whole is none, and it is said that it is not kept. */
async function clearUnfinished({ bodies, folder }: RunFiles): Promise<void> {
  for (const each of [folder, bodies]) await removeStaleTemporaryFiles(each);
  const names = await readdir(bodies).catch(() => []);
  const parts = names.filter((name) => name.endsWith(partEnding));
  await Promise.allSettled(parts.map((name) => rm(path.join(bodies, name), { force: true })));
}
