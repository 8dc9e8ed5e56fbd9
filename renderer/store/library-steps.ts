import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { documentsStore } from './documents-store.ts';

/** Something that was done and that no document remembers, and how to take it back. */
export interface LibraryStep {
  readonly atMs: number;
  /** The flow that it was done to, in whose view alone it is taken back; `null` is in every view. */
  readonly flowId: string | null;
  readonly undo: () => unknown;
  readonly redo: () => unknown;
}

/** What a step is made of. */
type StepParts = Pick<LibraryStep, 'undo' | 'redo'> & Partial<Pick<LibraryStep, 'flowId'>>;

interface LibrarySteps {
  readonly past: readonly LibraryStep[];
  readonly future: readonly LibraryStep[];
}

const mostSteps = 100;

const stepsStore = createStore<LibrarySteps>(() => ({ past: [], future: [] }));

/** Something was done that undo takes back. Gives the way to take back just this, if that was not done yet. */
export function libraryStepTaken({ flowId = null, redo, undo }: StepParts): () => void {
  const step = { atMs: Date.now(), flowId, undo, redo };
  stepsStore.setState(({ past }) => ({ past: [...past, step].slice(-mostSteps), future: [] }));
  return () => {
    const { past } = stepsStore.getState();
    const at = past.indexOf(step);
    if (at >= 0) undone(step, past, at);
  };
}

/** Another workspace is open. */
export function libraryStepsForgotten(): void {
  stepsStore.setState(stepsStore.getInitialState(), true);
}

/** Whether there is a step to take in the view of a document. */
export function useHasLibrarySteps(direction: 'back' | 'forward', activeId: string | null): boolean {
  return useStore(stepsStore, ({ future, past }) =>
    (direction === 'back' ? past : future).some((step) => isOf(step, activeId)),
  );
}

/** Takes the last step back, if nothing of a document was edited since; says whether there was one. */
export function libraryStepUndone(activeId: string | null): boolean {
  const { past } = stepsStore.getState();
  const at = past.findLastIndex((each) => isOf(each, activeId));
  const step = past[at];
  const editedMs = historyOf(activeId)?.past.at(-1)?.atMs ?? -Infinity;
  if (step === undefined || editedMs > step.atMs) return false;
  undone(step, past, at);
  return true;
}

/** Takes the step again that was taken back, if it came before what the document would do again. */
export function libraryStepRedone(activeId: string | null): boolean {
  const { future, past } = stepsStore.getState();
  const at = future.findIndex((each) => isOf(each, activeId));
  const step = future[at];
  const editedMs = historyOf(activeId)?.future[0]?.atMs ?? Infinity;
  if (step === undefined || editedMs < step.atMs) return false;
  stepsStore.setState({ past: [...past, step], future: future.toSpliced(at, 1) });
  step.redo();
  return true;
}

function undone(step: LibraryStep, past: readonly LibraryStep[], at: number): void {
  stepsStore.setState(({ future }) => ({ past: past.toSpliced(at, 1), future: [step, ...future] }));
  step.undo();
}

function isOf({ flowId }: LibraryStep, activeId: string | null): boolean {
  return flowId === null || flowId === activeId;
}

function historyOf(id: string | null) {
  return documentsStore.getState().documents[id ?? '']?.history;
}
