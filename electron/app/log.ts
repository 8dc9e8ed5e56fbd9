import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** The log of the main process: what went wrong and when, without secrets. */
export interface Log {
  readonly note: (sentence: string) => void;
  /** Writes a defect with its stack, and gives the number to find it by. */
  readonly defect: (where: string, error: unknown) => string;
}

export interface LogOptions {
  /** Takes secret values out of a text; asked again for every line, because secrets come and go. */
  readonly scrub: (text: string) => string;
  readonly now?: () => Date;
  readonly largestBytes?: number;
}

const usualLargestBytes = 1_000_000;
const keptFiles = 3;

/**
 * Opens the log in a folder: `main.log`, set aside as `main.1.log` and so on when it is large, for the owner's eyes only.
 * Written at once and not later, so that the last line before a crash is there.
 */
export function openLog(
  folder: string,
  { scrub, now = () => new Date(), largestBytes = usualLargestBytes }: LogOptions,
): Log {
  const file = path.join(folder, 'main.log');

  const write = (level: 'note' | 'defect', text: string): void => {
    const line = `${now().toISOString()} ${level} ${scrub(text).replaceAll('\n', '\n    ')}\n`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      setAsideIfLarge(file, largestBytes);
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // A log that cannot be written must not take down what it reports on.
    }
  };

  return {
    note: (sentence) => write('note', sentence),
    defect: (where, error) => {
      const errorId = randomBytes(4).toString('hex');
      write('defect', `${errorId} ${where}: ${describeError(error)}`);
      return errorId;
    },
  };
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const cause = error.cause instanceof Error ? `\ncaused by ${describeError(error.cause)}` : '';
  return `${error.stack ?? `${error.name}: ${error.message}`}${cause}`;
}

function setAsideIfLarge(file: string, largestBytes: number): void {
  const sizeBytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (sizeBytes < largestBytes) return;
  const named = (number: number) => (number === 0 ? file : file.replace(/\.log$/, `.${number}.log`));
  for (let number = keptFiles - 2; number >= 0; number -= 1) {
    if (statSync(named(number), { throwIfNoEntry: false }) !== undefined)
      renameSync(named(number), named(number + 1));
  }
}
