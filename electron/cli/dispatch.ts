import { productVersion } from './product-version.ts';
import type { Command, CommandSurroundings, ExitCode } from './command.ts';
import type { Commands } from './commands.ts';

/** Runs the command that the first argument names, or says which there are. */
export async function dispatched(commands: Commands, surroundings: CommandSurroundings): Promise<ExitCode> {
  const [name, ...args] = surroundings.args;
  const { print, say } = surroundings;
  if (name === undefined || name === '--help' || name === 'help') {
    (name === undefined ? say : print)(overview(await commands.all()));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    print(productVersion);
    return 0;
  }
  const command = await commands.named(name);
  if (command === null) {
    const names = (await commands.all()).map((each) => each.name);
    say(`flowbench has no command "${name}". It has: ${names.join(', ')}.`);
    return 2;
  }
  if (args.includes('--help')) {
    print(command.help);
    return 0;
  }
  try {
    return await command.run({ ...surroundings, args });
  } catch {
    // What an unforeseen error says may hold anything, a secret too.
    say(`flowbench ${name} stopped because of a defect in Flowbench.`);
    return 3;
  }
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'flowbench COMMAND',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'flowbench COMMAND --help says more about one of them; flowbench --version which one this is.',
    'Exit codes: 0 passed, 1 failed, 2 used wrongly, 3 could not run.',
  ].join('\n');
}
