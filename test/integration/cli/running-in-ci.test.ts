// The commands of the guide for build servers do what it says, on the example.
import { cp, readFile } from 'node:fs/promises';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { inProject } from '../../../scripts/steps/project.mjs';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);
beforeEach(() => cp(inProject('examples'), folder.file('examples'), { recursive: true }));

const guide = await readFile(inProject('docs', 'guides', 'running-in-ci.md'), 'utf8');
/** The arguments of every command of the guide that is for the example, or would be. */
const commands = [...guide.matchAll(/npm run -s flowbench -- (\S.*)$/gm)].map(([, args = '']) =>
  args.replace('../acme-shop', 'examples/order-lookup').split(' '),
);

test('the guide has commands', () => {
  expect(commands.map(([command]) => command)).toEqual(['lint', 'run', 'run', 'run']);
});

test.each(commands)('%s %s passes, and writes its reports', async (...args) => {
  const { code, errors } = await ran(args, { folder: folder.path });
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  for (const report of args.flatMap((arg) => /^\w+=(.+)$/.exec(arg)?.[1] ?? []))
    expect((await readFile(folder.file(report), 'utf8')).length).toBeGreaterThan(100);
});
