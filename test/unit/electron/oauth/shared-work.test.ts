// Work that several wait for is done once, and given up only when nobody waits any more.
import { describe, expect, it } from 'vitest';
import { SharedWork } from '#electron/oauth/shared-work.ts';

/** Work that ends when the test says so, and tells whether it was given up. */
function openWork() {
  const begun: AbortSignal[] = [];
  const { promise, resolve } = promiseParts();
  return {
    begun,
    end: resolve,
    work: (stop: AbortSignal) => {
      begun.push(stop);
      return promise;
    },
  };
}

function promiseParts() {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((settle) => (resolve = settle));
  return { promise, resolve };
}

describe('shared work', () => {
  it('is begun once for all that wait, and anew for the next', async () => {
    const shared = new SharedWork<string>();
    const { begun, end, work } = openWork();
    const { signal } = new AbortController();
    const waiting = [shared.join('a', signal, work), shared.join('a', signal, work)];
    end('done');
    expect(await Promise.all(waiting)).toEqual(['done', 'done']);
    expect(begun).toHaveLength(1);
    await shared.join('a', signal, work);
    await shared.join('b', signal, work);
    expect(begun).toHaveLength(3);
  });

  it('goes on for those who stay, and is given up with the last', async () => {
    const shared = new SharedWork<string>();
    const { begun, work } = openWork();
    const [one, other] = [new AbortController(), new AbortController()];
    const first = shared.join('a', one.signal, work);
    const second = shared.join('a', other.signal, work);
    one.abort();
    expect(await first).toBe(null);
    expect(begun[0]?.aborted).toBe(false);
    other.abort();
    expect(await second).toBe(null);
    expect(begun[0]?.aborted).toBe(true);
    const third = new AbortController();
    void shared.join('a', third.signal, work);
    expect(begun).toHaveLength(2);
  });

  it('is not begun for one who has stopped waiting, and fails for all who wait', async () => {
    const shared = new SharedWork<string>();
    const failing = () => Promise.reject(new Error('broken'));
    expect(await shared.join('a', AbortSignal.abort(), failing)).toBe(null);
    await expect(shared.join('a', new AbortController().signal, failing)).rejects.toThrow('broken');
  });
});
