import { useSyncExternalStore } from 'react';

const PERIOD_MS = 250;

/** The time to the quarter of a second, in milliseconds; what counts down renders again when it changes. */
export function useQuarterSecond(): number {
  return useSyncExternalStore(everyPeriod, present, present);
}

function everyPeriod(changed: () => void): () => void {
  const timer = setInterval(changed, PERIOD_MS);
  return () => clearInterval(timer);
}

function present(): number {
  return Math.floor(Date.now() / PERIOD_MS) * PERIOD_MS;
}
