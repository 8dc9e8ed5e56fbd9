import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The group whose name is being written on the canvas. */
const renaming = createStore<{ readonly groupId: string | null }>(() => ({ groupId: null }));

export function useGroupRenaming(groupId: string): boolean {
  return useStore(renaming, (state) => state.groupId === groupId);
}

export function groupRenamingStarted(groupId: string): void {
  renaming.setState({ groupId });
}

export function groupRenamingEnded(): void {
  renaming.setState({ groupId: null });
}
