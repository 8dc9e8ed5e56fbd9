import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

/** What is asked about items of the side bar: where to move them, or whether folders go with their documents. */
export interface LibraryQuestion {
  readonly type: 'move' | 'delete';
  /** Ids of documents and paths of folders. */
  readonly items: readonly string[];
}

/** The question that is open. */
export const libraryQuestionStore = createStore<{ readonly question: LibraryQuestion | null }>(() => ({
  question: null,
}));

export function moveAsked(items: readonly string[]): void {
  libraryQuestionStore.setState({ question: { type: 'move', items } });
}

export function folderDeletionAsked(items: readonly string[]): void {
  libraryQuestionStore.setState({ question: { type: 'delete', items } });
}

export function libraryQuestionClosed(): void {
  libraryQuestionStore.setState({ question: null });
}

export function useLibraryQuestion(): LibraryQuestion | null {
  return useStore(libraryQuestionStore, ({ question }) => question);
}
