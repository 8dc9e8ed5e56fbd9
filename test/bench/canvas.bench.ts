// What a frame takes while a flow of 2,000 nodes is panned, zoomed and dragged in, against the frame of an empty page.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { resolveElectronRuntime } from '../../scripts/electron-runtime.mjs';
import { answeringDisplay } from '../../scripts/steps/answering-display.mjs';
import { median, type BenchRow } from '../../scripts/steps/bench-table.mjs';
import { projectRoot } from '../../scripts/steps/project.mjs';
import { startTestDesktop } from '../../scripts/steps/test-desktop.mjs';
import { manySteps } from '../stories/many-steps.ts';
import { attachToApp, type AttachedApp } from '../support/attach-to-app.ts';
import { storyWorkspace } from '../support/story-workspace.ts';

const nodeCount = 2000;
const columns = 40;
const rounds = 3;
const movesPerRound = 40;

/** Something that is done with the pointer again and again, in whatever page there is. */
interface Gesture {
  readonly name: string;
  readonly target: number;
  readonly begin: (page: Page) => Promise<void>;
  readonly move: (page: Page, at: number) => Promise<void>;
  readonly end: (page: Page) => Promise<void>;
}

const middle = { x: 640, y: 400 };
const nothing = () => Promise.resolve();
/** There and back again, so that it ends where it began. */
const swing = (at: number): number => (at % 40 < 20 ? 1 : -1);

const panned = (name: string, target: number): Gesture => ({
  name,
  target,
  begin: (page) => page.mouse.move(middle.x, middle.y),
  move: (page, at) => page.mouse.wheel(12 * swing(at), 8 * swing(at)),
  end: nothing,
});

const zoomed = (name: string, target: number): Gesture => ({
  name,
  target,
  begin: async (page) => {
    await page.mouse.move(middle.x, middle.y);
    await page.keyboard.down('Control');
  },
  move: (page, at) => page.mouse.wheel(0, 6 * swing(at)),
  end: (page) => page.keyboard.up('Control'),
});

