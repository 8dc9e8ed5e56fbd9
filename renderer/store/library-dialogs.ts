import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

/** What is asked about items of the side bar: where to move them, or whether folders go with their documents. */
export interface LibraryQuestion {
  readonly type: 'move' | 'delete';
  /** Ids of documents and paths of folders. */
  readonly items: readonly string[];
}

const questionStore = createStore<{ readonly question: LibraryQuestion | null }>(() => ({ question: null }));

export function moveAsked(items: readonly string[]): void {
  questionStore.setState({ question: { type: 'move', items } });
}

export function folderDeletionAsked(items: readonly string[]): void {
  questionStore.setState({ question: { type: 'delete', items } });
}

export function libraryQuestionClosed(): void {
  questionStore.setState({ question: null });
}

export function useLibraryQuestion(): LibraryQuestion | null {
  return useStore(questionStore, ({ question }) => question);
}
