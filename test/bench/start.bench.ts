// From the start of the program to a window that can be used, against a window with nothing in it and one with React.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { resolveElectronRuntime } from '../../scripts/electron-runtime.mjs';
import { answeringDisplay } from '../../scripts/steps/answering-display.mjs';
import { median, type BenchRow } from '../../scripts/steps/bench-table.mjs';
import { inProject, projectRoot } from '../../scripts/steps/project.mjs';
import { startTestDesktop } from '../../scripts/steps/test-desktop.mjs';
import { exampleFolder } from '../stories/order-lookup.ts';
import { attachToApp } from '../support/attach-to-app.ts';

const rounds = 11;

interface Contender {
  /** What its page must show, so that no dialog and no empty window is measured in its place. */
  readonly shows: string | null;
  /** The folder that is given to Electron, and what comes after it. */
  readonly args: readonly string[];
  readonly userData: string;
  readonly timesMs: number[];
}

/**
 * Measures in turns, so that whatever else the machine does hits all three alike. Each keeps its profile between
 * rounds and has had one round to warm it up, as an application that was used before.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-bench-'));
  const desktop = (await answeringDisplay()) === null ? await startTestDesktop() : null;
  const env = desktop?.env ?? process.env;
  try {
    const empty = contender(folder, 'empty', null, [await emptyWindow(path.join(folder, 'empty'))]);
    const react = contender(folder, 'react', 'main', [await reactWindow(path.join(folder, 'react'))]);
    const example = [projectRoot, await exampleWorkspace(folder)];
    const flowbench = contender(folder, 'flowbench', '.react-flow__node', example);
    const all = [empty, react, flowbench];
    for (let round = 0; round <= rounds; round += 1) {
      for (const each of all) {
        const timeMs = await startOnce(each, env);
        if (round > 0) each.timesMs.push(timeMs);
      }
    }
    return rows(median(empty.timesMs), median(react.timesMs), median(flowbench.timesMs));
  } finally {
    await desktop?.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const rows = (emptyMs: number, reactMs: number, flowbenchMs: number): readonly BenchRow[] => [
  { what: 'an empty window', value: emptyMs, unit: 'ms' },
  { what: 'the same window with React alone', value: reactMs, unit: 'ms' },
  { what: 'Flowbench', value: flowbenchMs, unit: 'ms' },
  { what: 'React alone ÷ empty window', value: reactMs / emptyMs, unit: '×' },
  { what: 'Flowbench ÷ empty window', value: flowbenchMs / emptyMs, unit: '×' },
  { what: 'Flowbench ÷ React alone', value: flowbenchMs / reactMs, target: 1.2, unit: '×' },
];

const contender = (
  folder: string,
  name: string,
  shows: string | null,
  args: readonly string[],
): Contender => ({
  shows,
  args,
  userData: path.join(folder, `${name}-data`),
  timesMs: [],
});

async function exampleWorkspace(folder: string): Promise<string> {
  const workspace = path.join(folder, 'workspace');
  await cp(exampleFolder, workspace, { recursive: true });
  return workspace;
}

/** Time from the start of the program until its page was painted and usable, in milliseconds. */
async function startOnce({ shows, args, userData }: Contender, env: NodeJS.ProcessEnv): Promise<number> {
  const { program } = await resolveElectronRuntime(env);
  const app = await attachToApp({ program, args, userData, env });
  // The page's own clock: what it takes to ask for it is no part of the start.
  const readyAtMs = await app.page.evaluate(() => {
    const [mark] = performance.getEntriesByName('ready');
    return mark === undefined ? null : performance.timeOrigin + mark.startTime;
  });
  const isShown = shows === null || (await app.page.locator(shows).first().isVisible());
  await app.close();
  if (!isShown) throw new Error(`The page of ${args.join(' ')} shows no ${shows}.`);
  if (readyAtMs === null) throw new Error(`The page of ${args.join(' ')} made no mark called "ready".`);
  return readyAtMs - app.startedAtMs;
}

const plainMain = `
import path from 'node:path';
import { app, BrowserWindow } from 'electron';
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const webPreferences = { sandbox: true, contextIsolation: true };
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(path.join(import.meta.dirname, 'index.html'));
});`;

const tellReady = `requestAnimationFrame(() => {
  performance.mark('ready');
  document.documentElement.dataset.ready = 'true';
});`;

const reactAlone = `
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
function Page() {
  useEffect(() => { ${tellReady} }, []);
  return createElement('main', null, 'React alone');
}
createRoot(document.getElementById('root')).render(createElement(Page));`;

async function writePlainApp(folder: string, body: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const about = { name: path.basename(folder), type: 'module', main: 'main.js' };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(about));
  await writeFile(path.join(folder, 'main.js'), plainMain);
  await writeFile(path.join(folder, 'index.html'), `<!doctype html><title>${about.name}</title>${body}`);
  return folder;
}

const emptyWindow = (folder: string): Promise<string> =>
  writePlainApp(folder, `<script>${tellReady}</script>`);

async function reactWindow(folder: string): Promise<string> {
  // Inside the project, because that is where the build looks for React.
  const source = inProject('out', 'bench', 'react-alone.js');
  await writeFile(source, reactAlone);
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: true,
      rolldownOptions: { input: source, output: { entryFileNames: 'page.js' } },
    },
  });
  return writePlainApp(folder, '<div id="root"></div><script type="module" src="./page.js"></script>');
}
