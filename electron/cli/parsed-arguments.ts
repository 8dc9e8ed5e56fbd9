import { parseArgs, type ParseArgsConfig } from 'node:util';
import { failed, type Outcome, succeeded } from '#shared/outcome/outcome.ts';

type KnownOptions = NonNullable<ParseArgsConfig['options']>;

/** What a command was given: its options by name, and the arguments between them. */
export interface ParsedArguments<Options extends KnownOptions> {
  readonly values: ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>>['values'];
  readonly positionals: readonly string[];
}

/** Reads the arguments of a command. The failure is a sentence that says what is not known. */
export function parsedArguments<Options extends KnownOptions>(
  command: string,
  args: readonly string[],
  options: Options,
): Outcome<ParsedArguments<Options>, string> {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return succeeded({ values, positionals });
  } catch (error) {
    return failed(
      `flowbench ${command}: ${whatIsWrong(error)} flowbench ${command} --help says what it knows.`,
    );
  }
}

/** The first sentence of what Node says: what follows are hints for programmers. */
function whatIsWrong(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${(/^[^.]*/.exec(message)?.[0] ?? message).trim()}.`;
}
