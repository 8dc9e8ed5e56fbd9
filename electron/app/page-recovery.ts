/** What is done about a page that stopped working. */
export type PageRecovery = 'reload' | 'give-up';

const quietMs = 60_000;

/**
 * Decides what to do about a page whose process is gone: load it again, but not twice within a minute, because what broke
 * it then is still there.
 */
export function pageRecovery(nowMs: () => number): () => PageRecovery {
  let lastReloadMs = -Infinity;
  return () => {
    const at = nowMs();
    if (at - lastReloadMs < quietMs) return 'give-up';
    lastReloadMs = at;
    return 'reload';
  };
}
