import type { Command } from '../command.ts';
import { type CommandOption, isNames } from '../command-options.ts';

/** A script that completes commands, options and their values in zsh, each with its help. */
export function zshCompletion(commands: readonly Command[]): string {
  return `#compdef flowbench
# Completion of flowbench in zsh: eval "$(flowbench completion zsh)", after compinit
# Names of the workspace or bundle here.
_flowbench_names() {
  local -a names
  names=(\${(f)"$(flowbench completion names $1 -- "\${(@Q)words}" 2>/dev/null)"})
  compadd -a names
}
_flowbench() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
${commands.map(({ name, summary }) => `      ${quoted(`${name}:${summary}`)}`).join('\n')}
    )
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT -= 1 ))
  case "$command" in
${commands.map(commandCase).join('\n')}
  esac
}
compdef _flowbench flowbench`;
}

function commandCase({ name, operands, options }: Command): string {
  const specs = [
    ...Object.entries(options).map(([option, facts]) => optionSpec(option, facts)),
    `'--help[explains the command]'`,
    ...(operands.words.length > 0 ? [quoted(`1:word:(${operands.words.join(' ')})`)] : []),
    ...(operands.files ? [`'*:file:_files'`] : []),
  ];
  return `    ${name}) _arguments ${specs.join(' ')} ;;`;
}

function optionSpec(option: string, { help, multiple, type, value = '', values }: CommandOption): string {
  const often = multiple === true ? '*' : '';
  const told = `${often}--${option}[${inBrackets(help)}]`;
  if (type === 'boolean') return quoted(told);
  return quoted(`${told}:${inBrackets(value)}:${action(values)}`);
}

function action(values: CommandOption['values']): string {
  if (values === undefined) return ' ';
  // The blank keeps the options of compadd from coming before the kind.
  if (isNames(values)) return ` _flowbench_names ${values.names}`;
  return values === 'file' ? '_files' : `(${values.join(' ')})`;
}

/** Brackets and colons end parts of a specification. */
function inBrackets(text: string): string {
  return text.replaceAll(/[[\]:\\]/g, String.raw`\$&`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
