import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { documentsStore } from './documents-store.ts';

/** Something that was done to folders and files, which no document remembers, and how to take it back. */
export interface LibraryStep {
  readonly atMs: number;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

interface LibrarySteps {
  readonly past: readonly LibraryStep[];
  readonly future: readonly LibraryStep[];
}

const mostSteps = 100;

const stepsStore = createStore<LibrarySteps>(() => ({ past: [], future: [] }));

/** Something was done that undo takes back. */
export function libraryStepTaken(step: Omit<LibraryStep, 'atMs'>): void {
  stepsStore.setState(({ past }) => ({
    past: [...past, { ...step, atMs: Date.now() }].slice(-mostSteps),
    future: [],
  }));
}

/** Another workspace is open. */
export function libraryStepsForgotten(): void {
  stepsStore.setState(stepsStore.getInitialState(), true);
}

export function useHasLibrarySteps(direction: 'back' | 'forward'): boolean {
  return useStore(stepsStore, ({ future, past }) => (direction === 'back' ? past : future).length > 0);
}

/** Takes the last step back, if nothing of a document was edited since; says whether there was one. */
export function libraryStepUndone(activeId: string | null): boolean {
  const { future, past } = stepsStore.getState();
  const step = past.at(-1);
  const editedMs = historyOf(activeId)?.past.at(-1)?.atMs ?? -Infinity;
  if (step === undefined || editedMs > step.atMs) return false;
  stepsStore.setState({ past: past.slice(0, -1), future: [step, ...future] });
  void step.undo();
  return true;
}

/** Takes the step again that was taken back, if it came before what the document would do again. */
export function libraryStepRedone(activeId: string | null): boolean {
  const { future, past } = stepsStore.getState();
  const [step, ...others] = future;
  const editedMs = historyOf(activeId)?.future[0]?.atMs ?? Infinity;
  if (step === undefined || editedMs < step.atMs) return false;
  stepsStore.setState({ past: [...past, step], future: others });
  void step.redo();
  return true;
}

function historyOf(id: string | null) {
  return documentsStore.getState().documents[id ?? '']?.history;
}
