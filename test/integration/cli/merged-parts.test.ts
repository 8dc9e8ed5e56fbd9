// A run in parts, merged, is the run of the whole; a scenario that passes only when it is run again is told as flaky everywhere.
import { readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleFolder } from '../../stories/order-lookup.ts';
import { callingWorkspace } from '../../support/calling-workspace.ts';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { HttpRecorder } from '../../support/servers/http-recorder.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);
const flowbench = (...args: readonly string[]) => ran(args, { folder: folder.path });
const read = (name: string) => readFile(folder.file(name), 'utf8');

const names = ['human', 'json', 'junit', 'tap', 'github', 'html'];
const reports = (beginning: string) =>
  names.flatMap((name) => ['--reporter', `${name}=${beginning}.${name}`]);
/** What a report says without how long it took and when that was. */
const timeless = (text: string) =>
  text
    .replaceAll(/\d+(\.\d+)? (ms|s)\b/g, 'so long')
    .replaceAll(/time="[\d.]+"/g, '')
    .replaceAll(/"\w*(Ms|At|at)":("[^"]*"|[\d.]+)/g, '')
    .replaceAll(/20\d\d-[\d-]+T[\d:.]+Z/g, 'then')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'the sample')
    .replaceAll(/"(localPort|remotePort|port)":\d+/g, '')
    .replaceAll(/<td class="short">[\d.]+<\/td>/g, '');

describe('flowbench report merge', () => {
  test('reports of three parts what a run of the whole reports', async () => {
    expect((await flowbench('run', exampleFolder, '--coverage', ...reports('whole'))).code).toBe(0);
    const parts = await Promise.all(
      [1, 2, 3].map(async (part) => {
        const file = `part-${String(part)}.jsonl`;
        const shard = [
          '--shard',
          `${String(part)}/3`,
          '--reporter',
          `json=${file}`,
          '--timings',
          `${file}.times`,
        ];
        expect((await flowbench('run', exampleFolder, '--coverage', ...shard)).code).toBe(0);
        return file;
      }),
    );
    const merged = await flowbench(
      'report',
      'merge',
      ...parts,
      ...reports('merged'),
      '--timings',
      'times.json',
    );
    expect(merged).toEqual({ code: 0, errors: '', output: '' });
    for (const name of ['human', 'junit', 'tap', 'github'])
      expect(timeless(await read(`merged.${name}`)), name).toBe(timeless(await read(`whole.${name}`)));
    const counts = async (file: string) =>
      JSON.parse(/.*"type":"over".*/.exec(await read(file))?.[0] ?? '') as Record<string, unknown>;
    const { tookMs: _whole, ...whole } = await counts('whole.json');
    const { tookMs: _merged, ...together } = await counts('merged.json');
    expect(together).toEqual(whole);
    // The times of all parts, for the next time.
    expect(Object.keys(JSON.parse(await read('times.json')) as object)).toHaveLength(11);
  });

  test('tells of a part that is missing, and ends with 3', async () => {
    await flowbench('run', exampleFolder, '--shard', '1/2', '--reporter', 'json=one.jsonl');
    const { code, errors, output } = await flowbench('report', 'merge', 'one.jsonl', '--reporter', 'tap');
    expect(code).toBe(3);
    expect(errors).toContain('Part 2 of 2 is missing.\n');
    expect(output).toContain(' - Part 2 of 2 is missing.');
  });

  test.each<[readonly string[], number, string]>([
    [[], 2, 'flowbench report has one thing to do: flowbench report merge FILE….'],
    [['merge'], 2, 'flowbench report merge takes the JSON reports of all parts.'],
    [['merge', 'a', '--reporter', 'pdf'], 2, 'There is no reporter "pdf".'],
    [['merge', 'a', '--shard', '1/2'], 2, 'There is no option --shard.'],
    [['merge', 'none.jsonl'], 3, 'none.jsonl cannot be read'],
    [['merge', 'junk.jsonl'], 3, 'junk.jsonl is not a report that this version can read: line 1'],
  ])('says what it was asked wrongly: %j', async (args, code, sentence) => {
    await writeFile(folder.file('junk.jsonl'), '{"type":"poem"}\n');
    const result = await flowbench('report', ...args);
    expect([result.code, result.output]).toEqual([code, '']);
    expect(result.errors).toContain(sentence);
  });
});

describe('a scenario that fails', () => {
  const answers = (badOnes: number) => (_: unknown, number: number) =>
    `HTTP/1.1 ${number < badOnes ? '404 No' : '200 OK'}\r\nContent-Length: 0\r\n\r\n`;

  test('is run again as often as asked, and is flaky in every report where it passes then', async () => {
    await using server = await HttpRecorder.start(answers(2));
    await callingWorkspace(folder.file('calls'), server.origin);
    const { code, output } = await flowbench('run', 'calls', '--retries', '3', ...reports('r'));
    expect([code, output]).toEqual([0, '']);
    expect(server.requests).toHaveLength(3);
    const human = await read('r.human');
    expect(human).toMatch(/✓ Calls › Succeeds .*flaky: passed at try 3/);
    expect(human).toContain('try 1 failed:');
    expect(human).toContain('1 passed, 1 of them flaky');
    expect(await read('r.json')).toMatch(/"outcome":"passed","flaky":true,"tries":3/);
    expect(await read('r.json')).toMatch(
      /"type":"over","passed":1,"failed":0,"not-run":0,"skipped":0,"flaky":1/,
    );
    expect((await read('r.junit')).match(/<flakyFailure /g)).toHaveLength(2);
    expect(await read('r.junit')).toContain('failures="0"');
    expect(await read('r.tap')).toContain(
      'ok 1 - Calls › Succeeds\n  ---\n  tries: "flaky: passed at try 3"',
    );
    expect(await read('r.github')).toMatch(/^::warning file=.*::It is flaky: it passed at try 3\./);
    expect(await read('r.html')).toContain('flaky: passed at try 3');
    // Merged, it still is.
    const merged = await flowbench('report', 'merge', 'r.json', '--reporter', 'junit');
    expect(merged.code).toBe(0);
    expect(merged.output.match(/<flakyFailure /g)).toHaveLength(2);
  });

  test('fails where it does every time, and says how often', async () => {
    await using server = await HttpRecorder.start(answers(9));
    await callingWorkspace(folder.file('calls'), server.origin);
    const { code, output } = await flowbench('run', 'calls', '--retries', '1', '--reporter', 'junit');
    expect(code).toBe(1);
    expect(server.requests).toHaveLength(2);
    expect(output).toContain('<failure ');
    expect(output.match(/<rerunFailure /g)).toHaveLength(1);
  });

  test('is not run again where nobody asked', async () => {
    await using server = await HttpRecorder.start(answers(1));
    await callingWorkspace(folder.file('calls'), server.origin);
    expect((await flowbench('run', 'calls', '--retries', '0')).code).toBe(1);
    expect(server.requests).toHaveLength(1);
  });
});
