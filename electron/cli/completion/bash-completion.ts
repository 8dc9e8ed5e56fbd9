import type { Command } from '../command.ts';
import { type CommandOption, isNames } from '../command-options.ts';

/** A script that completes commands, options and their values in bash. */
export function bashCompletion(commands: readonly Command[]): string {
  return `# Completion of flowbench in bash: eval "$(flowbench completion bash)"
# Names of the workspace or bundle here. A quote that was opened, and what protects blanks, is no part of a name.
_flowbench_names() {
  local name typed="$2"
  case "$typed" in
    [\\"\\']*) typed="\${typed:1}" ;;
    *) typed="\${typed//\\\\/}" ;;
  esac
  while IFS= read -r name; do
    case "$name" in "$typed"*) COMPREPLY+=("$name") ;; esac
  done < <(flowbench completion names "$1" -- "\${COMP_WORDS[@]:2}" 2>/dev/null)
}
_flowbench() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" command="\${COMP_WORDS[1]}"
  local options="" words="" files="" equals=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help" -- "$word"))
    return
  fi
  # The equals sign of --flow=Name and of junit=report.xml is a word of its own here.
  if [ "$word" = "=" ]; then word="" equals=1; fi
  if [ "$before" = "=" ]; then before="\${COMP_WORDS[COMP_CWORD - 2]}" equals=1; fi
  if [ -n "$equals" ]; then
    case "$command $before" in
${commands.flatMap(nameCases).join('\n')}
    esac
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

/** The options whose names are offered behind an equals sign too. */
function nameCases({ name, options }: Command): readonly string[] {
  return Object.entries(options).flatMap(([option, { values }]) =>
    isNames(values) ? [`      "${name} --${option}") ${offered(values)}return ;;`] : [],
  );
}

function offered(values: CommandOption['values']): string {
  if (values === undefined) return '';
  if (isNames(values)) return `_flowbench_names ${values.names} "$word"; `;
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
