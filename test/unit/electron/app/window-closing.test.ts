// Closing asks the page to save first; a page that cannot answer must not keep the window open.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { windowClosing } from '#electron/app/window-closing.ts';

function closing(answers: ('wait' | 'close')[] = [], pageAnswers = true) {
  const happened: string[] = [];
  const parts = windowClosing({
    pageAnswers: () => pageAnswers,
    askPage: () => void happened.push('page asked'),
    askPerson: () => {
      happened.push('person asked');
      return Promise.resolve(answers.shift() ?? 'wait');
    },
    closeNow: () => void happened.push('closed'),
  });
  return { ...parts, happened };
}

describe('windowClosing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks the page to save and waits', () => {
    const { requested, happened } = closing();
    expect(requested()).toBe(false);
    expect(happened).toEqual(['page asked']);
  });

  it('closes when the page has saved', () => {
    const { requested, allowed } = closing();
    requested();
    allowed();
    expect(requested()).toBe(true);
  });

  it('does not ask twice while it waits', () => {
    const { requested, happened } = closing();
    requested();
    expect(requested()).toBe(false);
    expect(happened).toEqual(['page asked']);
  });

  it('closes at once where there is no page to ask', () => {
    const { requested, happened } = closing([], false);
    expect(requested()).toBe(true);
    expect(happened).toEqual([]);
  });

  it('lets the person decide about a page that does not answer, as often as they wait', async () => {
    const { requested, happened } = closing(['wait', 'close']);
    requested();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(happened).toEqual(['page asked']);
    await vi.advanceTimersByTimeAsync(5_001);
    expect(happened).toEqual(['page asked', 'person asked', 'person asked', 'closed']);
    expect(requested()).toBe(true);
  });

  it('asks nobody any more once the page has saved', async () => {
    const { requested, allowed, happened } = closing(['close']);
    requested();
    allowed();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(happened).toEqual(['page asked']);
  });

  it('asks a page that was loaded anew again', async () => {
    const { requested, forgotten, happened } = closing(['close']);
    requested();
    forgotten();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requested()).toBe(false);
    expect(happened).toEqual(['page asked', 'page asked']);
  });
});
