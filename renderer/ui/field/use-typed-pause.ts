// The moment after typing at which what is typed so far is kept, so that a sudden end takes no more than the last second.
import { useEffect, useEffectEvent } from 'react';

const pauseMs = 300;

/** Does something once nobody has typed for a moment; `typed` changes with each letter, and is `null` where nothing is typed. */
export function useTypedPause(typed: unknown, act: () => void): void {
  const paused = useEffectEvent(act);
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(paused, pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
}
