// What a letter costs in a JSON body of 5,000 lines in the window, against plain Monaco with the same text.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { resolveElectronRuntime } from '../../scripts/electron-runtime.mjs';
import { answeringDisplay } from '../../scripts/steps/answering-display.mjs';
import { median, type BenchRow } from '../../scripts/steps/bench-table.mjs';
import { inProject, projectRoot } from '../../scripts/steps/project.mjs';
import { startTestDesktop } from '../../scripts/steps/test-desktop.mjs';
import { exampleFolder } from '../stories/order-lookup.ts';
import { attachToApp, type AttachedApp } from '../support/attach-to-app.ts';

const lineCount = 5000;
const rounds = 5;
const lettersPerRound = 40;
const frameMs = 1000 / 60;

/**
 * Types in turns, so that whatever else the machine does hits both alike. A letter's cost is what the page's thread does
 * from the key to the end of its event, and then in the frame that shows it.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-bench-'));
  const desktop = (await answeringDisplay()) === null ? await startTestDesktop() : null;
  const started: AttachedApp[] = [];
  const start = async (name: string, args: readonly string[]) => {
    const env = desktop?.env ?? process.env;
    const { program } = await resolveElectronRuntime(env);
    const app = await attachToApp({ program, args, userData: path.join(folder, `${name}-data`), env });
    started.push(app);
    return app.page;
  };
  try {
    const plain = await start('plain', [await plainMonaco(path.join(folder, 'plain'))]);
    await plain.locator('textarea.inputarea').focus();
    const flowbench = await start('flowbench', [projectRoot, await workspaceWithBody(folder)]);
    const [firstMs, laterMs] = await openBody(flowbench);
    const [plainMs, flowbenchMs] = await typedInTurns(plain, flowbench);
    return [...rows(plainMs, flowbenchMs), ...openingRows(firstMs, laterMs)];
  } finally {
    for (const app of started) await app.close();
    await desktop?.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What each letter cost in two pages; the first round warms both up. */
async function typedInTurns(
  one: Page,
  other: Page,
): Promise<readonly [readonly number[], readonly number[]]> {
  const costsMs: [number[], number[]] = [[], []];
  for (const page of [one, other]) await caretInside(page);
  for (let round = 0; round <= rounds; round += 1) {
    const [oneMs, otherMs] = [await typeLetters(one), await typeLetters(other)];
    if (round === 0) continue;
    costsMs[0].push(...oneMs);
    costsMs[1].push(...otherMs);
  }
  return costsMs;
}

const rows = (plainMs: readonly number[], flowbenchMs: readonly number[]): readonly BenchRow[] => [
  { what: 'a letter in plain Monaco', value: median(plainMs), unit: 'ms' },
  { what: 'a letter in a body', value: median(flowbenchMs), target: frameMs, unit: 'ms' },
  {
    what: 'a letter in a body, 95 of 100',
    value: percentile(flowbenchMs, 0.95),
    target: frameMs,
    unit: 'ms',
  },
  { what: 'plain Monaco, 95 of 100', value: percentile(plainMs, 0.95), unit: 'ms' },
  { what: 'body ÷ plain Monaco', value: median(flowbenchMs) / median(plainMs), target: 1.5, unit: '×' },
  { what: 'letters over a frame in plain Monaco', value: share(plainMs), unit: '%' },
  { what: 'letters over a frame in a body', value: share(flowbenchMs), unit: '%' },
];

const openingRows = (firstMs: number, laterMs: number): readonly BenchRow[] => [
  { what: 'from focus to the editor, the first time', value: firstMs, unit: 'ms' },
  { what: 'from focus to the editor, later', value: laterMs, unit: 'ms' },
];

const share = (costsMs: readonly number[]): number =>
  (100 * costsMs.filter((cost) => cost > frameMs).length) / costsMs.length;

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * part)] ?? Number.NaN;

/** The text of the body: objects with an expression in every tenth. */
function bodyText(): string {
  const lines = Array.from({ length: lineCount - 2 }, (_, at) => {
    const value = at % 10 === 0 ? '"{{name}}"' : `"value ${String(at)}"`;
    return `  {"id": ${String(at)}, "name": ${value}, "on": true}${at === lineCount - 3 ? '' : ','}`;
  });
  return ['[', ...lines, ']'].join('\n');
}

async function workspaceWithBody(folder: string): Promise<string> {
  const workspace = path.join(folder, 'workspace');
  await cp(exampleFolder, workspace, { recursive: true });
  const file = path.join(workspace, 'flows', 'user-greeting.json');
  const flow = JSON.parse(await readFile(file, 'utf8'));
  for (const node of flow.nodes) {
    if (node.kind === 'api-call') node.config.body = { type: 'json', template: bodyText() };
  }
  await writeFile(file, JSON.stringify(flow, null, 2));
  return workspace;
}

