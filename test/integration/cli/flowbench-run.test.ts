// `flowbench run` as build servers start it: the example without a network, every way to end, and no secret anywhere.
import { chmod, cp, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandSurroundings } from '#electron/cli/command.ts';
import { runCommand } from '#electron/cli/run/run-command.ts';
import { inProject } from '../../../scripts/steps/project.mjs';
import { exampleFolder } from '../../stories/order-lookup.ts';
import { callingWorkspace } from '../../support/calling-workspace.ts';
import { canaries } from '../../support/canaries.ts';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { bytesFound, formsFound } from '../../support/search-bytes.ts';
import { HttpRecorder } from '../../support/servers/http-recorder.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { ranWithoutNetwork } from '../../support/without-network.ts';
import { echoingWorkspace } from '../../support/echoing-workspace.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);

const happyPath = 'scenarios/order-lookup/happy-path.json';
const changed = async (file: string, change: (text: string) => string): Promise<void> => {
  const name = folder.file('example', file);
  await writeFile(name, change(await readFile(name, 'utf8')));
};
const run = (...args: readonly string[]) => ran(['run', 'example', ...args], { folder: folder.path });

describe('flowbench run', () => {
  beforeEach(() => cp(exampleFolder, folder.file('example'), { recursive: true }));

  test('runs every scenario of the example, in words, without colour or progress in a pipe', async () => {
    const { code, errors, output } = await run();
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain('✓ Order lookup › Happy path ');
    expect(output).toContain('✓ Order lookup › Unknown orders, row 2 ');
    expect(output).toMatch(/\n\n12 passed in [\d.]+ m?s\n$/);
    expect(output).not.toContain('\u001b');
  });

  test('needs no network: it runs the same in a place that has none', () => {
    const node = [process.execPath, inProject('out', 'cli', 'flowbench.js'), 'run', folder.file('example')];
    const output = ranWithoutNetwork([...node, '--reporter', 'json']);
    const over = JSON.parse(output.trimEnd().split('\n').at(-1)!) as object;
    expect(over).toMatchObject({ type: 'over', passed: 12, failed: 0, 'not-run': 0 });
  });

  test('says what failed at which event, in every report, and ends with 1', async () => {
    await changed(happyPath, (text) =>
      text.replace('Your order is shipped."\n      }', 'Your order is <lost> & gone."\n      }'),
    );
    const reports = ['junit', 'tap', 'github', 'json', 'html'].flatMap((name) => [
      '--reporter',
      `${name}=report.${name}`,
    ]);
    const { code, output } = await run('--reporter', 'human', ...reports);
    expect(code).toBe(1);
    expect(output).toContain('✗ Order lookup › Happy path');
    expect(output).toContain('"Order found" says it (event 25, said at "Order found")');
    expect(output).toContain('expected: "Thank you, Ana Sousa. Your order is <lost> & gone."');
    expect(output).toContain('actual:   "Thank you, Ana Sousa. Your order is shipped."');
    expect(output).toContain('11 passed, 1 failed');
    const report = (name: string) => readFile(folder.file(`report.${name}`), 'utf8');
    expect(await report('junit')).toContain('Your order is &lt;lost&gt; &amp; gone.');
    expect(await report('junit')).toContain('tests="12" failures="1" errors="0"');
    expect(await report('tap')).toMatch(/^TAP version 14\n1\.\.12\n/);
    expect(await report('tap')).toMatch(/\nnot ok \d - Order lookup › Happy path\n {2}---\n/);
    expect(await report('github')).toContain(
      `::error file=example/${happyPath},title=Order lookup › Happy path::`,
    );
    const results = (await report('json'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const failed = results.find(({ outcome, type }) => type === 'scenario' && outcome === 'failed');
    expect(failed).toMatchObject({ name: 'Happy path', flow: 'Order lookup' });
    expect(results.filter(({ type }) => type === 'event').length).toBeGreaterThan(100);
  });

  test('begins no further scenario after a failure, when asked', async () => {
    await changed('scenarios/order-lookup/carrier-down.json', (text) =>
      text.replace('"attempts": 4', '"attempts": 9'),
    );
    const { code, output } = await run('--bail', '--flow', 'Order lookup');
    expect(code).toBe(1);
    expect(output).toContain('1 failed, 4 skipped');
  });

  test('ends with 3 where something could not run, and tells why', async () => {
    await changed(happyPath, (text) => text.replace('fl_dprem2xcg2hz', 'fl_aaaaaaaaaaaa'));
    await writeFile(folder.file('example', 'scenarios', 'broken.json'), '{');
    const { code, errors, output } = await run();
    expect(code).toBe(3);
    expect(output).toContain('The flow of "Happy path" is not in the workspace.');
    expect(output).toContain('11 passed, 1 could not run');
    expect(errors).toContain('scenarios/broken.json is damaged');
    // It only reads: what is damaged stays where it is.
    expect(await readdir(folder.file('example', 'scenarios'))).toContain('broken.json');
  });

  test('chooses by flow, scenario, tag and part', async () => {
    const passed = async (...args: readonly string[]) =>
      (await run(...args)).output.match(/(\d+) passed/)?.[1];
    expect(await passed('--flow', 'Support', '--flow', 'User greeting')).toBe('2');
    expect(await passed('--scenario', 'Unknown orders')).toBe('2');
    expect(await passed('--tag', 'smoke')).toBe('2');
    const parts = [await passed('--shard', '1/2'), await passed('--shard', '2/2')].map(Number);
    expect(parts[0]! + parts[1]!).toBe(12);
  });

  test('writes times, and shares the work out by them', async () => {
    expect((await run('--timings', 'no/such/times.json')).code).toBe(0);
    const times = JSON.parse(await readFile(folder.file('no', 'such', 'times.json'), 'utf8')) as Record<
      string,
      number
    >;
    expect(Object.keys(times)).toHaveLength(11);
    const [heavy = ''] = Object.keys(times);
    // Each part has the times as they were before: it writes its own at the end.
    const parts = await Promise.all(
      ['1/2', '2/2'].map(async (part, at) => {
        const file = `times-${String(at)}.json`;
        await writeFile(folder.file(file), JSON.stringify({ ...times, [heavy]: 1_000_000 }));
        return run('--shard', part, '--timings', file, '--reporter', 'json');
      }),
    );
    const counts = parts.map(
      ({ output }) =>
        new Set(
          output
            .split('\n')
            .filter((line) => line.startsWith('{"type":"scenario"'))
            .map((line) => (JSON.parse(line) as { id: string }).id),
        ).size,
    );
    expect(counts.sort((a, b) => a - b)).toEqual([1, 10]);
  });

  test('takes rows, inputs and answers from outside', async () => {
    await writeFile(folder.file('rows.csv'), 'number,said\n7,There is no order 7.\n8,There is no order 9.\n');
    const rows = await run('--scenario', 'Unknown orders', '--data', 'rows.csv');
    expect(rows.code).toBe(1);
    expect(rows.output).toContain('1 passed, 1 failed');
    await writeFile(folder.file('answers.json'), '{"answers": ["Ana"]}');
    const answers = await run(
      '--flow',
      'User greeting',
      '--answers',
      'answers.json',
      '--var',
      'language=de',
      '--reporter',
      'json',
    );
    expect(answers.code).toBe(0);
    expect(answers.output).toContain('Schön, dass du da bist, Ana!');
  });

  test('writes snapshots anew when asked, and nothing else', async () => {
    await changed(happyPath, (text) => text.replace('"text": "Hi! I can look', '"text": "Hello! I can look'));
    expect((await run('--scenario', 'Happy path')).code).toBe(1);
    const updated = await run('--scenario', 'Happy path', '--update-snapshots');
    expect(updated.output).toContain('(snapshot written)');
    expect(await readFile(folder.file('example', happyPath), 'utf8')).toBe(
      await readFile(path.join(exampleFolder, happyPath), 'utf8'),
    );
    expect((await run('--scenario', 'Happy path')).code).toBe(0);
  });

  test('records what the network answered, and needs none from then on', async () => {
    await changed('scenarios/user-greeting/in-portuguese.json', (text) => {
      const { standIns: _, network: __, ...live } = JSON.parse(text) as Record<string, unknown>;
      return JSON.stringify({ ...live, expect: [] });
    });
    const one = ['--scenario', 'In Portuguese', '--reporter', 'json'] as const;
    const said = (output: string) => /"said","text":"([^"]*)"/.exec(output)?.[1];
    const live = await run(...one, '--record');
    expect(live.output).toContain('"written":"recording"');
    const fixture = folder.file('example', 'fixtures', 'user-greeting', 'in-portuguese-make-a-greeting.json');
    expect(JSON.parse(await readFile(fixture, 'utf8'))).toMatchObject({ statusCode: 201, reason: 'Created' });
    const stored = await run(...one);
    expect(stored.output).toContain('"standIn":{"type":"fixture","name":"In Portuguese: Make a greeting"}');
    expect(said(stored.output)).toBe(said(live.output));
    expect((await run(...one, '--record')).output).toContain('"written":null');
  });

  test('tells what no scenario came to', async () => {
    const { output } = await run('--flow', 'User greeting', '--coverage');
    expect(output).toContain('Coverage of User greeting: 5 of 7 nodes');
    expect(output).toContain('never: "Make a greeting" with failure');
  });

  test('runs several at a time with the same results', async () => {
    const facts = async (...args: readonly string[]) =>
      (await run('--reporter', 'tap', ...args)).output.replaceAll(/\d+ ms/g, '');
    expect(await facts('--parallel', '4')).toBe(await facts());
  });
});

