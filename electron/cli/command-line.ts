import { exportCommand } from './bundle/export-command.ts';
import { importCommand } from './bundle/import-command.ts';
import { inspectCommand } from './bundle/inspect-command.ts';
import { callCommand } from './call/call-command.ts';
import type { Command, ExitCode } from './command.ts';
import { completionCommand } from './completion/completion-command.ts';
import { dispatched } from './dispatch.ts';
import { lintCommand } from './lint/lint-command.ts';
import { renderCommand } from './render/render-command.ts';
import { reportCommand } from './report/report-command.ts';
import { runCommand } from './run/run-command.ts';
import { schemaCommand } from './schema/schema-command.ts';
import { terminalKeys } from './terminal-keys.ts';

const work: readonly Command[] = [
  runCommand,
  reportCommand,
  lintCommand,
  exportCommand,
  importCommand,
  inspectCommand,
  callCommand,
  renderCommand,
  schemaCommand,
];

/** Every command there is. */
export const commands: readonly Command[] = [...work, completionCommand(work)];

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
