import type { ReadStream } from 'node:tty';

/** Gives the keys that a person presses from now on, one by one; what it gives back stops that. */
export type KeySource = (onKey: (key: string) => void) => () => void;

/** Ctrl-C, which a terminal hands over as a key while keys are read one by one. */
export const interruptKey = '\u0003';

/** The keys of a terminal. While they are read it does not show them, and waits for no Enter. */
export function terminalKeys(input: ReadStream): KeySource {
  return (onKey) => {
    const onData = (chunk: Buffer): void => {
      for (const key of chunk.toString('utf8')) onKey(key);
    };
    input.setRawMode(true);
    input.on('data', onData);
    input.resume();
    return () => {
      input.off('data', onData);
      input.setRawMode(false);
      input.pause();
    };
  };
}
