// A page that crashes is loaded again, but a page that crashes at once must not be loaded for ever.
import { describe, expect, it } from 'vitest';
import { pageRecovery } from '#electron/app/page-recovery.ts';

describe('pageRecovery', () => {
  it('loads a broken page again, but not twice within a minute', () => {
    let nowMs = 0;
    const decide = pageRecovery(() => nowMs);
    expect(decide()).toBe('reload');
    nowMs = 59_999;
    expect(decide()).toBe('give-up');
    nowMs = 60_000;
    expect(decide()).toBe('reload');
  });
});
