// Completion as a person meets it: Tab in a real bash, zsh and fish, of everything that the commands know.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '#electron/cli/commands.ts';
import { inProject } from '../../../scripts/steps/project.mjs';
import { commandLineBuilt, ran } from '../../support/command-line.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { inTerminal } from '../../support/terminal.ts';

const all = await commands.all();
const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);
beforeEach(async () => {
  await mkdir(folder.file('bin'));
  const program = `exec '${process.execPath}' '${inProject('out', 'cli', 'flowbench.js')}' "$@"`;
  await writeFile(folder.file('bin', 'flowbench'), `#!/bin/sh\n${program}\n`, { mode: 0o755 });
  for (const shell of ['bash', 'zsh', 'fish'])
    await writeFile(folder.file(shell), (await ran(['completion', shell])).output);
  await writeFile(folder.file('rows.csv'), '');
});

/** What bash offers for a line that ends where the cursor is, by the function that it calls itself. */
function offeredByBash(line: string): readonly string[] {
  const words = line.split(' ');
  const script = `source ./bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${String(words.length - 1)}; _flowbench; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', script], { cwd: folder.path, encoding: 'utf8' })
    .split('\n')
    .filter((word) => word !== '');
}

/** The same of fish. */
function offeredByFish(line: string): readonly string[] {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder.path };
  const script = `source ./fish; complete -C '${line}'`;
  return execFileSync('fish', ['-N', '-c', script], { cwd: folder.path, encoding: 'utf8', env })
    .split('\n')
    .filter((word) => word !== '')
    .map((word) => word.split('\t')[0] ?? '');
}

const hasFish = existsSync('/usr/bin/fish');
const hasZsh = existsSync('/usr/bin/zsh');

describe.each([
  ['bash', offeredByBash, true],
  ['fish', offeredByFish, hasFish],
] as const)('%s completes', (_, offered, isThere) => {
  test.runIf(isThere)('every command, and every option of each', () => {
    const names = all.map(({ name }) => name);
    expect(offered('flowbench ')).toEqual(expect.arrayContaining(names));
    for (const { name, options } of all)
      expect(
        offered(`flowbench ${name} --`)
          .map((option) => option.replace(/^--/, ''))
          .sort(),
        name,
      ).toEqual([...Object.keys(options), 'help'].sort());
  });

  test.runIf(isThere)('the words and files that an option takes', () => {
    expect([...offered('flowbench run --reporter j')].sort()).toEqual(['json', 'junit']);
    expect(offered('flowbench lint --fail-on w')).toEqual(['warning']);
    expect(offered('flowbench run --data ro')).toEqual(['rows.csv']);
    expect(offered('flowbench completion z')).toEqual(['zsh']);
    expect(offered('flowbench report m')).toEqual(['merge']);
    expect(offered('flowbench run --seed 1')).toEqual([]);
  });
});

const keys = { tab: '\t', enter: '\r' };

describe.skipIf(process.platform !== 'linux')('Tab', () => {
  test.runIf(hasZsh)('in zsh finishes the word that stands there', { timeout: 60_000 }, async () => {
    const env = {
      PATH: `${folder.file('bin')}:${process.env['PATH'] ?? ''}`,
      HOME: folder.path,
      PS1: 'ready> ',
    };
    await using shell = inTerminal(['zsh', '-f', '-i'], { folder: folder.path, env });
    await shell.shows('ready> ');
    shell.type(`autoload -Uz compinit; compinit -u -D; source ./zsh; print is-$((1+1))-ready${keys.enter}`);
    await shell.shows('is-2-ready');
    await shell.shows('ready> ');
    shell.type(`flowbench compl${keys.tab}`);
    await shell.shows('completion ');
    shell.type(`z${keys.tab}`);
    await shell.shows('zsh ');
    shell.type(`\u0015flowbench lint --fail-on wa${keys.tab}`);
    await shell.shows('--fail-on warning');
  });

  test('in bash finishes the word that stands there', { timeout: 60_000 }, async () => {
    const env = {
      PATH: `${folder.file('bin')}:${process.env['PATH'] ?? ''}`,
      HOME: folder.path,
      PS1: 'ready> ',
    };
    await using shell = inTerminal(['bash', '--norc', '-i'], { folder: folder.path, env });
    await shell.shows('ready> ');
    // The line of the guide.
    shell.type(`eval "$(flowbench completion bash)"; echo is-$((1+1))-ready${keys.enter}`);
    await shell.shows('is-2-ready');
    await shell.shows('ready> ');
    shell.type(`flowbench run --upd${keys.tab}`);
    await shell.shows('--update-snapshots ');
    shell.type(`--reporter ju${keys.tab}`);
    await shell.shows('junit ');
  });
});

test('it is for the shells that it knows', async () => {
  const { code, errors } = await ran(['completion', 'tcsh']);
  expect([code, errors]).toEqual([2, 'flowbench completion takes one of: bash, zsh, fish.\n']);
  expect((await ran(['completion'])).code).toBe(2);
});
