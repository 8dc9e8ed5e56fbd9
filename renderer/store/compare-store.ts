import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

/** The flow whose runs are compared, in a dialog over the window. */
const store = createStore<{ readonly flowId: string | null }>(() => ({ flowId: null }));

export function comparisonAsked(flowId: string | null): void {
  store.setState({ flowId });
}

export function useComparedFlow(): string | null {
  return useStore(store, ({ flowId }) => flowId);
}
