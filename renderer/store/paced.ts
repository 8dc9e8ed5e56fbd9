// Does something for a key soon after it was asked for, but neither for every letter nor only when somebody stops typing.

/** How long to wait for more, and how long at most while more keeps coming. */
export interface Pace {
  readonly pauseMs: number;
  readonly longestMs: number;
}

/** Takes askings for keys, and acts once for many of them. */
export interface Paced {
  readonly asked: (key: string) => void;
  /** What was asked for is being done already. */
  readonly taken: (key: string) => void;
}

/** Acts for a key after a pause in the askings for it, and never later than `longestMs` after the first of them. */
export function paced(act: (key: string) => void, { longestMs, pauseMs }: Pace): Paced {
  const pending = new Map<string, { readonly timer: number; readonly sinceMs: number }>();
  const taken = (key: string): void => {
    window.clearTimeout(pending.get(key)?.timer);
    pending.delete(key);
  };
  return {
    taken,
    asked: (key) => {
      const nowMs = Date.now();
      const sinceMs = pending.get(key)?.sinceMs ?? nowMs;
      taken(key);
      const delayMs = Math.max(0, Math.min(pauseMs, sinceMs + longestMs - nowMs));
      const timer = window.setTimeout(() => {
        pending.delete(key);
        act(key);
      }, delayMs);
      pending.set(key, { timer, sinceMs });
    },
  };
}
