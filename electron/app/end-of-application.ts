import type { App } from 'electron';
import type { Log } from './log.ts';

const patienceMs = 5_000;

/** Closes what is open before the process ends, and does not wait for it for ever. */
export function closeBeforeEnd(app: App, log: Log, close: () => Promise<void>): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void withinPatience(close())
      .catch((error: unknown) => log.defect('closing', error))
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}

/** A start that failed shows no window: it says why, and ends. */
export function endFailedStart(app: App, log: Log, tell: (title: string, sentence: string) => void) {
  return (error: unknown): void => {
    const errorId = log.defect('start', error);
    const reason = error instanceof Error ? error.message : 'an unknown reason';
    tell('Flowbench could not start', `${reason}\n\nThe log says more under the number ${errorId}.`);
    app.exit(1);
  };
}

async function withinPatience(closing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Closing took too long')), patienceMs);
  });
  await Promise.race([closing, tooLong]).finally(() => clearTimeout(timer));
}
