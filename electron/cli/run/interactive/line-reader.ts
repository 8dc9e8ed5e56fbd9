import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Reads what a person types, line by line. */
export interface LineReader {
  /** The next line; `null` where there is none any more. */
  readonly next: (prompt: string) => Promise<string | null>;
  readonly close: () => void;
}

/**
 * Reads lines of a terminal, which can be edited, or of a pipe.
 *
 * @param terminal where a person sees what is typed; absent for a pipe, which gets no prompt
 * @param onInterrupt hears of Ctrl-C, which a terminal hands over as a key while a line can be edited
 */
export function lineReader(
  input: Readable,
  terminal: Writable | undefined,
  onInterrupt: () => void,
): LineReader {
  const reader = createInterface(
    terminal === undefined ? { input, terminal: false } : { input, output: terminal, terminal: true },
  );
  const waiting: string[] = [];
  let taker: ((line: string | null) => void) | null = null;
  let isOver = false;
  const give = (line: string | null): void => {
    const take = taker;
    taker = null;
    take?.(line);
  };
  reader.on('line', (line) => {
    if (taker === null) waiting.push(line);
    else give(line);
  });
  reader.on('close', () => {
    isOver = true;
    give(null);
  });
  reader.on('SIGINT', onInterrupt);
  return {
    next(prompt) {
      const line = waiting.shift();
      if (line !== undefined) return Promise.resolve(line);
      if (isOver) return Promise.resolve(null);
      if (terminal !== undefined) {
        reader.setPrompt(prompt);
        reader.prompt();
      }
      return new Promise((resolve) => {
        taker = resolve;
      });
    },
    close: () => reader.close(),
  };
}
