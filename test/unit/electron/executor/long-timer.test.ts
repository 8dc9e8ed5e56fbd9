// Timers of Node overflow beyond 24 days and fire at once, which would turn a long wait into a storm.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLongTimer } from '#electron/executor/long-timer.ts';

describe('A long timer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([1, 1_000, 2 ** 31 - 1, 2 ** 31, 5 * 2 ** 31 + 7])(
    'of %d ms fires then, and not before',
    (delayMs) => {
      const onFire = vi.fn();
      startLongTimer(delayMs, onFire);
      vi.advanceTimersByTime(delayMs - 1);
      expect(onFire).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1);
      expect(onFire).toHaveBeenCalledOnce();
    },
  );

  it.each([0, -5])('of %d ms fires at once', (delayMs) => {
    const onFire = vi.fn();
    startLongTimer(delayMs, onFire);
    vi.advanceTimersByTime(1);
    expect(onFire).toHaveBeenCalledOnce();
  });

  it('without an end never fires and holds nothing', () => {
    const onFire = vi.fn();
    startLongTimer(Infinity, onFire);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that is stopped never fires, in its first slice or a later one', () => {
    const onFire = vi.fn();
    const timer = startLongTimer(3 * 2 ** 31, onFire);
    vi.advanceTimersByTime(2 ** 31);
    timer.stop();
    timer.stop();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(4 * 2 ** 31);
    expect(onFire).not.toHaveBeenCalled();
  });
});
