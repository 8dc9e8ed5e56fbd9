// Two writes to one file at once would mix; the queue is what prevents it.
import { describe, expect, it } from 'vitest';
import { oneAtATime } from '#electron/workspace/files/one-at-a-time.ts';
import { systemErrorCode, systemErrorReason } from '#electron/workspace/files/system-error.ts';

describe('operations one at a time', () => {
  it('never overlap, and keep their order', async () => {
    const queue = oneAtATime();
    const log: string[] = [];
    const operation = (name: string) => async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name} ends`);
      return name;
    };
    const all = await Promise.all(['a', 'b', 'c'].map((name) => queue.run(operation(name))));
    expect(all).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('go on after one that failed, which only its caller hears of', async () => {
    const queue = oneAtATime();
    const broken = queue.run(() => Promise.reject(new Error('broken')));
    const next = queue.run(() => Promise.resolve('fine'));
    await expect(broken).rejects.toThrow('broken');
    expect(await next).toBe('fine');
  });

  it('can be waited for', async () => {
    const queue = oneAtATime();
    let done = false;
    void queue.run(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done = true;
    });
    await queue.idle();
    expect(done).toBe(true);
  });
});

describe('what the operating system says', () => {
  it.each([
    [Object.assign(new Error(), { code: 'ENOSPC' }), 'the disk is full'],
    [Object.assign(new Error(), { code: 'EACCES' }), 'permission is missing'],
    [Object.assign(new Error(), { code: 'EROFS' }), 'the disk is read-only'],
    [Object.assign(new Error(), { code: 'EXOTIC' }), 'the system said EXOTIC'],
    [new Error('secret detail'), 'something unexpected went wrong'],
    ['thrown text', 'something unexpected went wrong'],
  ])('is told in words: %o', (error, reason) => {
    expect(systemErrorReason(error)).toBe(reason);
  });

  it('has a code only for its own errors', () => {
    expect(systemErrorCode(Object.assign(new Error(), { code: 'ENOENT' }))).toBe('ENOENT');
    expect(systemErrorCode(Object.assign(new Error(), { code: 7 }))).toBe('');
    expect(systemErrorCode(null)).toBe('');
  });
});
