import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What asks the program for its command line in place of a window. */
const commandLineSwitch = '--command-line';

/**
 * The arguments for the command line: what follows `--command-line --`. `null` where the program is to open a window. What
 * stands behind `--` without that switch are names, whatever they look like.
 *
 * @param argv the whole of `process.argv`
 */
export function commandLineArguments(argv: readonly string[]): readonly string[] | null {
  const end = argv.indexOf('--');
  const switches = end === -1 ? argv : argv.slice(0, end);
  if (!switches.includes(commandLineSwitch)) return null;
  return end === -1 ? [] : argv.slice(end + 1);
}

/**
 * Runs the command line, the same file that plain Node runs, and gives its exit code. Nothing of the window is there yet, so
 * it takes no display.
 *
 * @param mainFolder the folder of the main process' bundle
 */
export async function runCommandLine(args: readonly string[], mainFolder: string): Promise<number> {
  const file = path.join(mainFolder, '..', 'cli', 'flowbench.js');
  if (!existsSync(file)) {
    process.stderr.write('This build of Flowbench has no command line.\n');
    return 3;
  }
  process.argv = [process.execPath, file, ...args];
  await import(/* @vite-ignore */ pathToFileURL(file).href);
  return Number(process.exitCode ?? 0);
}
