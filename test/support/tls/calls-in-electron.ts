// Makes calls in the main process of the Electron that the application runs on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { projectRoot } from '../../../scripts/steps/project.mjs';
import { childEnvironment, electronRuntime, launchSwitches } from '../launch-app.ts';
import type { ElectronFacts } from './electron-main.ts';
import type { TlsCall } from './tls-calls.ts';

/** What lists of calls come to there, each list a run of its own. */
export async function callsInElectron(runs: readonly (readonly TlsCall[])[]): Promise<ElectronFacts> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-tls-electron-'));
  try {
    await buildMain(folder);
    const callsFile = path.join(folder, 'calls.json');
    const factsFile = path.join(folder, 'facts.json');
    await writeFile(callsFile, JSON.stringify(runs));
    const { program } = await electronRuntime();
    const args = [folder, ...launchSwitches(path.join(folder, 'user-data')), callsFile, factsFile];
    const child = spawn(program, args, { env: childEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
    const written: Buffer[] = [];
    child.stderr.on('data', (bytes: Buffer) => written.push(bytes));
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0)
      throw new Error(`Electron ended with ${String(code)}: ${Buffer.concat(written).toString()}`);
    return JSON.parse(await readFile(factsFile, 'utf8')) as ElectronFacts;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The executor and the calls as one module, since Electron reads no TypeScript. */
async function buildMain(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('electron-main.ts', import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.mjs' } },
    },
  });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'tls-calls', main: 'main.mjs' }));
}
