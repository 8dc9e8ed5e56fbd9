// A call is stopped by its caller or by its total clock, and must know which it was.
import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallStop } from '#electron/executor/call-stop.ts';

describe('The stop of a call', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('without a total clock is the cancel of the caller and nothing more', () => {
    const cancel = new AbortController();
    const stop = new CallStop(cancel.signal, null);
    expect(stop.signal).toBe(cancel.signal);
    expect(vi.getTimerCount()).toBe(0);
    cancel.abort();
    expect(stop.code).toBe('cancelled');
  });

  it('comes from the total clock when its time is over', () => {
    const stop = new CallStop(new AbortController().signal, 100);
    vi.advanceTimersByTime(99);
    expect(stop.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect([stop.signal.aborted, stop.code]).toEqual([true, 'timeout-total']);
  });

  it('keeps the reason that came first', () => {
    const cancel = new AbortController();
    const stop = new CallStop(cancel.signal, 100);
    cancel.abort();
    vi.advanceTimersByTime(200);
    expect([stop.signal.aborted, stop.code]).toEqual([true, 'cancelled']);
    const late = new AbortController();
    const struck = new CallStop(late.signal, 100);
    vi.advanceTimersByTime(100);
    late.abort();
    expect(struck.code).toBe('timeout-total');
  });

  it('is there at once where the caller has cancelled before', () => {
    const stop = new CallStop(AbortSignal.abort(), 100);
    expect([stop.signal.aborted, stop.code]).toEqual([true, 'cancelled']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('lets go of its timer and of the caller when the call is over', () => {
    const cancel = new AbortController();
    const stop = new CallStop(cancel.signal, 100);
    expect(getEventListeners(cancel.signal, 'abort')).toHaveLength(1);
    stop.dispose();
    expect(getEventListeners(cancel.signal, 'abort')).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
