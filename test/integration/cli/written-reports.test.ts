// Where reports are written: a place that takes nothing loses only the report that is meant for it, and nothing that is read, or another report, is written over.
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exampleFolder } from '../../stories/order-lookup.ts';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);
beforeEach(() => cp(exampleFolder, folder.file('example'), { recursive: true }));
const flowbench = (...args: readonly string[]) => ran(args, { folder: folder.path });
const run = (...args: readonly string[]) => flowbench('run', 'example', '--flow', 'User greeting', ...args);
const reporters = (...wishes: readonly string[]) => wishes.flatMap((wish) => ['--reporter', wish]);
const read = (name: string) => readFile(folder.file(name), 'utf8');

/** A device on which no space is left, as Linux has one. */
const full = '/dev/full';
const isFull = `The report ${full} cannot be written: the disk is full.\n`;

describe.runIf(process.platform === 'linux')('a report on a full disk', () => {
  test.each(['human', 'json', 'junit', 'tap', 'github', 'html'])(
    'is told, and the others are written: %s',
    async (name) => {
      const wishes = reporters(`${name}=${full}`, 'html=after.html', 'tap=after.tap');
      expect(await run(...wishes, '--timings', 'times.json')).toEqual({
        code: 3,
        output: '',
        errors: isFull,
      });
      expect(await read('after.tap')).toMatch(/^TAP version 14\n1\.\.\d+\nok 1 /);
      expect(await read('after.html')).toContain('All scenarios passed');
      expect(Object.keys(JSON.parse(await read('times.json')) as object)).not.toEqual([]);
    },
  );

  test('does not hide that a scenario failed', async () => {
    const wrong = ['--var', 'language=xx', ...reporters(`junit=${full}`)];
    expect(await run(...wrong)).toMatchObject({ code: 1, errors: isFull });
  });

  test('is told where parts are merged', async () => {
    expect((await run(...reporters('json=part.jsonl'))).code).toBe(0);
    const merged = await flowbench(
      'report',
      'merge',
      'part.jsonl',
      ...reporters(`junit=${full}`, 'tap=all.tap'),
    );
    expect(merged).toEqual({ code: 3, output: '', errors: isFull });
    expect(await read('all.tap')).toContain('\nok 1 ');
  });
});

describe('a file of a report', () => {
  test.each([
    ['x.out', 'x.out'],
    ['x.out', './x.out'],
    ['x.out', 'other/../x.out'],
    ['real/x.out', 'linked/x.out'],
  ])('is not that of another one: %s and %s', async (one, other) => {
    await mkdir(folder.file('real'));
    await symlink(folder.file('real'), folder.file('linked'));
    const { code, errors, output } = await run(...reporters(`junit=${one}`, `tap=${other}`));
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain('--reporter tap and --reporter junit would be written into one file');
  });

  test('is not that of the times', async () => {
    const { code, errors } = await run(...reporters('json=times.json'), '--timings', 'times.json');
    expect(code).toBe(2);
    expect(errors).toContain('--reporter json and --timings would be written into one file');
  });

  test.each([
    'example/flowbench.json',
    'example/scenarios/order-lookup/happy-path.json',
    'example/flows/report.json',
    'rows.json',
    'linked.json',
  ])('is none that is read: %s', async (file) => {
    await writeFile(folder.file('rows.json'), '[{"language":"pt"}]');
    await symlink(folder.file('rows.json'), folder.file('linked.json'));
    const before = await read(file).catch(() => null);
    const { code, errors, output } = await run('--data', 'rows.json', ...reporters(`junit=${file}`));
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(`The report junit would be written over ${folder.file(file)}`);
    expect(await read(file).catch(() => null)).toBe(before);
  });

  test('is no bundle that is run, and no part that is merged', async () => {
    await flowbench('export', 'example', '--output', 'b.flowbundle.json');
    const bundle = await read('b.flowbundle.json');
    expect((await flowbench('run', 'b.flowbundle.json', ...reporters('tap=b.flowbundle.json'))).code).toBe(2);
    expect(await read('b.flowbundle.json')).toBe(bundle);
    await run(...reporters('json=part.jsonl'));
    const part = await read('part.jsonl');
    expect((await flowbench('report', 'merge', 'part.jsonl', ...reporters('tap=part.jsonl'))).code).toBe(2);
    expect(await read('part.jsonl')).toBe(part);
  });

  test('may lie in the folder of the workspace, and a device take several', async () => {
    expect((await run(...reporters('junit=example/report.xml', 'tap=example/reports/report.tap'))).code).toBe(
      0,
    );
    expect(await read('example/report.xml')).toContain('<testsuites');
    expect((await run(...reporters('junit=/dev/null', 'tap=/dev/null'))).code).toBe(0);
  });
});
