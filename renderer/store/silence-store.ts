import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Finding } from '#shared/lint/finding.ts';

const store = createStore<{ readonly asked: Finding | null }>(() => ({ asked: null }));

/** Asks why a rule shall be silenced where it found something; `null` asks no more. */
export function silenceAsked(asked: Finding | null): void {
  store.setState({ asked });
}

/** The finding for which it is asked. */
export function useSilenceAsked(): Finding | null {
  return useStore(store, ({ asked }) => asked);
}
