// When the program is a command line, and what its arguments are then.
import { expect, it } from 'vitest';
import { commandLineArguments } from '#electron/app/command-line-start.ts';

it.each<[readonly string[], readonly string[] | null]>([
  [['flowbench'], null],
  [['flowbench', '/home/ana/shop'], null],
  [
    ['flowbench', '--no-sandbox', '--command-line', '--', 'run', '--timeout', '5'],
    ['run', '--timeout', '5'],
  ],
  [['flowbench', '--command-line', '--'], []],
  [['flowbench', '--command-line'], []],
  [
    ['flowbench', '--command-line', '--', 'run', '--', '--x'],
    ['run', '--', '--x'],
  ],
  // A folder may be called anything.
  [['flowbench', '--', '--command-line'], null],
])('%j', (argv, args) => {
  expect(commandLineArguments(argv)).toEqual(args);
});
