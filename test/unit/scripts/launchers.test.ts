// What starts the command line of a package: each goes where its system looks, and hands on every argument as it came.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../../scripts/steps/project.mjs';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = useTemporaryFolder();
const packaged = readFileSync(inProject('electron-builder.yml'), 'utf8');
const switches = '--no-sandbox --disable-logging --log-level=3 --command-line --';

test.each([
  ['flowbench-cli', 'flowbench-cli', ['flowbench'], ''],
  ['flowbench-cli-mac', 'Resources/flowbench-cli', ['MacOS', 'Flowbench'], 'Resources'],
])('%s starts the program that it was packed with, also by a link', (name, place, program, own) => {
  if (own !== '') mkdirSync(folder.file(own));
  if (program.length > 1) mkdirSync(folder.file('MacOS'));
  writeFileSync(folder.file(...program), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
  chmodSync(folder.file(...program), 0o755);
  copyFileSync(inProject('build', name), folder.file(place));
  symlinkSync(folder.file(place), folder.file('link'));
  const told = execFileSync(folder.file('link'), ['run', 'Order lookup', "it's", '--timeout', '5'], {
    encoding: 'utf8',
  });
  expect(told.trim().split('\n')).toEqual([
    ...switches.split(' '),
    'run',
    'Order lookup',
    "it's",
    '--timeout',
    '5',
  ]);
  expect(statSync(inProject('build', name)).mode & 0o111).toBe(0o111);
});

test('the one of Windows has the same switches and the lines that its shell wants', () => {
  const text = readFileSync(inProject('build', 'flowbench-cli.cmd'), 'utf8');
  expect(text).toContain(`"%~dp0Flowbench.exe" ${switches} %*\r\nexit /b %ERRORLEVEL%\r\n`);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('each is in the package of its system, and beside the program', () => {
  for (const [system, from, to] of [
    ['linux', 'flowbench-cli', 'extraFiles'],
    ['mac', 'flowbench-cli-mac', 'extraResources'],
    ['win', 'flowbench-cli.cmd', 'extraFiles'],
  ] as const) {
    const part = new RegExp(`^${system}:\\n(?:[ #].*\\n)+`, 'm').exec(packaged)?.[0] ?? '';
    expect(part, system).toContain(`${to}:\n    - from: build/${from}\n`);
  }
});