describe('a person', () => {
  const surroundings = (more: Partial<CommandSurroundings> = {}) => {
    const printed: string[] = [];
    const progress: string[] = [];
    const given: CommandSurroundings = {
      args: [exampleFolder, '--flow', 'Support'],
      env: {},
      folder: folder.path,
      input: Readable.from([]),
      print: (text) => void printed.push(text),
      say: (text) => void printed.push(text),
      isTerminal: true,
      progress: (text) => void progress.push(text),
      signal: new AbortController().signal,
      ...more,
    };
    return { given, printed, progress };
  };

  test('at a terminal sees colours and how far it is, and the progress is gone before the next line', async () => {
    const { given, printed, progress } = surroundings();
    expect(await runCommand.run(given)).toBe(0);
    expect(printed[0]?.startsWith('\u001b[32m✓\u001b[39m Support › A question ')).toBe(true);
    expect(progress).toEqual(['', '', '1 of 1', '']);
  });

  test('who wants no colours has none', async () => {
    const { given, printed } = surroundings({ env: { NO_COLOR: '1' } });
    expect(await runCommand.run(given)).toBe(0);
    expect(printed.join('')).not.toContain('\u001b');
  });

  test('who interrupts it ends what is under way and leaves out the rest', async () => {
    await using server = await HttpRecorder.start(() => ({ then: 'silence' }));
    await callingWorkspace(folder.file('calls'), server.origin, ['First', 'Second']);
    const stop = new AbortController();
    const args = ['calls', '--reporter', 'tap'];
    const { given, printed } = surroundings({ args, signal: stop.signal });
    const running = runCommand.run(given);
    await server.request();
    stop.abort();
    expect(await running).toBe(1);
    expect(printed.join('\n')).toContain('it was interrupted');
    expect(printed.join('\n')).toContain('ok 2 - Calls › Second # SKIP');
    expect(server.requests).toHaveLength(1);
  });
});

