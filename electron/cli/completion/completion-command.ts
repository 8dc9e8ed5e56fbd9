import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { commandHelp } from '../command-help.ts';
import { nameKinds } from '../command-options.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import { bashCompletion } from './bash-completion.ts';
import { fishCompletion } from './fish-completion.ts';
import { offeredNames } from './offered-names.ts';
import { zshCompletion } from './zsh-completion.ts';

const shells = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;
const names = Object.keys(shells);

const help = commandHelp({
  usage: 'flowbench completion bash | zsh | fish',
  about:
    'Prints a script that lets a shell complete commands, options and their values. It is made from what the commands know.',
  groups: [],
  notes: `The scripts ask flowbench completion names flow | scenario | tag | environment for the names of the workspace or bundle
that stands on the line, or of the one in the working directory: one a line, and none where nothing can be read.

Exit codes: 0 printed, 2 used wrongly.`,
  examples: [
    'eval "$(flowbench completion bash)"                                   in ~/.bashrc',
    'eval "$(flowbench completion zsh)"                                    in ~/.zshrc, after compinit',
    'flowbench completion fish > ~/.config/fish/completions/flowbench.fish',
  ],
});

/** `flowbench completion`: what a shell needs to complete the other commands, and this one. */
export function completionCommand(others: readonly Command[]): Command {
  const command: Command = {
    name: 'completion',
    summary: 'prints a script that completes commands in a shell',
    help,
    options: {},
    operands: { files: false, words: names },
    run: (surroundings) => printed([...others, command], surroundings),
  };
  return command;
}

async function printed(commands: readonly Command[], surroundings: CommandSurroundings): Promise<ExitCode> {
  const { args, print, say } = surroundings;
  const read = parsedArguments('completion', args, {});
  if (!read.ok) {
    say(read.failure);
    return 2;
  }
  const [name, another, ...words] = read.value.positionals;
  if (name === 'names') return printedNames(another, words, surroundings);
  const [, shell] = Object.entries(shells).find(([each]) => each === name) ?? [];
  if (shell === undefined || another !== undefined) {
    say(`flowbench completion takes one of: ${names.join(', ')}.`);
    return 2;
  }
  print(shell(commands));
  return 0;
}

async function printedNames(
  asked: string | undefined,
  words: readonly string[],
  { folder, print, say }: CommandSurroundings,
): Promise<ExitCode> {
  const kind = nameKinds.find((each) => each === asked);
  if (kind === undefined) {
    say(`flowbench completion names takes one of: ${nameKinds.join(', ')}.`);
    return 2;
  }
  for (const name of await offeredNames(kind, folder, words)) print(name);
  return 0;
}
