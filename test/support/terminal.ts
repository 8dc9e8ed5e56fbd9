// Runs a program in a real terminal of its own (a pty, by `script`), and types into it what a person would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that runs in a terminal. */
export interface TerminalSession extends AsyncDisposable {
  /** Everything that the terminal got so far, without what moves the cursor or colours. */
  readonly shown: () => string;
  /** Settles once the terminal shows this after what was waited for before. */
  readonly shows: (text: string | RegExp) => Promise<void>;
  readonly type: (keys: string) => void;
  /** Settles with the exit code. */
  readonly ended: Promise<number | null>;
}

export const ctrlC = '\u0003';
export const enter = '\r';

/** What moves the cursor or colours: a person sees the rest. */
// eslint-disable-next-line no-control-regex
const styles = /\u001b\[[\d;?]*[A-Za-z]/g;

/** How long a terminal may show nothing of what is waited for. */
const patienceMs = 30_000;

/** Starts a program in a terminal. */
export function inTerminal(
  program: readonly string[],
  { env = {}, folder }: { readonly env?: Readonly<Record<string, string>>; readonly folder: string },
): TerminalSession {
  const command = program.map((each) => `'${each.replaceAll("'", String.raw`'\''`)}'`).join(' ');
  const child = spawn('script', ['-qfec', command, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', SHELL: '/bin/sh', ...env },
  });
  let text = '';
  let shown = '';
  let seen = 0;
  const listeners = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
    shown = text.replaceAll(styles, '');
    for (const listener of [...listeners]) listener();
  });
  const ended = once(child, 'close').then(([code]) => {
    for (const listener of [...listeners]) listener();
    return code as number | null;
  });
  const place = (text: string | RegExp): number => {
    const left = shown.slice(seen);
    const found = typeof text === 'string' ? left.indexOf(text) : left.search(text);
    return found === -1 ? -1 : seen + found + (typeof text === 'string' ? text.length : 1);
  };
  return {
    shown: () => shown,
    type: (keys) => void child.stdin.write(keys),
    ended,
    shows: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const at = place(text);
          if (at === -1) return;
          seen = at;
          listeners.delete(look);
          clearTimeout(timer);
          resolve();
        };
        const timer = setTimeout(() => {
          listeners.delete(look);
          reject(new Error(`The terminal never showed ${String(text)}. It shows:\n${shown}`));
        }, patienceMs);
        listeners.add(look);
        look();
      }),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
