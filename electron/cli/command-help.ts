import type { CommandOptions } from './command-options.ts';

/** Options that belong together, below a title where there is more than one group. */
export interface OptionGroup {
  readonly title?: string;
  readonly options: CommandOptions;
}

/** What `--help` says of a command. */
export interface CommandHelp {
  /** The first line. */
  readonly usage: string;
  /** What it does, in lines that are broken already. */
  readonly about: string;
  readonly groups: readonly OptionGroup[];
  /** What there is to know besides, in lines that are broken already. */
  readonly notes: string;
  readonly examples: readonly string[];
}

/** No line of help is longer. */
const widest = 120;

/** Writes the help of a command; its options are told from the table that they are read by. */
export function commandHelp({ about, examples, groups, notes, usage }: CommandHelp): string {
  const all = groups.flatMap(({ options }) => Object.entries(options).map(written));
  const indent = Math.max(0, ...all.map((option) => option.length)) + 4;
  return [
    usage,
    about,
    ...groups.map((group) => groupLines(group, indent).join('\n')).filter((text) => text !== ''),
    notes,
    exampleLines(examples),
  ].join('\n\n');
}

function exampleLines(examples: readonly string[]): string {
  const [first = '', ...others] = examples;
  return others.length === 0
    ? `Example: ${first}`
    : ['Examples:', ...examples.map((line) => `  ${line}`)].join('\n');
}

function groupLines({ options, title }: OptionGroup, indent: number): readonly string[] {
  const lines = Object.entries(options).flatMap((entry) => {
    const [first = '', ...others] = brokenAt(widest - indent, entry[1].help);
    return [`  ${written(entry)}`.padEnd(indent) + first, ...others.map((line) => ''.padEnd(indent) + line)];
  });
  return title === undefined ? lines : [`${title}:`, ...lines];
}

function written([name, { value }]: [string, CommandOptions[string]]): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

/** Text in lines of at most so many characters, broken at spaces. */
function brokenAt(width: number, text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
