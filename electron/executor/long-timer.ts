/** Node clamps a longer delay to 1 ms and fires at once. */
const longestSliceMs = 2 ** 31 - 1;

/** A timer that can be stopped; stopping it twice, or after it fired, does nothing. */
export interface LongTimer {
  stop(): void;
}

/**
 * A timer for any length of time: one past what Node can hold (about 24.8 days) is waited out in slices, and one that
 * is not finite never fires.
 *
 * @param delayMs below 0 counts as 0
 */
export function startLongTimer(delayMs: number, onFire: () => void): LongTimer {
  let handle: NodeJS.Timeout | null = null;
  const arm = (leftMs: number): void => {
    if (leftMs === Infinity) return;
    const sliceMs = Math.min(leftMs, longestSliceMs);
    handle = setTimeout(() => {
      if (leftMs > sliceMs) arm(leftMs - sliceMs);
      else onFire();
    }, sliceMs);
  };
  arm(delayMs);
  return {
    stop: () => {
      if (handle !== null) clearTimeout(handle);
    },
  };
}
