// Runs a TypeScript file in a process of its own, for tests that kill it or limit it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const runner = fileURLToPath(new URL('run-typescript.mjs', import.meta.url));

/** A Node process that runs a TypeScript file. */
export interface TypescriptChild {
  readonly process: ChildProcess;
  /** The next line that it prints. */
  readonly line: () => Promise<string>;
  /** Resolves when it has ended: its code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/**
 * Starts a TypeScript file in a process of its own, for what no thread can show: being killed, having no permission.
 *
 * @param before shell commands that run first in the same process, such as limits
 */
export function startTypescript(file: URL, args: readonly string[], before = ''): TypescriptChild {
  const command = [process.execPath, runner, fileURLToPath(file), ...args];
  const child =
    before === ''
      ? spawn(command[0]!, command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
      : spawn('/bin/sh', ['-c', `${before}; exec "$@"`, 'sh', ...command], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    async line() {
      const next = await lines.next();
      if (next.done === true) throw new Error('The process ended before it printed the line.');
      return next.value;
    },
    ended: once(child, 'exit').then(([code, signal]: unknown[]) => (code ?? signal) as number | string),
  };
}