describe('used wrongly, it', () => {
  beforeEach(async () => {
    await cp(exampleFolder, folder.file('example'), { recursive: true });
    await writeFile(folder.file('of-no-flow.json'), '{ "answers": [] }');
  });

  test.each<[readonly string[], number, string]>([
    [['--flow', 'Order'], 2, 'The workspace has no flow "Order". It has: "Order lookup"'],
    [['--scenario', 'Sad path'], 2, 'The workspace has no scenario "Sad path". It has: "'],
    [['--tag', 'slow'], 2, 'The workspace has no tag "slow". It has: "faults", "smoke".'],
    [['--env', 'moon'], 2, 'The workspace has no environment "moon". It has: "local", "staging".'],
    [['--reporter', 'pdf'], 2, 'There is no reporter "pdf". There are: human, json'],
    [['--reporter', 'tap', '--reporter', 'json'], 2, 'One reporter at most writes to standard output'],
    [['--shard', '3/2'], 2, '--shard takes a part of all'],
    [['--parallel', '0'], 2, '--parallel takes a whole number from 1 to 64'],
    [['--var', 'language'], 2, '--var takes NAME=VALUE'],
    [['--secrets-from', 'hunter2hunter2'], 2, 'A secret itself is never given as an argument.'],
    [['--secret', 'x'], 2, 'There is no option --secret.'],
    [['--retries'], 2, '--retries lacks its value.'],
    [['--retries', '--bail'], 2, '--retries lacks its value.'],
    [['--bail=yes'], 2, '--bail takes no value.'],
    [['elsewhere'], 2, 'One workspace is run at a time'],
    [['--answers', 'a.json'], 2, 'a.json cannot be read: it is not there.'],
    [['--answers', 'of-no-flow.json'], 2, '--answers runs one flow: say which with --flow.'],
    [['--data', 'none.csv'], 3, 'none.csv cannot be read'],
    [['--reporter', 'junit=of-no-flow.json/r.xml'], 3, 'cannot be written: a part of its path is a file.'],
    [['--reporter', 'junit=example/flowbench.json/r.xml'], 2, 'is a part of the workspace.'],
    [['--interactive', '--reporter', 'junit=r.xml', '--shard', '9/9'], 2, '--interactive has no --shard.'],
    [['--interactive', '--reporter', 'junit=r.xml'], 2, '--interactive has no --reporter.'],
    [['--interactive', '--answers', 'a.json'], 2, '--interactive has no --answers.'],
    [['--interactive', '--scenario', 'Happy path'], 2, '--interactive has no --scenario.'],
    [['--interactive', '--watch'], 2, '--interactive has no --watch.'],
    [['--answers', 'a.json', '--flow', 'Support', '--shard', '1/2'], 2, '--answers has no --shard.'],
    [['--answers', 'a.json', '--flow', 'Support', '--tag', 'nope'], 2, '--answers has no --tag.'],
    [['--answers', 'a.json', '--flow', 'Support', '--record'], 2, '--answers has no --record.'],
    [['--answers', 'a.json', '--update-snapshots'], 2, '--answers has no --update-snapshots.'],
  ])('says so: %j', async (args, code, sentence) => {
    const run1 = await run(...args);
    expect(run1.code).toBe(code);
    expect(run1.errors).toContain(sentence);
    expect(run1.output).toBe('');
    expect(run1.errors).not.toContain('hunter2');
  });

  test('explains itself, with examples', async () => {
    const { code, output } = await ran(['run', '--help']);
    expect(code).toBe(0);
    for (const args of [
      ['run', '-h'],
      ['help', 'run'],
    ])
      expect((await ran(args)).output).toBe(output);
    expect((await ran(['-h'])).output).toContain('flowbench COMMAND');
    expect(output).toContain('flowbench run . --tag smoke');
  });
});

