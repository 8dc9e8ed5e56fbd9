// Quitting must wait for what is being written, and must not wait for ever.
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeBeforeEnd, endFailedStart } from '#electron/app/end-of-application.ts';

/** An application that quits as Electron's does: it asks, and ends where nobody prevents it. */
class QuittingApp extends EventEmitter {
  ended = false;
  exitCode: number | null = null;

  quit(): void {
    const event = { isPrevented: false, preventDefault: () => (event.isPrevented = true) };
    this.emit('will-quit', event);
    this.ended ||= !event.isPrevented;
  }

  exit(code: number): void {
    this.exitCode = code;
  }
}

function quitting(close: () => Promise<void>) {
  const app = new QuittingApp();
  const defects: string[] = [];
  const log = {
    note: () => undefined,
    defect: (where: string, error: unknown) => {
      defects.push(`${where}: ${String(error)}`);
      return 'abcd1234';
    },
  };
  closeBeforeEnd(app as never, log, close);
  return { app, log, defects };
}

describe('closeBeforeEnd', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends only when everything is closed', async () => {
    let closed: () => void = () => undefined;
    const { app } = quitting(
      () =>
        new Promise((resolve) => {
          closed = resolve;
        }),
    );
    app.quit();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(app.ended).toBe(false);
    closed();
    await vi.advanceTimersByTimeAsync(0);
    expect(app.ended).toBe(true);
  });

  it('ends after a while all the same, and says so', async () => {
    const { app, defects } = quitting(() => new Promise(() => undefined));
    app.quit();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(app.ended).toBe(true);
    expect(defects).toEqual(['closing: Error: Closing took too long']);
  });

  it('ends where closing fails, and says so', async () => {
    const { app, defects } = quitting(() => Promise.reject(new Error('disk full')));
    app.quit();
    await vi.advanceTimersByTimeAsync(0);
    expect(app.ended).toBe(true);
    expect(defects).toEqual(['closing: Error: disk full']);
  });
});

describe('endFailedStart', () => {
  it('says why, and ends with a code that is not zero', () => {
    const { app, log, defects } = quitting(() => Promise.resolve());
    const told: string[] = [];
    endFailedStart(app as never, log, (title, sentence) => told.push(title, sentence))(new Error('No guard'));
    expect(app.exitCode).toBe(1);
    expect(told[0]).toBe('Flowbench could not start');
    expect(told[1]).toMatch(/^No guard[^]*abcd1234/);
    expect(defects).toEqual(['start: Error: No guard']);
  });
});
