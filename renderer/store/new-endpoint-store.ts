import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { EndpointId } from '#shared/ids/ids.ts';

interface Asked {
  /** What happens with the new endpoint besides being made: an API Call takes it; `null` opens it. */
  readonly onMade: ((id: EndpointId) => void) | null;
  /** Where it goes; `null` for the place of all endpoints. */
  readonly folder: string | null;
}

/** Whether the short form for a new endpoint is open, and for whom. */
export const newEndpointStore = createStore<{ readonly asked: Asked | null }>(() => ({ asked: null }));

export function useNewEndpointAsked(): Asked | null {
  return useStore(newEndpointStore, (state) => state.asked);
}

export function newEndpointAsked(
  onMade: ((id: EndpointId) => void) | null = null,
  folder: string | null = null,
): void {
  newEndpointStore.setState({ asked: { onMade, folder } });
}

export function newEndpointClosed(): void {
  newEndpointStore.setState({ asked: null });
}
