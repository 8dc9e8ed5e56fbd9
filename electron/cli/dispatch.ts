import { productVersion } from './product-version.ts';
import type { Command, CommandSurroundings, ExitCode } from './command.ts';
import type { Commands } from './commands.ts';

/** Runs the command that the first argument names, or says which there are. */
export async function dispatched(commands: Commands, surroundings: CommandSurroundings): Promise<ExitCode> {
  const [name, ...args] = surroundings.args;
  const { print, say } = surroundings;
  if (name === undefined) {
    say(overview(await commands.all()));
    return 2;
  }
  if (name === 'help' && args[0] !== undefined)
    return dispatched(commands, { ...surroundings, args: [args[0], '--help'] });
  if (name === 'help' || isHelp(name)) {
    print(overview(await commands.all()));
    return 0;
  }
  if (name === '--version') {
    print(productVersion);
    return 0;
  }
  return dispatchedTo(commands, name, { ...surroundings, args });
}

async function dispatchedTo(
  commands: Commands,
  name: string,
  surroundings: CommandSurroundings,
): Promise<ExitCode> {
  const { args, print, say } = surroundings;
  const command = await commands.named(name);
  if (command === null) {
    const names = (await commands.all()).map((each) => each.name);
    say(`flowbench has no command "${name}". It has: ${names.join(', ')}.`);
    return 2;
  }
  if (args.some(isHelp)) {
    print(command.help);
    return 0;
  }
  try {
    return await command.run(surroundings);
  } catch {
    // What an unforeseen error says may hold anything, a secret too.
    say(`flowbench ${name} stopped because of a defect in Flowbench.`);
    return 3;
  }
}

const isHelp = (argument: string): boolean => argument === '--help' || argument === '-h';

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'flowbench COMMAND',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'flowbench COMMAND --help (or -h, or flowbench help COMMAND) says more about one of them; flowbench --version which\nversion this is.',
    'Exit codes: 0 passed, 1 failed, 2 used wrongly, 3 could not run.',
  ].join('\n');
}
