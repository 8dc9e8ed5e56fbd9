// Puts runs into the history of a user data folder while the application is closed, as if they had been run before.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runFiles } from '#electron/runs/history/run-files.ts';
import { unknownRecord } from '#electron/runs/history/read-run-folder.ts';
import { type FlowId, newId } from '#shared/ids/ids.ts';
import type { RunOrigin } from '#shared/run-history/run-summary.ts';
import { toldEvents, type ToldEvents } from './told-events.ts';

/** A run that is planted: when, how it went, and of which flow. */
export interface PlantedRun extends ToldEvents {
  readonly flowId: FlowId;
  readonly startedAt: string;
  /** A flow by hand where nothing is said. */
  readonly origin?: RunOrigin;
}

/** The folder of the history of the only workspace below a user data folder. */
export async function historyFolder(userData: string): Promise<string> {
  const workspaces = path.join(userData, 'workspaces');
  const [name, ...others] = await readdir(workspaces);
  if (name === undefined || others.length > 0) throw new Error('There is not exactly one workspace.');
  return path.join(workspaces, name, 'runs');
}

/** Writes runs into a history; the index is removed, so that they are found. */
export async function plantRuns(folder: string, runs: readonly PlantedRun[]): Promise<void> {
  for (const { flowId, origin = { type: 'flow' }, ...told } of runs) {
    const runId = newId('rn', (bytes) => crypto.getRandomValues(bytes));
    const files = runFiles(folder, runId);
    await mkdir(files.folder, { recursive: true, mode: 0o700 });
    const lines = toldEvents(runId, flowId, 3, told).map((event) => JSON.stringify(event));
    const record = { ...unknownRecord(runId, flowId, told.flowName ?? 'Told'), origin, inputs: {} };
    await writeFile(files.record, JSON.stringify(record), { mode: 0o600 });
    await writeFile(files.events, `${lines.join('\n')}\n`, { mode: 0o600 });
  }
  await rm(path.join(folder, 'index.json'), { force: true });
}
