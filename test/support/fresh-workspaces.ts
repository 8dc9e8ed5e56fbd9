// Workspaces as a start of the application would find or make them: an empty one, and the example as it came.
import { randomFillSync } from 'node:crypto';
import { cp, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '#shared/ids/ids.ts';
import { exampleFolder } from '../stories/order-lookup.ts';
import { freshFolder, type LaunchOptions } from './launch-app.ts';

/** Whether a start opens the example, as the launch script asks for it. */
export function isExampleAsked({ args = [], workspace }: LaunchOptions): boolean {
  return workspace === null && args.length === 1 && args[0] === '--open-example';
}

/** What the application makes of an empty folder that it is started with. */
export async function emptyWorkspace(): Promise<string> {
  const folder = await freshFolder('workspace');
  await writeWorkspaceFile(folder, path.basename(await realpath(folder)));
  return folder;
}

/**
 * Puts the example where the application keeps a person's copy of it. The copy has an id of its own, so that nothing that is
 * remembered of one before belongs to it: no view, no runs, no cookies and no secrets.
 */
export async function exampleCopied(folder: string): Promise<void> {
  await cp(exampleFolder, folder, { recursive: true });
  await writeWorkspaceFile(folder, 'Acme Shop');
}

async function writeWorkspaceFile(folder: string, name: string): Promise<void> {
  const file = {
    format: 'flowbench.workspace',
    version: 1,
    id: newId('ws', (bytes) => randomFillSync(bytes)),
    name,
  };
  await writeFile(path.join(folder, 'flowbench.json'), JSON.stringify(file));
}
