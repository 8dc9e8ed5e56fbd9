// `flowbench run` in a real terminal: a conversation that a person types, and runs that follow the changes of files.
import { execFile } from 'node:child_process';
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inProject } from '../../../scripts/steps/project.mjs';
import { exampleFolder } from '../../stories/order-lookup.ts';
import { storyFlow } from '../../stories/story-flow.ts';
import { commandLineBuilt, ran, started } from '../../support/command-line.ts';
import { useTemporaryFolder } from '../../support/temporary-folder.ts';
import { ctrlC, enter, inTerminal } from '../../support/terminal.ts';
import { writeWorkspace } from '../../support/write-workspace.ts';

const folder = useTemporaryFolder();
beforeAll(commandLineBuilt, 60_000);
beforeEach(() => cp(exampleFolder, folder.file('example'), { recursive: true }));

const flowbench = (...args: readonly string[]) =>
  inTerminal([process.execPath, inProject('out', 'cli', 'flowbench.js'), ...args], {
    folder: folder.path,
    env: { NO_COLOR: '1' },
  });
const talk = ['run', 'example', '--flow', 'Pay an order', '--env', 'local', '--interactive'] as const;

describe.skipIf(process.platform !== 'linux')('a conversation in a terminal', () => {
  test('asks, numbers choices, refuses what does not fit and goes on', { timeout: 60_000 }, async () => {
    await using terminal = flowbench(...talk);
    await terminal.shows('bot  Which order would you like to pay?');
    terminal.type(`10482${enter}`);
    await terminal.shows('1. Card');
    await terminal.shows('you');
    terminal.type(`9${enter}`);
    // What was typed stands there once: only the reason follows.
    await terminal.shows(/bot {2}.*choose|bot {2}.*number|bot {2}.*one of/i);
    await terminal.shows('you');
    terminal.type(`Card${enter}`);
    await terminal.shows('Your receipt is CH-7001.');
    await terminal.shows('The conversation ended normally.');
    expect(await terminal.ended).toBe(0);
    expect(terminal.shown().match(/10482/g)).toHaveLength(1);
  });

  test('ends in words when a person presses Ctrl-C', { timeout: 60_000 }, async () => {
    await using terminal = flowbench(...talk);
    await terminal.shows('you');
    terminal.type(ctrlC);
    await terminal.shows('You ended the conversation.');
    expect(await terminal.ended).toBe(3);
  });
});

describe('a conversation over a pipe', () => {
  test('takes lines, and can be kept as a scenario that needs no network', async () => {
    const said = await ran([...talk, '--record'], { input: '10482\n1\n', folder: folder.path });
    expect(said.code).toBe(0);
    expect(said.output).toContain('you  10482');
    const name = /Written as the scenario "(.*)"\./.exec(said.errors)?.[1] ?? '';
    expect(name).toMatch(/^Conversation of \d{4}-\d\d-\d\d$/);
    const again = await ran(['run', 'example', '--scenario', name], { folder: folder.path });
    expect([again.code, again.errors]).toEqual([0, '']);
    expect(await readdir(folder.file('example', 'scenarios', 'pay-an-order'))).toHaveLength(3);
  });

  test('names the way to the error node of the flow, which no connection leads to', async () => {
    const flow = storyFlow({
      name: 'Troubled',
      nodes: [
        ['Start', 'start', {}],
        ['Get order', 'api-call', { endpoint: null, method: 'GET', path: '/', responseVariable: 'order' }],
        ['Sorry', 'message', { text: 'Something went wrong.' }],
      ],
      connections: [['Start', 'next', 'Get order']],
      errorNode: 'Sorry',
    });
    await writeWorkspace(folder.path, 'Shop', [flow]);
    const said = await ran(['run', folder.path, '--interactive'], { input: '', folder: folder.path });
    expect(said.output).toContain(
      '→ error of Get order is not connected: on at the error node Sorry\n  bot  Something went wrong.',
    );
    expect(said.code).toBe(0);
  });

  test('that ends too soon ends the run', async () => {
    const said = await ran(talk, { input: '10482\n', folder: folder.path });
    expect(said.code).toBe(3);
    expect(said.output).toContain('You ended the conversation.');
  });

  test.each<[readonly string[], string]>([
    [['--interactive'], '--interactive runs one flow: say which with --flow.'],
    [['--interactive', '--flow', 'Nothing'], 'The workspace has no flow "Nothing".'],
    [['--interactive', '--flow', 'Support', '--env', 'moon'], 'The workspace has no environment "moon".'],
  ])('is refused where it cannot be meant: %j', async (args, sentence) => {
    const said = await ran(['run', 'example', ...args], { folder: folder.path });
    expect([said.code, said.output]).toEqual([2, '']);
    expect(said.errors).toContain(sentence);
  });
});

