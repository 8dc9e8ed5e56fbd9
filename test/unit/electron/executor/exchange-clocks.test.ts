// Only the clock of the present phase may run, or a call is blamed for the wrong thing.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExchangeClocks } from '#electron/executor/exchange-clocks.ts';

const limits = { connectMs: 100, responseMs: 200, idleMs: 300, totalMs: null };

describe('The clocks of an exchange', () => {
  let struck: [string, number][];
  let clocks: ExchangeClocks;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    struck = [];
    clocks = new ExchangeClocks(limits, (clock, limitMs) => struck.push([clock, limitMs]));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['connect', 100],
    ['response', 200],
    ['idle', 300],
  ] as const)('strike for %s at their own limit', (clock, limitMs) => {
    clocks.start(clock);
    vi.advanceTimersByTime(limitMs - 1);
    expect(struck).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(struck).toEqual([[clock, limitMs]]);
  });

  it('run one at a time: starting one stops the one before', () => {
    clocks.start('connect');
    vi.advanceTimersByTime(99);
    clocks.start('response');
    expect(clocks.running).toBe('response');
    vi.advanceTimersByTime(199);
    expect(struck).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(struck).toEqual([['response', 200]]);
  });

  it('give a whole idle limit after every byte that moved', () => {
    clocks.start('idle');
    for (let moved = 0; moved < 10; moved += 1) {
      vi.advanceTimersByTime(299);
      clocks.moved();
    }
    expect(struck).toEqual([]);
    vi.advanceTimersByTime(299);
    expect(struck).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(struck).toEqual([['idle', 300]]);
  });

  it('do not restart the response clock for bytes', () => {
    clocks.start('response');
    vi.advanceTimersByTime(150);
    clocks.moved();
    vi.advanceTimersByTime(50);
    expect(struck).toEqual([['response', 200]]);
  });

  it('do not count silence while our own side is busy', () => {
    clocks.start('idle');
    clocks.hold(true);
    vi.advanceTimersByTime(10_000);
    expect(struck).toEqual([]);
    clocks.hold(false);
    vi.advanceTimersByTime(298);
    expect(struck).toEqual([]);
    vi.advanceTimersByTime(2);
    expect(struck).toEqual([['idle', 300]]);
  });

  it('never strike once they are stopped, and hold no timer', () => {
    clocks.start('idle');
    clocks.stop();
    expect(clocks.running).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });
});
