import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

/** The row of the side bar whose name is being edited, by document id. */
export const renamingStore = createStore<{ readonly id: string | null }>(() => ({ id: null }));

export function useRenaming(): string | null {
  return useStore(renamingStore, (state) => state.id);
}

export function renamingStarted(id: string): void {
  renamingStore.setState({ id });
}

export function renamingEnded(): void {
  renamingStore.setState({ id: null });
}
