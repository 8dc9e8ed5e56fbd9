// A profile in which the example was open before, with runs of it: there before the application starts for the first time.
import { mkdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { workspaceDataFolder } from '#electron/workspace/workspace-data.ts';
import { workspaceIdSchema } from '#shared/ids/ids.ts';
import { exampleCopied } from './fresh-workspaces.ts';
import { freshFolder } from './launch-app.ts';
import { plantRuns, type PlantedRun } from './planted-runs.ts';

/** What to start with, and the folder of the history of its example. */
export interface PlantedExample {
  readonly userData: string;
  readonly history: string;
}

/** Puts a copy of the example into a fresh profile, and runs of its flows into the history of that copy. */
export async function plantedExample(runs: readonly PlantedRun[] = []): Promise<PlantedExample> {
  const userData = await realpath(await freshFolder('user-data'));
  const folder = path.join(userData, 'example');
  await exampleCopied(folder);
  const written = JSON.parse(await readFile(path.join(folder, 'flowbench.json'), 'utf8')) as { id: unknown };
  const id = workspaceIdSchema.parse(written.id);
  const history = path.join(workspaceDataFolder(userData, id, folder), 'runs');
  await mkdir(path.dirname(history), { recursive: true, mode: 0o700 });
  await plantRuns(history, runs);
  return { userData, history };
}