const lookupFile = ['example', 'flows', 'order-lookup.json'] as const;
const flowFile = ['example', 'flows', 'user-greeting.json'] as const;
const changeGreeting = async (from: string, to: string): Promise<void> => {
  const file = folder.file(...flowFile);
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
};

describe.skipIf(process.platform !== 'linux')('runs that follow changes', () => {
  test('run what a change affects, what a key asks for, and end with q', { timeout: 120_000 }, async () => {
    await using terminal = flowbench('run', 'example', '--watch');
    await terminal.shows('12 passed');
    await terminal.shows('q ends.');
    await changeGreeting('"What is your name?', '"And your name?');
    // One scenario is of that flow; its snapshot is another one now, or it passes: it alone is run.
    await terminal.shows(/1 (passed|failed) .*in /);
    await terminal.shows('q ends.');
    terminal.type(enter);
    await terminal.shows(/1 (passed|failed) .*in /);
    await terminal.shows('q ends.');
    terminal.type('a');
    await terminal.shows(/1[12] passed/);
    await terminal.shows('q ends.');
    terminal.type('q');
    expect([0, 1]).toContain(await terminal.ended);
  });
});

describe.skipIf(process.platform !== 'linux')('runs of a bundle that follow changes', () => {
  test('follow its rows and the bundle, and run what failed for a key', { timeout: 120_000 }, async () => {
    const exported = () => ran(['export', 'example', '--output', 'shop.json'], { folder: folder.path });
    const rows = (second: string) =>
      writeFile(folder.file('rows.csv'), `number,said\n7,There is no order 7.\n8,${second}\n`);
    await exported();
    await rows('There is no order 8.');
    const chosen = ['--scenario', 'Unknown orders', '--data', 'rows.csv'] as const;
    await using terminal = flowbench('run', 'shop.json', ...chosen, '--watch');
    await terminal.shows('2 passed');
    await terminal.shows('q ends.');
    await rows('Nothing of the kind.');
    await terminal.shows('1 passed, 1 failed');
    await terminal.shows('q ends.');
    terminal.type('f');
    await terminal.shows('0 passed, 1 failed');
    await terminal.shows('q ends.');
    await writeFile(
      folder.file(...lookupFile),
      (await readFile(folder.file(...lookupFile), 'utf8')).replace('There is no order', 'Nobody knows'),
    );
    await exported();
    await terminal.shows('0 passed, 2 failed');
    await terminal.shows('q ends.');
    terminal.type('q');
    expect(await terminal.ended).toBe(1);
  });
});

test('watching over a pipe says nothing but the results, and ends when it is told to', async () => {
  const watching = started(['run', 'example', '--flow', 'Support', '--watch'], { folder: folder.path });
  await watching.printed('1 passed');
  watching.interrupt();
  const { code, errors, output } = await watching.ended;
  expect([code, errors]).toEqual([0, '']);
  expect(output).not.toContain('\u001b');
  expect(output).not.toContain('q ends');
});

test('a reader that has had enough ends it without a word', async () => {
  const command = `"$NODE" "$PROGRAM" schema flow | head -n 1`;
  const env = {
    PATH: process.env['PATH'] ?? '',
    NODE: process.execPath,
    PROGRAM: inProject('out', 'cli', 'flowbench.js'),
  };
  const { stderr, stdout } = await promisify(execFile)('sh', ['-c', command], { env });
  expect([stdout, stderr]).toEqual(['{\n', '']);
});
