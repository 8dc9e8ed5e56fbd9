// Times of phases have to add up to what the Timing view draws.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhaseTimeline, type PhaseTiming } from '#electron/executor/phase-timeline.ts';

describe('A timeline of phases', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('measures each phase from the start of the exchange and tells it when it ends', () => {
    const told: PhaseTiming[] = [];
    const timeline = new PhaseTimeline((timing) => told.push(timing));
    vi.advanceTimersByTime(3);
    timeline.enter('connect');
    vi.advanceTimersByTime(20);
    timeline.enter('send');
    expect(told).toEqual([{ phase: 'connect', startMs: 3, tookMs: 20 }]);
    vi.advanceTimersByTime(1);
    timeline.enter(null);
    expect(timeline.timings).toEqual([
      { phase: 'connect', startMs: 3, tookMs: 20 },
      { phase: 'send', startMs: 23, tookMs: 1 },
    ]);
    expect(timeline.elapsedMs).toBe(24);
  });

  it('has no entry for a phase that did not happen, and none twice for one that ended', () => {
    const timeline = new PhaseTimeline(() => undefined);
    timeline.enter('wait');
    timeline.enter(null);
    timeline.enter(null);
    expect(timeline.timings.map(({ phase }) => phase)).toEqual(['wait']);
  });
});
