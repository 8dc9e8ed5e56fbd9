// The program of the command line: plain Node and no window. Finds the command that is asked for and ends with its exit code.
import { commandLine } from './command-line.ts';

/** Resolves once the command is over and the exit code is set: whoever loads this file may wait for it. */
export const over: Promise<void> = commandLine(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
