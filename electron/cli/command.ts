import type { Readable, Writable } from 'node:stream';
import type { CommandOperands, CommandOptions } from './command-options.ts';
import type { KeySource } from './terminal-keys.ts';

/** What a command gets from the process it runs in, so that a test can give it something else. */
export interface CommandSurroundings {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working directory, which names of files are relative to. */
  readonly folder: string;
  readonly input: Readable;
  /** Standard output: the result and nothing else. */
  readonly print: (text: string) => void;
  /** Standard error: whatever else is to be said. */
  readonly say: (text: string) => void;
  /** Whether a person looks at standard output in a terminal; absent, nobody does. */
  readonly isTerminal?: boolean;
  /** Shows how far the command is, in place of what it showed before; absent where nobody looks. */
  readonly progress?: (text: string) => void;
  /** The keys of the terminal; absent where nobody can press any. */
  readonly keys?: KeySource;
  /** The terminal that a person types into and reads from; absent where one of both is a pipe. */
  readonly terminal?: Writable;
  /** Aborted where the person interrupts the program. */
  readonly signal: AbortSignal;
}

/** How a command ended: passed, failed, used wrongly, could not run (FORMATS, Command line). */
export type ExitCode = 0 | 1 | 2 | 3;

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** A few words for the list of commands. */
  readonly summary: string;
  /** Everything that `--help` says. */
  readonly help: string;
  /** What it is asked with; `--help` every command has. */
  readonly options: CommandOptions;
  readonly operands: CommandOperands;
  readonly run: (surroundings: CommandSurroundings) => Promise<ExitCode>;
}
