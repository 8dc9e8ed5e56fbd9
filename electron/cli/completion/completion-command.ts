import type { Command, CommandSurroundings, ExitCode } from '../command.ts';
import { commandHelp } from '../command-help.ts';
import { parsedArguments } from '../parsed-arguments.ts';
import { bashCompletion } from './bash-completion.ts';
import { fishCompletion } from './fish-completion.ts';
import { zshCompletion } from './zsh-completion.ts';

const shells = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;
const names = Object.keys(shells);

const help = commandHelp({
  usage: 'flowbench completion bash | zsh | fish',
  about:
    'Prints a script that lets a shell complete commands, options and their values. It is made from what the commands know.',
  groups: [],
  notes: 'Exit codes: 0 printed, 2 used wrongly.',
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
    run: (surroundings) => Promise.resolve(printed([...others, command], surroundings)),
  };
  return command;
}

function printed(commands: readonly Command[], { args, print, say }: CommandSurroundings): ExitCode {
  const read = parsedArguments('completion', args, {});
  if (!read.ok) {
    say(read.failure);
    return 2;
  }
  const [name, another] = read.value.positionals;
  const [, shell] = Object.entries(shells).find(([each]) => each === name) ?? [];
  if (shell === undefined || another !== undefined) {
    say(`flowbench completion takes one of: ${names.join(', ')}.`);
    return 2;
  }
  print(shell(commands));
  return 0;
}
