// How long the loop of the main process stands still while a bundle near the limit is read and made: in this thread, and in one of its own.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BenchRow } from '../../scripts/steps/bench-table.mjs';
import { inProject } from '../../scripts/steps/project.mjs';
import { bundleSha256 } from '../../electron/bundle/bundle-digest.ts';
import { exportWork } from '../../electron/bundle/export-work.ts';
import { type BundleSource, bundleTasks } from '../../electron/bundle/work/bundle-tasks.ts';
import { inSlices } from '../../electron/bundle/work/in-slices.ts';
import { type BundleWork, workInThread } from '../../electron/bundle/work/work-in-thread.ts';
import { writtenDocument } from '../../electron/bundle/work/written-document.ts';
import { makeBundle, type PlacedDocument } from '../../shared/bundle/make-bundle.ts';
import { bundleStory, placed, placedStory } from '../support/bundle-story.ts';

const { fixture, main, shop } = bundleStory;
const choice = { flows: [main.id], environments: [] };
const name = 'large.flowbundle.json';
const secrets = ['canary-one-4f7b-4f7b', 'canary-two-4f7b-4f7b'].map((value, at) => ({
  name: `KEY_${String(at)}`,
  value,
  holder: null,
  slot: null,
}));

export async function run(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-bench-'));
  try {
    const file = path.join(folder, 'photo.png');
    const bytes = Buffer.alloc(19 * 1024 * 1024, 7);
    await writeFile(file, bytes);
    const documents = [...placedStory, ...manyFixtures()];
    const files = [{ name: 'files/photo.png', bytes }];
    const text = await makeBundle(
      { name: 'Large', version: '1', flows: [main.id], documents, files },
      bundleSha256,
    );
    await writeFile(path.join(folder, name), text);
    const here = ((task, input) => Promise.resolve(hereTasks[task]?.(input as never))) as BundleWork;
    const thread = workInThread(inProject('out', 'main', 'bundle-worker.cjs'));
    await thread('forget', { handle: '' });
    const rows: BenchRow[] = [
      { what: 'size of the bundle', value: text.length / 1024 / 1024, unit: 'MiB' },
      { what: 'documents in it', value: documents.length, unit: '' },
    ];
    for (const [where, work] of [
      ['in the main thread', here],
      ['in a thread of its own', thread],
    ] as const) {
      rows.push(
        ...(await measured(`picked, ${where}`, () =>
          readAndHeld(work, { file: path.join(folder, name) }, documents),
        )),
      );
      rows.push(...(await measured(`dropped, ${where}`, () => readAndHeld(work, { name, text }, documents))));
      rows.push(...(await measured(`exported, ${where}`, () => exported(work, documents, file))));
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const hereTasks = bundleTasks() as Record<string, (input: never) => unknown>;

/** As many as make a bundle near the limit, together with the file. */
function manyFixtures(): readonly PlacedDocument[] {
  return Array.from({ length: 3000 }, (_, at) => {
    const digits = at
      .toString(5)
      .padStart(8, '0')
      .replaceAll(/./g, (digit) => 'abcde'[Number(digit)] ?? 'a');
    const items = Array.from({ length: 250 }, (_each, number) => ({
      id: number,
      name: `Order ${String(number)}`,
    }));
    const body = { text: JSON.stringify({ at, items, rest: 'x'.repeat(12_000) }) };
    const id = `fx_aaaa${digits}` as typeof fixture.id;
    return placed({ ...fixture, id, body }, `fixtures/look-up/f${String(at)}.json`);
  });
}

/** Reads a bundle and holds it against a workspace that has the same documents, and one in another version. */
async function readAndHeld(
  work: BundleWork,
  source: BundleSource,
  documents: readonly PlacedDocument[],
): Promise<void> {
  const read = await work('read', { handle: 'one', source });
  if (!read.ok) throw new Error(read.failure.message);
  const there = documents.map((each) =>
    each.stored.content.id === shop.id ? placed({ ...shop, name: 'Other' }, each.file) : each,
  );
  const view = await work('view', {
    handle: 'one',
    file: name,
    folder: os.tmpdir(),
    present: await inSlices(there, writtenDocument),
  });
  if (view?.documents.filter(({ state }) => state === 'conflict').length !== 1)
    throw new Error('Not as it is.');
}

async function exported(work: BundleWork, documents: readonly PlacedDocument[], file: string): Promise<void> {
  const workspace = {
    name: 'Large',
    placed: () => documents,
    silenced: () => [],
    resolveFile: () => Promise.resolve({ ok: true as const, value: file }),
  };
  const asked = await exportWork(workspace, choice, { version: '1', secrets });
  const made = await work('export', { ...asked, passphrase: null });
  if (!made.ok) throw new Error(made.failure.message);
}

async function measured(what: string, work: () => Promise<void>): Promise<readonly BenchRow[]> {
  const watch = loopWatch();
  const began = performance.now();
  await work();
  const tookMs = performance.now() - began;
  const longestMs = await watch.longestMs();
  return [
    { what: `${what}: time`, value: tookMs, unit: 'ms' },
    { what: `${what}: the loop stood still at the longest`, value: longestMs, unit: 'ms' },
  ];
}

/** Turns with the loop, and remembers the longest turn. */
function loopWatch() {
  const watched = { longestMs: 0, isOver: false };
  const turning = (async () => {
    let before = performance.now();
    while (!watched.isOver) {
      await nextTurn();
      const now = performance.now();
      watched.longestMs = Math.max(watched.longestMs, now - before);
      before = now;
    }
  })();
  return {
    longestMs: async () => {
      watched.isOver = true;
      await turning;
      return watched.longestMs;
    },
  };
}
