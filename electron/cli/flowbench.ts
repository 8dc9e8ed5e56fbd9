// The command line: plain Node and no window. Finds the command that is asked for and ends with its exit code.
import { exportCommand } from './bundle/export-command.ts';
import { importCommand } from './bundle/import-command.ts';
import { inspectCommand } from './bundle/inspect-command.ts';
import { callCommand } from './call/call-command.ts';
import { dispatched } from './dispatch.ts';
import { lintCommand } from './lint/lint-command.ts';
import { renderCommand } from './render/render-command.ts';
import { reportCommand } from './report/report-command.ts';
import { runCommand } from './run/run-command.ts';
import { schemaCommand } from './schema/schema-command.ts';
import { terminalKeys } from './terminal-keys.ts';

const interrupted = new AbortController();
/** One press of Ctrl-C may come several times, from the terminal and from the scripts around this program. */
const onePressMs = 500;
let firstPressMs = 0;
process.on('SIGINT', () => {
  if (interrupted.signal.aborted && performance.now() - firstPressMs > onePressMs) process.exit(130);
  if (!interrupted.signal.aborted) firstPressMs = performance.now();
  interrupted.abort();
});

const commands = [
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

process.exitCode = await dispatched(commands, {
  args: process.argv.slice(2),
  env: process.env,
  folder: process.cwd(),
  input: process.stdin,
  print: (text) => void process.stdout.write(`${text}\n`),
  say: (text) => void process.stderr.write(`${text}\n`),
  isTerminal: process.stdout.isTTY,
  ...(process.stderr.isTTY ? { progress: showProgress } : {}),
  ...(process.stdin.isTTY ? { keys: terminalKeys(process.stdin) } : {}),
  ...(process.stdin.isTTY && process.stdout.isTTY ? { terminal: process.stdout } : {}),
  signal: interrupted.signal,
});

/** Over the line that stands there: back to its beginning, and cleared. */
function showProgress(text: string): void {
  process.stderr.write(`\r\u001b[K${text}`);
}
