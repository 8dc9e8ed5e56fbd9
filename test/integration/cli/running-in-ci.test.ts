// The commands of the guide for build servers do what it says, one after the other, on the example.
import { cp, readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { inProject } from '../../../scripts/steps/project.mjs';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);

const guide = await readFile(inProject('docs', 'guides', 'running-in-ci.md'), 'utf8');
const parts = ['1', '2', '3', '4'];
/** A command for each machine, where the guide has one for all. */
const onEachMachine = (command: string): readonly string[] =>
  command.includes('matrix.part')
    ? parts.map((part) => command.replaceAll(/\$\{\{ matrix\.part \}\}/g, part))
    : [command];
/** The arguments of every command of the guide that is for the example, or would be, as a shell makes them. */
const commands = [...guide.matchAll(/npm run -s flowbench -- (\S.*)$/gm)]
  .flatMap(([, args = '']) => onEachMachine(args))
  .map((args) =>
    args
      .replace('../acme-shop', 'examples/order-lookup')
      .replace('part-*.jsonl', parts.map((part) => `part-${part}.jsonl`).join(' '))
      .split(' '),
  );

test('the guide has commands', () => {
  expect([...new Set(commands.map(([command]) => command))]).toEqual(['lint', 'run', 'report']);
  expect(commands).toHaveLength(12);
});

test('each of them passes, and writes its reports', { timeout: 120_000 }, async () => {
  await cp(inProject('examples'), folder.file('examples'), { recursive: true });
  for (const args of commands) {
    const { code, errors } = await ran(args, { folder: folder.path });
    expect({ args, code, errors }).toEqual({ args, code: 0, errors: '' });
    for (const report of args.flatMap((arg) => /^\w+=(.+)$/.exec(arg)?.[1] ?? []))
      expect((await readFile(folder.file(report), 'utf8')).length).toBeGreaterThan(100);
  }
});
