// A disk that refuses must not fail a run: the window hears of it once, and everything else goes on.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { storyFlow } from '../../../stories/story-flow.ts';
import { startedRun } from '../../../support/host-runs.ts';
import { hostPastRuns, openHistory } from '../../../support/past-runs.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';
import { startTypescript } from '../../../support/typescript-child.ts';

const folder = useTemporaryFolder();
const flow = storyFlow({
  name: 'Hello',
  nodes: [
    ['Start', 'start', {}],
    ['Say', 'message', { text: 'Hello' }],
  ],
  connections: [['Start', 'next', 'Say']],
});

describe('a history that cannot be written', () => {
  it('lets runs end as ever, and says so once, by name and reason', async () => {
    // A file where the folder should be: no user, root included, can write below it.
    await writeFile(path.join(folder.path, 'runs'), 'in the way');
    const ports = { folder: folder.file('working') };
    const { close, past, runs } = await hostPastRuns(folder.path, { documents: [flow], ports });
    for (let round = 0; round < 3; round += 1) {
      const runId = startedRun(runs.host.start({ flowId: flow.id, environmentId: null, inputs: {} }));
      expect(await runs.event(runId, 'run-ended')).toMatchObject({ outcome: 'ended' });
    }
    await close();
    const troubles = past.changes.flatMap(({ trouble }) => (trouble === null ? [] : [trouble]));
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatch(/^The history of runs in .*runs cannot be written: .+\. Runs go on/);
    expect(await past.all()).toEqual([]);
    expect((await past.history.list({ offset: 0, length: 1 })).trouble).toBe(troubles[0]);
    expect(runs.defects).toEqual([]);
  });

  it('tells of a full disk that it is full', { timeout: 60_000 }, async () => {
    // A limit on the size of files is what a full disk is to whoever writes: the write is refused midway.
    const place = folder.file('full');
    await mkdir(place);
    const tell = new URL('../../../support/write-until-refused.ts', import.meta.url);
    const child = startTypescript(tell, [place], 'ulimit -f 40; trap "" XFSZ');
    expect(await child.line()).toMatch(/cannot be written: the file would be larger than the system allows/);
    expect(await child.ended).toBe(0);
    const past = openHistory(path.join(place, 'runs'));
    const [run] = await past.all();
    const events = await past.events(run!.runId);
    expect(events.length).toBeGreaterThan(20);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at));
    expect(run).toMatchObject({ outcome: 'ended', incomplete: true });
  });
});
