// Help is made from the table that arguments are read by: nothing that a command takes is missing there.
import { describe, expect, it } from 'vitest';
import { commands } from '#electron/cli/commands.ts';
import { commandHelp } from '#electron/cli/command-help.ts';

const all = await commands.all();

describe.each(all.map((command) => [command.name, command] as const))('the help of %s', (_, command) => {
  const { help, name, operands, options } = command;

  it('tells every option and word, and shows an example', () => {
    for (const option of Object.keys(options)) expect(help).toContain(`  --${option}`);
    expect(help).toMatch(new RegExp(`Examples?:[^]*flowbench ${name}`));
    expect(help).toContain('Exit codes');
    if (name !== 'schema') for (const word of operands.words) expect(help).toContain(word);
  });

  it('keeps to the width of a terminal', () => {
    expect(help.split('\n').filter((line) => line.length > 130)).toEqual([]);
  });
});

it('breaks what is long between words, below its beginning', () => {
  const help = commandHelp({
    usage: 'flowbench sing',
    about: 'Sings.',
    groups: [{ title: 'How', options: { loud: { type: 'boolean', help: `${'la '.repeat(50)}end` } } }],
    notes: 'Exit codes: 0 sung.',
    examples: ['flowbench sing --loud', 'flowbench sing'],
  });
  const lines = help.split('\n');
  expect(lines.slice(4, 5)).toEqual(['How:']);
  expect(lines[5]).toMatch(/^ {2}--loud {2}la la /);
  expect(lines[6]).toMatch(/^ {10}la .*end$/);
  expect(lines.at(-1)).toBe('  flowbench sing');
});