const dragged = (name: string, target: number): Gesture => ({
  name,
  target,
  begin: async (page) => {
    // From afar a card is made when the pointer comes to it.
    await page.mouse.move(middle.x, middle.y);
    const { x, y } = await cardInTheMiddle(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
  },
  move: (page, at) => page.mouse.move(middle.x + 100 * Math.sin(at / 8), middle.y + 60 * Math.cos(at / 8)),
  end: (page) => page.mouse.up(),
});

/** Measures in turns, so that whatever else the machine does hits both alike. */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-bench-'));
  const desktop = (await answeringDisplay()) === null ? await startTestDesktop() : null;
  const started: AttachedApp[] = [];
  const workspace = await storyWorkspace(manySteps(nodeCount, columns));
  const start = async (name: string, args: readonly string[]) => {
    const env = desktop?.env ?? process.env;
    const { program } = await resolveElectronRuntime(env);
    const app = await attachToApp({ program, args, userData: path.join(folder, `${name}-data`), env });
    started.push(app);
    return app.page;
  };
  try {
    const empty = await start('empty', [await emptyPage(path.join(folder, 'empty'))]);
    const flowbench = await start('flowbench', [projectRoot, workspace]);
    await canvasAlone(flowbench);
    const near = [panned('pan', 1.1), dragged('drag a card', 1.1), zoomed('zoom', 1.1)];
    const rows: BenchRow[] = [];
    for (const gesture of near) rows.push(...(await compared(empty, flowbench, gesture)));
    await allInView(flowbench);
    const far = [panned('pan, all in view', 2), dragged('drag a card, all in view', 2)];
    for (const gesture of far) rows.push(...(await compared(empty, flowbench, gesture)));
    return rows;
  } finally {
    for (const app of started) await app.close();
    await desktop?.end();
    for (const each of [folder, workspace]) await rm(each, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function compared(empty: Page, flowbench: Page, gesture: Gesture): Promise<readonly BenchRow[]> {
  const emptyMs: number[] = [];
  const canvasMs: number[] = [];
  // The first round warms both up.
  for (let round = 0; round <= rounds; round += 1) {
    const [one, other] = [await framesOf(empty, gesture), await framesOf(flowbench, gesture)];
    if (round === 0) continue;
    emptyMs.push(...one);
    canvasMs.push(...other);
  }
  const { name, target } = gesture;
  return [
    { what: `${name}: a frame of an empty page`, value: median(emptyMs), unit: 'ms' },
    { what: `${name}: a frame`, value: median(canvasMs), unit: 'ms' },
    { what: `${name}: frame ÷ empty page`, value: median(canvasMs) / median(emptyMs), target, unit: '×' },
    { what: `${name}: 95 of 100 frames`, value: percentile(canvasMs, 0.95), unit: 'ms' },
  ];
}

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * part)] ?? Number.NaN;

/** Makes a gesture, a move to each frame at most, and gives how long each frame took meanwhile. */
async function framesOf(page: Page, { begin, end, move }: Gesture): Promise<readonly number[]> {
  await begin(page);
  await page.evaluate(startWatching);
  for (let at = 0; at < movesPerRound; at += 1) await move(page, at);
  const frames = await page.evaluate(stopWatching);
  await end(page);
  return frames;
}

/** Runs in the page: notes the time between frames. */
function startWatching(): void {
  const frames: number[] = [];
  let before = performance.now();
  const drawn = (now: number) => {
    frames.push(now - before);
    before = now;
    Reflect.set(globalThis, 'nextFrame', requestAnimationFrame(drawn));
  };
  Reflect.set(globalThis, 'frameTimesMs', frames);
  Reflect.set(globalThis, 'nextFrame', requestAnimationFrame(drawn));
}

function stopWatching(): number[] {
  cancelAnimationFrame(Reflect.get(globalThis, 'nextFrame') as number);
  return (Reflect.get(globalThis, 'frameTimesMs') as number[]).slice(1);
}

/** Folds everything round the canvas, and goes to the middle of the flow. */
async function canvasAlone(page: Page): Promise<void> {
  for (const keys of ['Control+j', 'Control+b', 'Control+Alt+b']) await page.keyboard.press(keys);
  await page.getByRole('application', { name: 'Canvas of Large' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('@Step 1020');
  await page.keyboard.press('Enter');
  await page.locator('.react-flow__node.selected').waitFor();
}

async function allInView(page: Page): Promise<void> {
  await page.keyboard.press('Control+0');
  await page.mouse.move(middle.x, middle.y);
  await page.keyboard.down('Control');
  const percent = page.getByRole('toolbar', { name: 'Canvas' }).getByText(/^\d+%$/);
  while ((await percent.textContent()) !== '10%') await page.mouse.wheel(0, 200);
  await page.keyboard.up('Control');
  // Nearly all of them are painted: those that are not are in view as well.
  await page.waitForFunction(
    (least) => Number(document.querySelector('[data-painted]')?.getAttribute('data-painted')) > least,
    nodeCount - 20,
  );
}

/** The middle of the card that is nearest to the middle of the window; of an empty page the middle itself. */
function cardInTheMiddle(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  return page.evaluate((to) => {
    const middles = [...document.querySelectorAll('.react-flow__node')].map((card) => {
      const { height, width, x, y } = card.getBoundingClientRect();
      return { x: x + width / 2, y: y + Math.min(16, height / 2) };
    });
    const distance = (at: { x: number; y: number }) => Math.hypot(at.x - to.x, at.y - to.y);
    return middles.sort((a, b) => distance(a) - distance(b))[0] ?? to;
  }, middle);
}

async function emptyPage(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const main = `
import path from 'node:path';
import { app, BrowserWindow } from 'electron';
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  void window.loadFile(path.join(import.meta.dirname, 'index.html'));
});`;
  await writeFile(path.join(folder, 'main.js'), main);
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'empty', type: 'module', main: 'main.js' }),
  );
  const script = "requestAnimationFrame(() => (document.documentElement.dataset.ready = 'true'))";
  await writeFile(path.join(folder, 'index.js'), script);
  await writeFile(
    path.join(folder, 'index.html'),
    '<!doctype html><title>empty</title><body></body><script src="./index.js"></script>',
  );
  return folder;
}
