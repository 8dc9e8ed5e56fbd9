// What `npm pack` makes: a command that is installed into an empty folder with no network, and runs there.
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { npmCommand } from '../../../scripts/steps/install-dependencies.mjs';
import { inProject } from '../../../scripts/steps/project.mjs';
import { commandLineBuilt } from '../../support/command-line.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const run = promisify(execFile);
const npm = (args: readonly string[], cwd: string) => run(...npmCommand(args), { cwd });
beforeAll(commandLineBuilt, 60_000);

test('installs from its archive without a network, and runs the example', { timeout: 120_000 }, async () => {
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder.path];
  const { stdout } = await npm(pack, inProject('.'));
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  const names = packed.files.map((file) => file.path);
  expect(names).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'out/cli/flowbench.js', 'out/cli/flowbench-program.cjs']),
  );
  // Nothing is there by accident, and the main program, which npm would take along by itself, is not.
  const known = /^(out\/cli\/flowbench|docs\/schemas\/|examples\/|(LICENSE|README\.md|package\.json)$)/;
  expect(names.filter((name) => !known.test(name))).toEqual([]);

  const empty = folder.file('empty');
  await mkdir(empty);
  await writeFile(folder.file('empty', 'package.json'), '{"private":true}');
  // A cache of its own: nothing can come from what an earlier installation has fetched.
  const offline = ['--offline', '--no-audit', '--no-fund', '--cache', folder.file('cache')];
  await npm(['install', ...offline, folder.file(packed.filename)], empty);
  const lock = JSON.parse(await readFile(folder.file('empty', 'package-lock.json'), 'utf8')) as {
    packages: object;
  };
  expect(Object.keys(lock.packages)).toEqual(['', 'node_modules/flowbench']);
  const program = folder.file('empty', 'node_modules', '.bin', 'flowbench');
  const passed = await run(program, ['run', 'node_modules/flowbench/examples/order-lookup'], { cwd: empty });
  expect(passed.stdout).toMatch(/\n\d+ passed in /);
});