/** Opens the body, and tells how long its editor took to come: with its part of the page, and without. */
async function openBody(page: Page): Promise<readonly [firstMs: number, laterMs: number]> {
  await page
    .getByRole('treeitem', { name: /User greeting/ })
    .or(page.getByText('User greeting'))
    .first()
    .click();
  await page
    .locator('[data-node-id]')
    .filter({ hasText: 'Make a greeting' })
    .click({ position: { x: 60, y: 16 } });
  const first = await editorComes(page, 'Path');
  await page.getByRole('tab', { name: /^Body/ }).click();
  await editorComes(page, 'Content');
  await page.getByRole('tab', { name: /^Request/ }).click();
  const later = await editorComes(page, 'Path');
  await page.getByRole('tab', { name: /^Body/ }).click();
  await editorComes(page, 'Content');
  return [first, later];
}

/** From the focus of a field to its editor, in the page's own time. */
function editorComes(page: Page, label: string): Promise<number> {
  return page.getByLabel(label, { exact: true }).evaluate(
    (field) =>
      new Promise<number>((resolve) => {
        const box = field.closest('[data-template-field]');
        const start = performance.now();
        const seen = new MutationObserver(() => {
          if ((box?.querySelector('.view-line') ?? null) === null) return;
          seen.disconnect();
          resolve(performance.now() - start);
        });
        if (box !== null) seen.observe(box, { childList: true, subtree: true });
        field.focus();
      }),
  );
}

async function caretInside(page: Page): Promise<void> {
  await page.keyboard.press('Control+Home');
  for (let line = 0; line < 4; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
}

/** Types letters and gives what each cost. */
async function typeLetters(page: Page): Promise<readonly number[]> {
  await page.evaluate(startWatching);
  for (let letter = 0; letter < lettersPerRound; letter += 1) {
    await page.keyboard.press(letter % 8 === 7 ? 'Space' : 'x');
    await page.waitForFunction(
      (count) => (Reflect.get(globalThis, 'costs') as number[]).length > count,
      letter,
    );
  }
  return page.evaluate(() => Reflect.get(globalThis, 'costs') as number[]);
}

/** Runs in the page: notes what the thread does for each key. */
function startWatching(): void {
  const costs: number[] = [];
  Reflect.set(globalThis, 'costs', costs);
  if (Reflect.has(globalThis, 'watching')) return;
  Reflect.set(globalThis, 'watching', true);
  const after = (act: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = act;
    port2.postMessage(null);
  };
  let begun = 0;
  window.addEventListener('keydown', () => (begun = performance.now()), { capture: true });
  window.addEventListener('input', () => {
    after(() => {
      const eventMs = performance.now() - begun;
      const watched = Reflect.get(globalThis, 'costs') as number[];
      requestAnimationFrame(() => {
        const frame = performance.now();
        after(() => watched.push(eventMs + performance.now() - frame));
      });
    });
  });
}

const plainMain = `
import path from 'node:path';
import { app, BrowserWindow } from 'electron';
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  void window.loadFile(path.join(import.meta.dirname, 'index.html'));
});`;

const plainPage = `
import { editor } from 'monaco-editor/editor';
self.MonacoEnvironment = { getWorker: () => new Worker(URL.createObjectURL(new Blob(['']))) };
editor.create(document.getElementById('root'), {
  value: TEXT,
  language: 'plaintext',
  minimap: { enabled: false },
  wordBasedSuggestions: 'off',
  editContext: false,
  wordWrap: 'on',
  fontSize: 12,
  lineHeight: 18,
});
requestAnimationFrame(() => (document.documentElement.dataset.ready = 'true'));`;

/** A window with an editor of the size that a body has. */
async function plainMonaco(folder: string): Promise<string> {
  const source = inProject('out', 'bench', 'plain-monaco.js');
  await writeFile(source, plainPage.replace('TEXT', JSON.stringify(bodyText())));
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: './',
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: true,
      cssCodeSplit: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: {
        input: source,
        output: { entryFileNames: 'page.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'plain', type: 'module', main: 'main.js' }),
  );
  await writeFile(path.join(folder, 'main.js'), plainMain);
  const body = '<div id="root" style="width: 320px; height: 320px"></div>';
  const style = '<link rel="stylesheet" href="./style.css">';
  await writeFile(
    path.join(folder, 'index.html'),
    `<!doctype html><title>plain</title>${style}${body}<script type="module" src="./page.js"></script>`,
  );
  return folder;
}
