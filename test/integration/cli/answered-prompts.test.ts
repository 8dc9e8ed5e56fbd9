// Prompts of every type, answered on the command line from a file, over a real workspace on disk.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { conversationLine } from '#electron/cli/report-conversation.ts';
import { runExample } from '#electron/cli/run-example.ts';
import { terminalStyle } from '#electron/cli/terminal-style.ts';
import { delivery } from '../../stories/delivery.ts';
import { writeWorkspace } from '../../support/write-workspace.ts';

const plain = terminalStyle({ isTTY: false, env: {} });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'flowbench-answers-'));
  await writeWorkspace(folder, 'Delivery', [delivery]);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('choices are listed with their numbers and picked by number, and refused answers go on to the next', async () => {
  const answers = [
    'ann@home',
    'ann@example.org',
    '+41 (0)44 668 18 00',
    '4 March 2025',
    'yes',
    '1',
    'slip.pdf',
    '2.5',
    '2',
  ];
  const file = { flow: delivery.name, environment: null, inputs: {}, answers };
  await writeFile(path.join(folder, 'answers.json'), JSON.stringify(file));
  const lines: string[] = [];
  const nameOf = (id: string) => delivery.nodes.find((node) => node.id === id)?.name ?? id;
  const ran = await runExample(
    folder,
    () => undefined,
    (events) => {
      lines.push(...events.flatMap((event) => conversationLine(event, nameOf, plain) ?? []));
    },
  );
  expect(ran).toMatchObject({ ok: true, value: { run: { lackedAnswer: false, end: { outcome: 'ended' } } } });
  expect(lines).toContain(
    '  bot  How shall it come?\n       1. Express to ann@example.org\n       2. I pick it up',
  );
  expect(lines).toContain(
    '  you  ann@home\n  bot  Please answer with an email address, such as ann@example.org.',
  );
  expect(lines.at(-1)).toBe(
    '  bot  ann@example.org / +41446681800 / 2025-03-04 / true / express / slip.pdf / 2',
  );
  expect(lines).toContain('  bot  We hurry.');
});
