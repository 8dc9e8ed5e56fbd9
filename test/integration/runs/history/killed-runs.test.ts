// The application may be killed at any moment while runs are written down; what was written must stay readable.
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runFiles } from '#electron/runs/history/run-files.ts';
import { openHistory } from '../../../support/past-runs.ts';
import { runs } from '../../../support/runs.ts';
import { filesBelow } from '../../../support/search-bytes.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { startTypescript } from '../../../support/typescript-child.ts';

const folder = useTemporaryFolder();
const writeForEver = new URL('../../../support/write-runs-for-ever.ts', import.meta.url);
const kills = runs(5);

/** Waits without a timer: the moment of the kill is drawn, and not what a timer makes of it. */
async function busyFor(ms: number): Promise<void> {
  const until = performance.now() + ms;
  while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
}

describe('a process that is killed while it writes runs down', () => {
  it(
    'leaves a history that can be read up to the last complete line, whenever that is',
    { timeout: 60_000 + kills * 20_000 },
    async () => {
      let interrupted = 0;
      for (let round = 0; round < kills; round += 1) {
        const place = folder.file(`round ${String(round)}`);
        const child = startTypescript(writeForEver, [place]);
        expect(await child.line()).toBe('writing');
        await busyFor(Math.random() * 120);
        child.process.kill('SIGKILL');
        expect(await child.ended).toBe('SIGKILL');

        const past = openHistory(path.join(place, 'runs'));
        const all = await past.all();
        expect(all.length).toBeGreaterThan(0);
        for (const run of all) {
          const events = await past.events(run.runId);
          expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at));
          const isWhole = events.at(-1)?.type === 'run-ended';
          expect(run.outcome).toBe(isWhole ? 'ended' : 'interrupted');
          expect(events.length === 42).toBe(isWhole);
          interrupted += isWhole ? 0 : 1;
          const body = await past.history.body(run.runId, 'body-1');
          if (body !== null) expect(Buffer.from(await body.read(0, 99)).toString()).toBe('{"whole":true}');
        }
        await past.history.close();
        expect(past.notes).toEqual([]);
      }
      // Else the kills came where there was nothing to interrupt, and prove nothing.
      expect(interrupted).toBeGreaterThan(0);
    },
  );
});

describe('a run that was cut off', () => {
  it('keeps what stands before the cut, wherever in the file that is', async () => {
    const place = folder.file('cut');
    const child = startTypescript(writeForEver, [place]);
    await child.line();
    child.process.kill('SIGKILL');
    await child.ended;
    const past = openHistory(path.join(place, 'runs'));
    const [run] = (await past.all()).filter(({ outcome }) => outcome === 'ended');
    await past.history.close();
    const file = path.join(past.folder, run!.runId, 'events.jsonl');
    const whole = await readFile(file);
    for (const share of [0.999, 0.7, 0.31]) {
      const cut = whole.subarray(0, Math.floor(whole.byteLength * share));
      await writeFile(file, cut);
      const lines = cut.toString('utf8').split('\n').length - 1;
      expect(await openHistory(past.folder).events(run!.runId)).toHaveLength(lines);
    }
  });

  it('is cleared of a body that was not whole, which is then not kept', async () => {
    const place = folder.file('part');
    const child = startTypescript(writeForEver, [place]);
    await child.line();
    child.process.kill('SIGKILL');
    await child.ended;
    const runs = path.join(place, 'runs');
    const [first] = await openHistory(runs).all();
    const { bodies, record } = runFiles(runs, first!.runId);
    await rm(path.join(runs, 'index.json'), { force: true });
    await mkdir(bodies, { recursive: true });
    await writeFile(path.join(bodies, 'body-7.json.part'), '{"wh');
    await writeFile(path.join(path.dirname(record), '.run.json.flowbench-999999-0123456789ab.tmp'), '{');
    const again = openHistory(runs);
    expect(await again.all()).toContainEqual(first);
    expect((await filesBelow(runs)).filter((name) => /\.part$|\.tmp$/.test(name))).toEqual([]);
    expect(await again.history.body(first!.runId, 'body-7')).toBeNull();
  });

  it('passes over events that no version knows, and says how many', async () => {
    const place = folder.file('unknown');
    const child = startTypescript(writeForEver, [place]);
    await child.line();
    child.process.kill('SIGKILL');
    await child.ended;
    const past = openHistory(path.join(place, 'runs'));
    const [run] = (await past.all()).filter(({ outcome }) => outcome === 'ended');
    const file = path.join(past.folder, run!.runId, 'events.jsonl');
    await appendFile(file, '{"v":1,"type":"dreamt","of":"sheep"}\n{"v":7}\nno JSON\n');
    expect(await past.history.open({ runId: run!.runId, offset: 0 })).toMatchObject({
      ok: true,
      value: { skipped: 3, nextOffset: null },
    });
    expect(await past.events(run!.runId)).toHaveLength(42);
  });
});
