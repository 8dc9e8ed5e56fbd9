// A workspace of 500 flows in folders: opening it, against the example, and finding and replacing in all of it.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { resolveElectronRuntime } from '../../scripts/electron-runtime.mjs';
import { answeringDisplay } from '../../scripts/steps/answering-display.mjs';
import { median, type BenchRow } from '../../scripts/steps/bench-table.mjs';
import { projectRoot } from '../../scripts/steps/project.mjs';
import { startTestDesktop } from '../../scripts/steps/test-desktop.mjs';
import { exampleFolder } from '../stories/order-lookup.ts';
import { storyFlow } from '../stories/story-flow.ts';
import { storyId } from '../stories/story-id.ts';
import { attachToApp, type AttachedApp } from '../support/attach-to-app.ts';

const rounds = 5;
const flowCount = 500;
const messagesEach = 18;

/** Opens both in turns, so that whatever else the machine does hits both alike; the first round warms both up. */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-bench-'));
  const desktop = (await answeringDisplay()) === null ? await startTestDesktop() : null;
  const env = desktop?.env ?? process.env;
  const { program } = await resolveElectronRuntime(env);
  const start = (workspace: string) =>
    attachToApp({ program, args: [projectRoot, workspace], userData: `${workspace}-data`, env });
  try {
    const example = path.join(folder, 'example');
    await cp(exampleFolder, example, { recursive: true });
    const large = await largeWorkspace(path.join(folder, 'large'));
    const timesMs: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      const opened = [await openedMs(await start(example)), await openedMs(await start(large))] as const;
      if (round > 0) opened.forEach((timeMs, at) => timesMs[at]?.push(timeMs));
    }
    const app = await start(large);
    const found = await foundAndReplaced(app);
    await app.close();
    const [exampleMs, largeMs] = timesMs.map(median) as [number, number];
    return [
      { what: 'opening the example', value: exampleMs, unit: 'ms' },
      { what: `opening ${String(flowCount)} flows`, value: largeMs, unit: 'ms' },
      { what: `${String(flowCount)} flows ÷ example`, value: largeMs / exampleMs, target: 1.5, unit: '×' },
      ...found,
    ];
  } finally {
    await desktop?.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** From the start of the program until the page can be used, by the page's own clock. */
async function openedMs(app: AttachedApp): Promise<number> {
  const readyAtMs = await app.page.evaluate(() => {
    const [mark] = performance.getEntriesByName('ready');
    return performance.timeOrigin + (mark?.startTime ?? NaN);
  });
  const isListed = await app.page.locator('[data-side-bar] [data-roving-id]').first().isVisible();
  await app.close();
  if (!isListed) throw new Error('The side bar lists nothing.');
  return readyAtMs - app.startedAtMs;
}

/** What a search of everything and a replacement of all of it take, and how long the page answers nobody meanwhile. */
async function foundAndReplaced({ page }: AttachedApp): Promise<readonly BenchRow[]> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    const note = (entries: PerformanceEntryList) => tasks.push(...entries.map(({ duration }) => duration));
    const watching = new PerformanceObserver((list) => note(list.getEntries()));
    watching.observe({ entryTypes: ['longtask'] });
    Object.assign(globalThis, { longTasks: tasks, noteLongTasks: () => note(watching.takeRecords()) });
  });
  const longestMs = () =>
    page.evaluate(async () => {
      const { longTasks, noteLongTasks } = globalThis as unknown as {
        longTasks: number[];
        noteLongTasks: () => void;
      };
      // A task is told once it is over, and what it has changed is drawn in a task of its own.
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      noteLongTasks();
      return Math.max(0, ...longTasks.splice(0));
    });
  await page.keyboard.press('Control+Shift+H');
  await longestMs();
  const places = (flowCount * messagesEach).toLocaleString('en');
  const searchedAtMs = performance.now();
  await page.getByRole('textbox', { name: 'Find in the workspace' }).fill('parcel');
  await page.getByText(`${places} in ${String(flowCount)} documents`).waitFor();
  const searchMs = performance.now() - searchedAtMs;
  const searchTaskMs = await longestMs();
  await page.getByRole('textbox', { name: 'Replace by' }).fill('package');
  await longestMs();
  const replacedAtMs = performance.now();
  await page.getByRole('button', { name: 'Replace all', exact: true }).click();
  await page
    .getByText(/^Replaced in/)
    .first()
    .waitFor();
  const replaceMs = performance.now() - replacedAtMs;
  const replaceTaskMs = await longestMs();
  return [
    { what: `finding ${places} places`, value: searchMs, unit: 'ms' },
    { what: 'the longest task meanwhile', value: searchTaskMs, target: 50, unit: 'ms' },
    { what: `replacing ${places} places`, value: replaceMs, unit: 'ms' },
    { what: 'the longest task while replacing', value: replaceTaskMs, target: 100, unit: 'ms' },
  ];
}

async function largeWorkspace(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = { format: 'flowbench.workspace', version: 1, id: storyId('ws', 'Large'), name: 'Large' };
  await writeFile(path.join(folder, 'flowbench.json'), JSON.stringify(file));
  for (let number = 1; number <= flowCount; number += 1) {
    const place = path.join(folder, 'flows', `Team ${String(number % 10)}`, `Part ${String(number % 5)}`);
    await mkdir(place, { recursive: true });
    const flow = longFlow(`Flow ${String(number)}`);
    await writeFile(path.join(place, `flow-${String(number)}.json`), JSON.stringify(flow));
  }
  return folder;
}

function longFlow(name: string) {
  const messages = Array.from({ length: messagesEach }, (_, at) => `Say ${String(at + 1)}`);
  const names = ['Start', ...messages, 'End'];
  return storyFlow({
    name,
    nodes: [
      ['Start', 'start', {}],
      ...messages.map((each) => [each, 'message', { text: `Your parcel is on its way, ${each}.` }] as const),
      ['End', 'end', {}],
    ],
    connections: names.slice(1).map((to, at) => [names[at] ?? '', 'next', to] as const),
  });
}
