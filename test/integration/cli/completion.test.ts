// Completion as a person meets it: Tab in a real bash, zsh and fish, of everything that the commands know.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '#electron/cli/commands.ts';
import { inProject } from '../../../scripts/steps/project.mjs';
import { storyBundle } from '../../support/bundle-story.ts';
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
  await writeNamed(folder.file('shop'));
});

const flows = ['Order lookup', 'Bob\'s "returns"', 'Größe wählen', 'a $(touch pwned) `touch pwned`'];

/** A workspace of which a shell may make something else, or nothing: blanks, quotes, letters of others, and damage. */
async function writeNamed(root: string): Promise<void> {
  const file = async (name: string, content: unknown) => {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
  };
  await file('flowbench.json', { format: 'flowbench.workspace', version: 1, id: 'ws_a', name: 'Shop' });
  for (const [at, name] of flows.entries())
    await file(`flows/Some folder/${String(at)}.json`, { format: 'flowbench.flow', name });
  await file('flows/damaged.json', '{"name": "Dama');
  await file('flows/control.json', { format: 'flowbench.flow', name: 'Or\u001b[2Jder\nOther' });
  await file('flows/other.json', { format: 'flowbench.flow', name: 7 });
  await file('scenarios/a/one.json', {
    format: 'flowbench.scenario',
    name: 'Happy path',
    tags: ['smoke test', 'über'],
  });
  await file('scenarios/a/two.json', {
    format: 'flowbench.scenario',
    name: 'Unhappy path',
    tags: ['smoke test'],
  });
  await file('environments/staging.json', { format: 'flowbench.environment', name: 'Staging two' });
  await file('environments/d.json', { format: 'flowbench.environment', name: 'Defaults', defaults: true });
}

/** A shell that finds the command, and writes the letters of others. */
function shellEnvironment() {
  const path = `${folder.file('bin')}:${process.env['PATH'] ?? ''}`;
  // Without a file for its history: it would be written when the folder is about to go.
  return { PATH: path, HOME: folder.path, HISTFILE: '', LC_ALL: 'C.UTF-8', PS1: 'ready> ' };
}

/** What bash offers for a line that ends where the cursor is, by the function that it calls itself. */
function offeredByBash(line: string, where = '.'): readonly string[] {
  const words = line.split(' ');
  const script = `source ${folder.file('bash')}; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${String(words.length - 1)}; _flowbench; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', script], {
    cwd: folder.file(where),
    encoding: 'utf8',
    env: shellEnvironment(),
  })
    .split('\n')
    .filter((word) => word !== '');
}

/** The same of fish. */
function offeredByFish(line: string, where = '.'): readonly string[] {
  const script = `source ${folder.file('fish')}; complete -C '${line}'`;
  return execFileSync('fish', ['-N', '-c', script], {
    cwd: folder.file(where),
    encoding: 'utf8',
    env: shellEnvironment(),
  })
    .split('\n')
    .filter((word) => word !== '')
    .map((word) => word.split('\t')[0] ?? '');
}

/** Fish gives words as they are typed. */
function unescaped(word: string): string {
  return word.replace(/\\(.)/g, '$1').replace(/^'(.*)'$/, '$1');
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

  test.runIf(isThere)(
    'the names of the workspace here, or of the one that stands on the line',
    { timeout: 60_000 },
    () => {
      expect([...offered('flowbench run --flow ', 'shop')].map(unescaped).sort()).toEqual([...flows].sort());
      expect(offered('flowbench run --scenario H', 'shop').map(unescaped)).toEqual(['Happy path']);
      expect(offered('flowbench run --tag ', 'shop').map(unescaped).sort()).toEqual(['smoke test', 'über']);
      expect(offered('flowbench run --env ', 'shop').map(unescaped)).toEqual(['Staging two']);
      expect(offered('flowbench export shop --env S').map(unescaped)).toEqual(['Staging two']);
      expect(offered('flowbench lint --env S', 'shop').map(unescaped)).toEqual(['Staging two']);
      // Nothing is here, and nothing is said.
      expect(offered('flowbench run --flow O')).toEqual([]);
      expect(existsSync(folder.file('shop', 'pwned'))).toBe(false);
    },
  );

  test.runIf(isThere)('the names of a bundle', { timeout: 60_000 }, async () => {
    await mkdir(folder.file('bundles'));
    await writeFile(folder.file('bundles', 'a.flowbundle.json'), await storyBundle());
    expect(offered('flowbench run --flow L', 'bundles').map(unescaped)).toEqual(['Look up']);
    expect(offered('flowbench run bundles/a.flowbundle.json --flow L').map(unescaped)).toEqual(['Look up']);
  });
});

const keys = { tab: '\t', enter: '\r' };

describe.skipIf(process.platform !== 'linux')('Tab', () => {
  test.runIf(hasZsh)('in zsh finishes the word that stands there', { timeout: 60_000 }, async () => {
    const env = shellEnvironment();
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
    shell.type(`\u0015cd shop; print is-$((2+2))-there${keys.enter}`);
    await shell.shows('is-4-there');
    await shell.shows('ready> ');
    shell.type(`flowbench run --flow Or${keys.tab}`);
    await shell.shows(String.raw`--flow Order\ lookup`);
    shell.type(`--flow Bo${keys.tab}`);
    await shell.shows(String.raw`--flow Bob\'s\ \"returns\"`);
    shell.type(`--flow Gr${keys.tab}`);
    await shell.shows(String.raw`--flow Größe\ wählen`);
    shell.type(`--tag "sm${keys.tab}`);
    await shell.shows('--tag "smoke test"');
  });

  test('in bash finishes the word that stands there', { timeout: 60_000 }, async () => {
    const env = shellEnvironment();
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
    shell.type(`\u0015cd shop; echo is-$((2+2))-there${keys.enter}`);
    await shell.shows('is-4-there');
    await shell.shows('ready> ');
    shell.type(`flowbench run --flow Or${keys.tab}`);
    await shell.shows(String.raw`--flow Order\ lookup`);
    shell.type(`--flow Bo${keys.tab}`);
    await shell.shows(String.raw`--flow Bob\'s\ \"returns\"`);
    shell.type(`--flow Gr${keys.tab}`);
    await shell.shows(String.raw`--flow Größe\ wählen`);
    shell.type(`--tag "sm${keys.tab}`);
    await shell.shows('--tag "smoke test"');
    shell.type(`--env=St${keys.tab}`);
    await shell.shows(String.raw`--env=Staging\ two`);
  });
});

test('it is for the shells that it knows', async () => {
  const { code, errors } = await ran(['completion', 'tcsh']);
  expect([code, errors]).toEqual([2, 'flowbench completion takes one of: bash, zsh, fish.\n']);
  expect((await ran(['completion'])).code).toBe(2);
});

test('names are of the kinds that it knows', async () => {
  const { code, errors } = await ran(['completion', 'names', 'secret']);
  expect([code, errors]).toEqual([
    2,
    'flowbench completion names takes one of: flow, scenario, tag, environment.\n',
  ]);
});
