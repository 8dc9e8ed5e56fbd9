import { parseArgs } from 'node:util';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { CommandOptions } from './command-options.ts';

/** What a command was given: its options by name, and the arguments between them. */
export interface ParsedArguments<Options extends CommandOptions> {
  readonly values: ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>>['values'];
  readonly positionals: readonly string[];
}

/**
 * Reads the arguments of a command. The failure is a sentence that says what is not known, and quotes no value: a secret may
 * have been given by mistake.
 */
export function parsedArguments<const Options extends CommandOptions>(
  command: string,
  args: readonly string[],
  options: Options,
): Outcome<ParsedArguments<Options>, string> {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return succeeded({ values, positionals });
  } catch (error) {
    return failed(`${whatIsWrong(error)} flowbench ${command} --help says what it knows.`);
  }
}

function whatIsWrong(error: unknown): string {
  const text = String(error);
  const option = /option '?(-{1,2}[\w-]+)/i.exec(text)?.[1];
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (option === undefined) return 'An argument cannot be read.';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}.`;
  return text.includes('does not take') ? `${option} takes no value.` : `${option} lacks its value.`;
}
