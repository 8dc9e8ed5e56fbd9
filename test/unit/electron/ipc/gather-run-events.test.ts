// Events are sent by the frame, so that a busy run does not flood the page; none may be lost or late.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatherRunEvents } from '#electron/ipc/gather-run-events.ts';
import type { RunEvent } from '#shared/run-events/run-event.ts';

const eventAt = (seq: number) =>
  ({ v: 1, runId: 'rn_aaaaaaaaaaaa', seq, at: '2026-03-01T10:00:00.000Z', type: 'node-entered' }) as RunEvent;

function gathering() {
  const batches: number[][] = [];
  const add = gatherRunEvents((events) => void batches.push(events.map(({ seq }) => seq)));
  return { add, batches };
}

describe('gatherRunEvents', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('passes on what came within a frame as one message, in order', () => {
    const { add, batches } = gathering();
    add([eventAt(0), eventAt(1)]);
    add([eventAt(2)]);
    expect(batches).toEqual([]);
    vi.advanceTimersByTime(16);
    expect(batches).toEqual([[0, 1, 2]]);
  });

  it('keeps an event waiting for one frame at most, however many follow it', () => {
    const { add, batches } = gathering();
    for (let seq = 0; seq < 4; seq += 1) {
      add([eventAt(seq)]);
      vi.advanceTimersByTime(8);
    }
    expect(batches).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('passes a burst on at once', () => {
    const { add, batches } = gathering();
    add(Array.from({ length: 500 }, (_each, seq) => eventAt(seq)));
    expect(batches.map(({ length }) => length)).toEqual([500]);
    vi.runAllTimers();
    expect(batches).toHaveLength(1);
  });

  it('sends no empty message', () => {
    const { add, batches } = gathering();
    add([]);
    vi.runAllTimers();
    expect(batches).toEqual([]);
  });
});
