// Runs the command line as built, in a process of its own with nothing in its environment but what the test gives it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { buildPart } from '../../scripts/steps/build-parts.mjs';
import { inProject } from '../../scripts/steps/project.mjs';

/** What a command is started with. */
export interface CommandStart {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** A command that is running. */
export interface StartedCommand {
  readonly interrupt: (signal?: NodeJS.Signals) => void;
  /** Settles once standard output holds this. */
  readonly printed: (text: string) => Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }>;
}

/** Builds the program if its sources changed. */
export const commandLineBuilt = (): Promise<void> => buildPart('command-line');

/** Starts `flowbench` with arguments. */
export function started(
  args: readonly string[],
  { input = '', env = {}, folder }: CommandStart = {},
): StartedCommand {
  const child = spawn(process.execPath, [inProject('out', 'cli', 'flowbench.js'), ...args], {
    cwd: folder ?? path.dirname(inProject('package.json')),
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  child.stdin.end(input);
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([[code], output, errors]) => ({ code: code as number | null, output, errors }),
  );
  let output = '';
  const printed = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (chunk: Buffer | string = ''): void => {
        output += String(chunk);
        if (output.includes(text)) resolve();
      };
      child.stdout.on('data', look);
      void ended.then(() => reject(new Error(`It ended, and never printed ${text}.`)));
    });
  return { interrupt: (signal = 'SIGINT') => void child.kill(signal), printed, ended };
}

/** Runs `flowbench` to its end. */
export function ran(args: readonly string[], start?: CommandStart): StartedCommand['ended'] {
  return started(args, start).ended;
}
