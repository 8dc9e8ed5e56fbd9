import type { Command } from '../command.ts';
import { type CommandOption, isNames, type NameKind } from '../command-options.ts';

/** A script that completes commands, options and their values in fish, each with its help. */
export function fishCompletion(commands: readonly Command[]): string {
  return [
    '# Completion of flowbench in fish: flowbench completion fish | source',
    'complete -c flowbench -f',
    ...commands.map(
      ({ name, summary }) =>
        `complete -c flowbench -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ),
    ...commands.flatMap(commandLines),
  ].join('\n');
}

function commandLines({ name, operands, options }: Command): readonly string[] {
  const of = `complete -c flowbench -n '__fish_seen_subcommand_from ${name}'`;
  return [
    ...Object.entries(options).map(
      ([option, facts]) => `${of} -l ${option}${taken(facts)} -d ${quoted(facts.help)}`,
    ),
    `${of} -l help -d 'explains the command'`,
    ...(operands.words.length > 0 ? [`${of} -a ${quoted(operands.words.join(' '))}`] : []),
    ...(operands.files ? [`${of} -F`] : []),
  ];
}

function taken({ type, values }: CommandOption): string {
  if (type === 'boolean') return '';
  if (values === undefined) return ' -x';
  if (isNames(values)) return ` -x -a ${quoted(namesHere(values.names))}`;
  return values === 'file' ? ' -r -F' : ` -x -a ${quoted(values.join(' '))}`;
}

/** Names of the workspace or bundle here; fish protects blanks and quotes itself. */
function namesHere(kind: NameKind): string {
  return `(flowbench completion names ${kind} -- (commandline -opc) 2>/dev/null)`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}
