// What came of scenarios, kept on a disk: written whole, bounded, without secrets, and read again whatever happened to it.
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ScenarioResult } from '#shared/ipc/channels/scenario-channels.ts';
import { maskText } from '#shared/request/masked-request.ts';
import { KnownSecrets } from '#electron/runs/known-secrets.ts';
import { KeptResults, type KeptResultsPorts } from '#electron/runs/scenario/kept-results.ts';
import { resultToKeep } from '#electron/runs/scenario/result-to-keep.ts';
import { storyId } from '../../../stories/story-id.ts';
import { useTemporaryFolder } from '../../../support/temporary-folder.ts';

const root = useTemporaryFolder();
const folder = () => root.file('scenario-results');
const happy = storyId('sc', 'Happy path');
const lost = storyId('sc', 'Lost order');
const fileOf = (id: string) => root.file('scenario-results', `${id}.json`);
const everywhere = () => true;

function result(scenarioId: typeof happy, more: Partial<ScenarioResult> = {}): ScenarioResult {
  return {
    scenarioId,
    row: null,
    outcome: 'passed',
    results: [],
    trouble: null,
    runId: null,
    tookMs: 5,
    endedAt: '2026-03-01T10:00:00.000Z',
    said: null,
    covered: [],
    madeFrom: { [scenarioId]: 'abc' },
    ...more,
  };
}

const expectation = (actual: string) => ({
  at: 0,
  title: 'it says it',
  passed: false,
  expected: 'nothing',
  actual,
  seq: 3,
});

function kept(ports: Partial<KeptResultsPorts> = {}) {
  const notes: string[] = [];
  const secrets = new KnownSecrets();
  const results = new KeptResults({
    folder: folder(),
    secrets,
    hasRun: () => Promise.resolve(true),
    note: (sentence) => notes.push(sentence),
    ...ports,
  });
  const all = async () => (await results.read(null, everywhere)).results;
  return { results, notes, secrets, all };
}

describe('results of scenarios', () => {
  it('are there after a restart, with all of their rows, for nobody else to read', async () => {
    const first = kept();
    first.results.keep(happy, [result(happy, { row: 1 }), result(happy, { row: 2, outcome: 'failed' })]);
    await first.results.close();
    expect((await stat(folder())).mode & 0o777).toBe(0o700);
    expect((await stat(fileOf(happy))).mode & 0o777).toBe(0o600);
    const again = await kept().all();
    expect(again.map(({ outcome, row }) => [row, outcome])).toEqual([
      [1, 'passed'],
      [2, 'failed'],
    ]);
  });

  it('are those of the last time', async () => {
    const { all, results } = kept();
    results.keep(happy, [result(happy)]);
    results.keep(happy, [result(happy, { outcome: 'stopped' })]);
    expect((await all()).map(({ outcome }) => outcome)).toEqual(['stopped']);
  });

  it('of scenarios that are gone are not given, and neither are runs that are gone', async () => {
    const runId = storyId('rn', 'told');
    const { results } = kept({ hasRun: () => Promise.resolve(false) });
    results.keep(happy, [result(happy, { runId })]);
    results.keep(lost, [result(lost, { runId })]);
    const read = await results.read(null, (id) => id === happy);
    expect(read.results.map((each) => [each.scenarioId, each.runId])).toEqual([[happy, null]]);
  });

  it('come in pieces', async () => {
    const { results } = kept();
    const said = [{ who: 'bot', text: 'x'.repeat(1_100_000) }] as const;
    const ids = ['one', 'two', 'three'].map((name) => storyId('sc', name)).sort();
    for (const id of ids) results.keep(id, [result(id, { said: [...said] })]);
    const seen: string[] = [];
    let after: (typeof ids)[number] | null = null;
    do {
      const piece: Awaited<ReturnType<KeptResults['read']>> = await results.read(after, everywhere);
      expect(piece.results).toHaveLength(1);
      seen.push(...piece.results.map(({ scenarioId }) => scenarioId));
      after = piece.next;
    } while (after !== null);
    expect(seen).toEqual(ids);
  });

  it('that are damaged are set aside, and the others are there', async () => {
    const first = kept();
    first.results.keep(happy, [result(happy)]);
    first.results.keep(lost, [result(lost)]);
    await first.results.close();
    await writeFile(fileOf(happy), '{"format":"flowbench.scenario-res');
    await writeFile(root.file('scenario-results', '.x.json.flowbench-999999999-aaaaaaaaaaaa.tmp'), 'half');
    const { all, notes } = kept();
    expect((await all()).map(({ scenarioId }) => scenarioId)).toEqual([lost]);
    expect((await readdir(folder())).sort()).toEqual([`${happy}.json.damaged-1`, `${lost}.json`].sort());
    expect(notes).toEqual([expect.stringMatching(/^Results of a scenario were damaged/)]);
  });

  it('that are too large lose conversations first, and are not kept where that does not help', async () => {
    const { all, results } = kept();
    const large = 'x'.repeat(1_200_000);
    const said = [{ who: 'bot' as const, text: large }];
    results.keep(happy, [result(happy, { row: 1, said }), result(happy, { row: 2, said })]);
    expect((await all()).map((each) => each.said?.length ?? null)).toEqual([1, null]);
    const failed = { outcome: 'failed', results: [expectation(large), expectation(large)] } as const;
    results.keep(happy, [result(happy, { ...failed, results: [...failed.results] })]);
    expect(await all()).toEqual([]);
    expect(await readdir(folder())).toEqual([]);
  });

  it('take only so much room: the oldest go', async () => {
    const first = kept();
    first.results.keep(happy, [result(happy)]);
    await first.results.close();
    await utimes(fileOf(happy), 1, 1);
    const { all, results } = kept({ mostBytes: 400 });
    results.keep(lost, [result(lost)]);
    expect((await all()).map(({ scenarioId }) => scenarioId)).toEqual([lost]);
  });

  it('lose what becomes a secret, also later', async () => {
    const { results, secrets } = kept();
    const word = 'correct-horse';
    results.keep(happy, [result(happy, { outcome: 'failed', results: [expectation(`it was ${word}`)] })]);
    await results.read(null, everywhere);
    expect(await readFile(fileOf(happy), 'utf8')).toContain(word);
    secrets.add([{ value: word }]);
    results.keep(lost, [
      result(lost, { trouble: `${word} is wrong`, said: [{ who: 'person', text: word }] }),
    ]);
    await results.close();
    for (const id of [happy, lost]) {
      const text = await readFile(fileOf(id), 'utf8');
      expect(text).not.toContain(word);
      expect(text).toContain(maskText);
    }
  });

  it('have no cookies that servers set', () => {
    const head = {
      type: 'response-head',
      headers: [['Set-Cookie', 'session=abc123def456; Path=/']],
    } as never;
    const shown = resultToKeep(result(happy, { results: [expectation('got abc123def456')] }), [head]);
    expect(shown.results[0]?.actual).toBe(`got ${maskText}`);
  });

  it('are told of once where the disk refuses, and scenarios go on', async () => {
    await writeFile(folder(), 'a file in the way');
    const { all, notes, results } = kept();
    results.keep(happy, [result(happy)]);
    expect(await all()).toEqual([]);
    await results.close();
    expect(notes).toEqual([expect.stringMatching(/^Results of scenarios could not be kept: /)]);
  });
});
