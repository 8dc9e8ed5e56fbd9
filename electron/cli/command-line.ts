import type { ExitCode } from './command.ts';
import { commands } from './commands.ts';
import { dispatched } from './dispatch.ts';
import { terminalKeys } from './terminal-keys.ts';

/** Runs the command that the arguments name in this process, with its standard streams. Gives the exit code. */
export function commandLine(args: readonly string[]): Promise<ExitCode> {
  const { stderr, stdin, stdout } = process;
  // Whoever reads may have had enough, as `head` has: nobody is there to be told anything.
  for (const stream of [stdout, stderr]) stream.on('error', () => process.exit(3));
  return dispatched(commands, {
    args,
    env: process.env,
    folder: process.cwd(),
    input: stdin,
    print: (text) => void stdout.write(`${text}\n`),
    say: (text) => void stderr.write(`${text}\n`),
    isTerminal: stdout.isTTY,
    ...(stderr.isTTY ? { progress: showProgress } : {}),
    ...(stdin.isTTY ? { keys: terminalKeys(stdin) } : {}),
    ...(stdin.isTTY && stdout.isTTY ? { terminal: stdout } : {}),
    signal: interruption(),
  });
}

/** One press of Ctrl-C may come several times, from the terminal and from the scripts around this program. */
const onePressMs = 500;

/** Aborted by the first Ctrl-C; the second one ends the process at once. */
function interruption(): AbortSignal {
  const interrupted = new AbortController();
  let firstPressMs = 0;
  process.on('SIGINT', () => {
    if (interrupted.signal.aborted && performance.now() - firstPressMs > onePressMs) process.exit(130);
    if (!interrupted.signal.aborted) firstPressMs = performance.now();
    interrupted.abort();
  });
  return interrupted.signal;
}

/** Over the line that stands there: back to its beginning, and cleared. */
function showProgress(text: string): void {
  process.stderr.write(`\r\u001b[K${text}`);
}
