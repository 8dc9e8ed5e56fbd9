// What is done about a long text while somebody types on and on, in a page that is never idle.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPause } from '../../../../../renderer/ui/template/editor/after-pause.ts';
import type { editor } from '../../../../../renderer/ui/template/editor/monaco.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('requestIdleCallback', (act: () => void, { timeout }: { timeout: number }) =>
    setTimeout(act, timeout),
  );
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Types a letter every 40 ms, and gives the moments at which something was done about the text, in ms. */
function momentsOf(units: number, letters: number, longestMs?: number): readonly number[] {
  const moments: number[] = [];
  const begunMs = performance.now();
  const model = { getValueLength: () => units } as editor.ITextModel;
  const act = () => moments.push(performance.now() - begunMs);
  const pause = afterPause(model, act, 'at-once', longestMs);
  for (let letter = 0; letter < letters; letter += 1) {
    pause.ask();
    vi.advanceTimersByTime(40);
  }
  vi.advanceTimersByTime(20_000);
  return moments;
}

describe('what is done about a text while somebody types', () => {
  it('is done with every letter of a short one', () => {
    expect(momentsOf(20_000, 3, 300)).toEqual([0, 40, 80]);
  });

  it('waits for a pause in a long one', () => {
    // The last letter comes after 80 ms; an idle page is waited for as long as letters may put it off.
    expect(momentsOf(20_001, 3, 1000)).toEqual([80 + 300 + 1000]);
  });

  it('is never later than twice the longest wait after a letter, however long the typing goes on', () => {
    const moments = momentsOf(20_001, 100, 300);
    const gapsMs = moments.map((atMs, at) => atMs - (moments[at - 1] ?? 0));
    expect(Math.max(...gapsMs)).toBeLessThanOrEqual(2 * 300 + 40);
    expect(moments.at(-1)).toBeGreaterThanOrEqual(99 * 40);
  });
});
