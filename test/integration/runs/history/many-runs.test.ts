// A history of a thousand runs is opened without reading a thousand folders, and no run keeps more than it may.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { RunWriter } from '#electron/runs/history/run-writer.ts';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';
import { newRecord } from '#electron/runs/history/new-record.ts';
import { runFiles } from '#electron/runs/history/run-files.ts';
import { runEventSchema } from '#shared/run-events/run-event.ts';
import { storyFlow } from '../../../stories/story-flow.ts';
import { storyId } from '../../../stories/story-id.ts';
import { openHistory } from '../../../support/past-runs.ts';
import { plantRuns } from '../../../support/planted-runs.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { toldEvents } from '../../../support/told-events.ts';

const folder = useTemporaryFolder();
const flowId = storyId('fl', 'Told');

describe('a thousand runs', () => {
  it('are all found, in order, and quickly once there is an index', { timeout: 120_000 }, async () => {
    const planted = Array.from({ length: 1000 }, (_, at) => ({
      flowId,
      startedAt: new Date(Date.parse('2026-01-01T00:00:00Z') + at * 60_000).toISOString(),
    }));
    await mkdir(folder.path, { recursive: true });
    await plantRuns(folder.path, planted);

    const timed = async () => {
      const startMs = performance.now();
      const past = openHistory(folder.path);
      past.limits = { mostRuns: 2000, mostBytes: 500_000_000 };
      const all = await past.all();
      const tookMs = performance.now() - startMs;
      await past.history.close();
      return { all, tookMs };
    };
    const rebuilt = await timed();
    const indexed = await timed();
    expect(rebuilt.all.map(({ startedAt }) => startedAt)).toEqual(
      planted.map(({ startedAt }) => startedAt).reverse(),
    );
    expect(indexed.all).toEqual(rebuilt.all);
    // A ratio, since the machine is shared: the index has to be worth its while.
    expect(indexed.tookMs).toBeLessThan(rebuilt.tookMs / 2);
    process.stdout.write(
      `1,000 runs: ${rebuilt.tookMs.toFixed(0)} ms from their folders, ${indexed.tookMs.toFixed(0)} ms from the index\n`,
    );
  });
});

describe('a run that never ends', () => {
  it('is cut at what a window could show, keeps its end, and says that it is not whole', async () => {
    const runId = storyId('rn', 'endless');
    const flow = storyFlow({ name: 'Endless', nodes: [['Start', 'start', {}]], connections: [] });
    const secrets = new KnownSecrets();
    const files = runFiles(folder.path, runId);
    const origin = { type: 'flow' } as const;
    const writer = new RunWriter({
      files,
      record: newRecord({ runId, origin, name: flow.name, flow, others: [], inputs: {}, persona: null }),
      secrets,
      mostBodyBytes: 1000,
      onTrouble: (error) => {
        throw error;
      },
      onBegun: () => undefined,
    });
    const [begin, ...rest] = toldEvents(runId, flow.id, 0);
    writer.events([begin!]);
    const text = 'x'.repeat(60_000);
    for (let seq = 1; seq < 1200; seq += 1) {
      writer.events([runEventSchema.parse({ v: 1, runId, seq, at: begin!.at, type: 'said', text })]);
      if (seq % 100 === 0) await writer.flushed();
    }
    writer.events(rest);
    await writer.end();
    expect(writer.isIncomplete).toBe(true);
    const past = openHistory(folder.path);
    const events = await past.events(runId);
    expect(events.length).toBeGreaterThan(700);
    expect(events.length).toBeLessThan(900);
    expect(events.at(-1)?.type).toBe('run-ended');
    expect(await past.all()).toMatchObject([{ runId, outcome: 'ended', incomplete: true }]);
  });
});

describe('what a killed process leaves behind', () => {
  it('is cleared away where nothing of a run is in it, and else left alone', async () => {
    const { folder: hardly } = runFiles(folder.path, storyId('rn', 'hardly begun'));
    await mkdir(hardly, { recursive: true });
    const unknown = runFiles(folder.path, storyId('rn', 'of tomorrow'));
    await mkdir(unknown.folder, { recursive: true });
    await writeFile(unknown.events, '{"v":2,"type":"run-started"}\n');
    await mkdir(folder.file('working'), { recursive: true });
    const past = openHistory(folder.path);
    expect(await past.all()).toEqual([]);
    await past.history.close();
    expect((await readdir(folder.path)).filter((name) => name !== 'index.json').sort()).toEqual(
      [storyId('rn', 'of tomorrow') as string, 'working'].sort(),
    );
  });
});
