import type { Command } from '../command.ts';
import type { CommandOption } from '../command-options.ts';

/** A script that completes commands, options and their values in bash. */
export function bashCompletion(commands: readonly Command[]): string {
  return `# Completion of flowbench in bash: eval "$(flowbench completion bash)"
_flowbench() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" command="\${COMP_WORDS[1]}"
  local options="" words="" files=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help" -- "$word"))
    return
  fi
  # The equals sign of junit=report.xml is a word of its own here.
  if [ "$before" = "=" ]; then
    COMPREPLY=($(compgen -f -- "$word"))
    return
  fi
  case "$command $before" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$command" in
${commands.map(commandCase).join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options --help" -- "$word")) ;;
    *)
      COMPREPLY=($(compgen -W "$words" -- "$word"))
      if [ -n "$files" ]; then COMPREPLY+=($(compgen -f -- "$word")); fi
      ;;
  esac
}
complete -o filenames -o bashdefault -F _flowbench flowbench`;
}

function valueCases({ name, options }: Command): readonly string[] {
  return Object.entries(options)
    .filter(([, { type }]) => type === 'string')
    .map(([option, { values }]) => `    "${name} --${option}") ${offered(values)}return ;;`);
}

function offered(values: CommandOption['values']): string {
  if (values === undefined) return '';
  const from = values === 'file' ? '-f' : `-W "${values.join(' ')}"`;
  return `COMPREPLY=($(compgen ${from} -- "$word")); `;
}

function commandCase({ name, operands, options }: Command): string {
  const all = Object.keys(options)
    .map((option) => `--${option}`)
    .join(' ');
  const files = operands.files ? ' files=1' : '';
  return `    ${name}) options="${all}" words="${operands.words.join(' ')}"${files} ;;`;
}
