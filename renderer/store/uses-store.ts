import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

/** The list of a flow's uses of variables, which opens over the window; with `null` for a name all of them are listed. */
export interface UsesRequest {
  readonly flowId: string;
  readonly name: string | null;
}

const usesStore = createStore<{ readonly request: UsesRequest | null }>(() => ({ request: null }));

export function usesAsked(flowId: string, name: string | null): void {
  usesStore.setState({ request: { flowId, name } });
}

export function usesClosed(): void {
  usesStore.setState({ request: null });
}

export function useUsesRequest(): UsesRequest | null {
  return useStore(usesStore, ({ request }) => request);
}