describe('secrets', () => {
  test('are in no report and no output, in whatever form, though a server sends them back', async () => {
    await using server = await HttpRecorder.start((request) => {
      const body = JSON.stringify({ headers: request.headers, target: request.target });
      return Buffer.from(
        `HTTP/1.1 418 No\r\nContent-Type: application/json\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`,
      );
    });
    const { env, secrets } = await echoingWorkspace(folder.file('shop'), server.origin, canaries);
    const reports = ['junit', 'tap', 'github', 'json', 'html'].flatMap((name) => [
      '--reporter',
      `${name}=reports/report.${name}`,
    ]);
    const args = ['run', 'shop', '--reporter', 'human', ...reports];
    const { code, errors, output } = await ran(args, { folder: folder.path, env });
    expect(code).toBe(1);
    const request = JSON.stringify((await server.request()).headers);
    expect(request).toContain(canaries.password);
    await writeFile(folder.file('reports', 'output'), output + errors);
    expect(output).toContain('••••••••');
    for (const secret of secrets) {
      expect(await bytesFound([folder.file('reports')], secret)).toEqual([]);
      // The search finds what is there.
      expect(formsFound(Buffer.from(`x${encodeURIComponent(secret)}x`), secret)).not.toEqual([]);
    }
  });

  test('come from a file that only its owner may read', async () => {
    await using server = await HttpRecorder.start(() => 'HTTP/1.1 204 No\r\n\r\n');
    const { env } = await echoingWorkspace(folder.file('shop'), server.origin, canaries);
    const named = Object.entries(env).map(([name, value]) => [name.replace('FLOWBENCH_SECRET_', ''), value]);
    const file = folder.file('secrets.json');
    await writeFile(file, JSON.stringify(Object.fromEntries(named)), { mode: 0o644 });
    const args = ['run', 'shop', '--secrets-from', 'file:secrets.json'];
    const open = await ran(args, { folder: folder.path });
    expect([open.code, open.errors]).toEqual([3, expect.stringContaining('Give it the mode 0600.')]);
    await chmod(file, 0o600);
    await ran(args, { folder: folder.path });
    expect(server.requests[0]?.headers).toContainEqual(['Authorization', `Bearer ${canaries.password}`]);
  });

  test.each(['process', 'file'] as const)(
    'that are empty in the %s are not there: nothing is sent',
    async (from) => {
      await using server = await HttpRecorder.start(() => 'HTTP/1.1 204 No\r\n\r\n');
      const { env } = await echoingWorkspace(folder.file('shop'), server.origin, canaries);
      const all = { ...env, FLOWBENCH_SECRET_SHOP_API_X_KEY: '' };
      const named = Object.entries(all).map(([name, value]) => [
        name.replace('FLOWBENCH_SECRET_', ''),
        value,
      ]);
      await writeFile(folder.file('secrets.json'), JSON.stringify(Object.fromEntries(named)), {
        mode: 0o600,
      });
      const { code, output } = await ran(
        ['run', 'shop', ...(from === 'file' ? ['--secrets-from', 'file:secrets.json'] : [])],
        { folder: folder.path, env: from === 'file' ? {} : all },
      );
      expect(code).toBe(1);
      expect(output).toContain(
        from === 'file'
          ? `Write SHOP_API_X_KEY into ${folder.file('secrets.json')}.`
          : 'Set FLOWBENCH_SECRET_SHOP_API_X_KEY.',
      );
      expect(server.requests).toEqual([]);
    },
  );
});
