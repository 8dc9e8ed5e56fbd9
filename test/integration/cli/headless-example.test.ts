// Where there is no display this program is all a person sees of Flowbench, so it runs here as built, with nothing but
// Node.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wentWell } from '#electron/cli/report-example.ts';
import { runExample } from '#electron/cli/run-example.ts';
import { readJson } from '#shared/value/read-json.ts';
import { exampleFolder } from '../../stories/order-lookup.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);
const silent = () => undefined;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'flowbench-example-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the example in plain Node', () => {
  let output: string;
  beforeAll(async () => {
    const build =
      "import('./scripts/steps/build-parts.mjs').then((parts) => parts.buildPart('command-line'))";
    await run(process.execPath, ['--eval', build], { cwd: root });
    const program = path.join(root, 'out/cli/headless-example.js');
    // From elsewhere, with an empty home: it needs nothing but Node and its own files.
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, TMPDIR: folder };
    output = (await run(process.execPath, [program], { cwd: folder, env })).stdout;
  });

  test('prints the conversation', () => {
    expect(output.split('\n').slice(2, 9)).toEqual([
      '  bot  Hi! I can look up your order at Acme Shop.',
      '  bot  What is your order number? Try 10482.',
      '  you  10482',
      '       → Get order 200',
      '  bot  Thank you, Ana Sousa. Your order is shipped.',
      '       → Track parcel 200 at attempt 3',
      '  bot  It is in Coimbra and should arrive on 2026-03-13.',
    ]);
  });

  test('prints every call with method, address, status and time', () => {
    expect(output).toMatch(
      /^ {2}Get order {5}GET http:\/\/127\.0\.0\.1:\d+\/orders\/10482\?locale=en-GB {2}200 OK {2}[\d.]+ ms$/m,
    );
    expect(output).toMatch(
      /^ {16}attempt 1: 503 Service Unavailable after [\d.]+ ms, then a pause of [\d.]+ ms$/m,
    );
  });

  test('prints the response variable as JSON with every digit', () => {
    const json = /^ {2}order = (\{\n[\s\S]*?\n {2}\})$/m.exec(output)?.[1] ?? '';
    const order = readJson(json);
    expect(order.ok && order.value).toMatchObject({
      status: 'success',
      status_code: 200,
      body: { id: 10482, customer: { name: 'Ana Sousa' } },
    });
    expect(json).toContain('"total": 43.90');
    expect(json).toContain('"ledger_entry": 90071992547409931482');
  });

  test('prints no colours into a pipe, and says at last how it ended', () => {
    expect(output).not.toContain('\u001b');
    expect(output.trimEnd().split('\n').at(-1)).toMatch(/^The run ended normally after \d+\.\d\d s\.$/);
  });

  test('leaves nothing behind', async () => {
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('an example that cannot be run', () => {
  const changed = async (change: (files: string) => Promise<void>) => {
    const files = await mkdtemp(path.join(folder, 'changed-'));
    await cp(exampleFolder, files, { recursive: true });
    await change(files);
    return runExample(files, silent, silent);
  };
  const withAnswers = (answers: object) => (files: string) =>
    writeFile(
      path.join(files, 'answers.json'),
      JSON.stringify({ flow: 'Order lookup', environment: 'local', inputs: {}, answers: [], ...answers }),
    );

  test.each([
    ['no such flow', withAnswers({ flow: 'Nobody' }), 'The workspace has no flow "Nobody".'],
    ['no such environment', withAnswers({ environment: 'moon' }), 'The workspace has no environment "moon".'],
  ])('is a sentence: %s', async (_, change, failure) => {
    expect(await changed(change)).toEqual({ ok: false, failure });
  });

  test('is a sentence where there are no answers or no workspace', async () => {
    expect(await changed((files) => rm(path.join(files, 'answers.json')))).toMatchObject({ ok: false });
    expect(await changed((files) => rm(path.join(files, 'flowbench.json')))).toMatchObject({ ok: false });
  });

  test.each([
    ['an unknown order', ['1'], 'There is no order 1.'],
    ['an order without a parcel', ['10483'], 'Sorry, I cannot find out more right now.'],
    ['three bad answers', ['a', 'b', 'c'], 'No problem. Come back when you have it.'],
  ])('is none where only the conversation takes another way: %s', async (_, answers, last) => {
    const ran = await changed(withAnswers({ answers }));
    if (!ran.ok) throw new Error(ran.failure);
    const said = ran.value.run.events.flatMap((event) => (event.type === 'said' ? [event.text] : []));
    expect(said.at(-1)).toBe(last);
    expect(ran.value.run.end.outcome).toBe('ended');
  });

  test('did not go well where answers are lacking', async () => {
    const ran = await changed(withAnswers({ answers: [] }));
    expect(ran.ok && wentWell(ran.value.run)).toBe(false);
  });

  test('runs the greeting flow with its JSON body', async () => {
    const ran = await changed(
      withAnswers({ flow: 'User greeting', environment: 'staging', answers: ['Zoë "Zo"'] }),
    );
    if (!ran.ok) throw new Error(ran.failure);
    expect(wentWell(ran.value.run)).toBe(true);
    const said = ran.value.run.events.flatMap((event) => (event.type === 'said' ? [event.text] : []));
    expect(said).toEqual(['Schön, dass du da bist, Zoë "Zo"!']);
    expect(ran.value.run.end.result?.type).toBe('object');
  });

  test('warns of nothing', async () => {
    const answers = JSON.parse(await readFile(path.join(exampleFolder, 'answers.json'), 'utf8')) as object;
    const ran = await changed(withAnswers(answers));
    expect(ran.ok && ran.value.run.events.filter(({ type }) => type === 'warned')).toEqual([]);
  });
});
