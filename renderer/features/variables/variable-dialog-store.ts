import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

/** A value that is edited as text in a dialog: a large one, an object or a list. */
export interface ValueAsked {
  readonly flowId: string;
  readonly path: readonly string[];
  readonly text: string;
}

const store = createStore<{ readonly asked: ValueAsked | null }>(() => ({ asked: null }));

export function valueAsked(asked: ValueAsked | null): void {
  store.setState({ asked });
}

export function useValueAsked(): ValueAsked | null {
  return useStore(store, ({ asked }) => asked);
}
