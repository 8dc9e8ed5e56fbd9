import type { ExitCode } from './command.ts';
import { commands } from './commands.ts';
import { dispatched } from './dispatch.ts';
import { terminalKeys } from './terminal-keys.ts';

/** Runs the command that the arguments name in this process, with its standard streams. Gives the exit code. */
export async function commandLine(args: readonly string[]): Promise<ExitCode> {
  const { stderr, stdin, stdout } = process;
  const { isUnread, signal } = interruption([stdout, stderr]);
  const code = await dispatched(commands, {
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
    signal,
  });
  return isUnread() ? 3 : code;
}

/** One press of Ctrl-C may come several times, from the terminal and from the scripts around this program. */
const onePressMs = 500;

/** What ends a program that still has something to put away: a person, whoever stops it, a terminal that is closed. */
const endings = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Aborted by the first of these signals, and where nobody reads any more, as `head` once it has had enough: what is under way
 * is ended, reports are written and folders removed. A second signal ends the process at once.
 */
function interruption(streams: readonly NodeJS.WriteStream[]): {
  readonly signal: AbortSignal;
  /** Whether somebody stopped reading: nobody is there to be told anything. */
  readonly isUnread: () => boolean;
} {
  const interrupted = new AbortController();
  let firstMs: number | null = null;
  let isUnread = false;
  for (const [name, code] of Object.entries(endings))
    process.on(name, () => {
      if (firstMs !== null && performance.now() - firstMs > onePressMs) process.exit(code);
      firstMs ??= performance.now();
      interrupted.abort();
    });
  for (const stream of streams)
    stream.on('error', () => {
      isUnread = true;
      // It may come after the end of the command, whose code is set by then.
      process.exitCode = 3;
      interrupted.abort();
    });
  return { signal: interrupted.signal, isUnread: () => isUnread };
}

/** Over the line that stands there: back to its beginning, and cleared. */
function showProgress(text: string): void {
  process.stderr.write(`\r\u001b[K${text}`);
}
