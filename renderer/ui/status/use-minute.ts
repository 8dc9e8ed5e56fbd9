import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

/** The time to the minute, in milliseconds; what shows how long ago something was renders again when it changes. */
export function useMinute(): number {
  return useSyncExternalStore(everyMinute, presentMinute, presentMinute);
}

function everyMinute(changed: () => void): () => void {
  const timer = setInterval(changed, MINUTE_MS);
  return () => clearInterval(timer);
}

function presentMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
}
