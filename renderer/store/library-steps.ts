import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { coalesceMs } from './document-history.ts';
import { documentsStore } from './documents-store.ts';

/** A dialog whose changes hold at once, and are taken back in it and in the window. */
export type StepDialog = 'persona';

/** Something that was done and that no document remembers, and how to take it back. */
export interface LibraryStep {
  readonly atMs: number;
  /** The flow that it was done to, in whose view alone it is taken back; `null` is in every view. */
  readonly flowId: string | null;
  /** What it was done in, where that takes it back by itself as well: its steps alone. */
  readonly dialog: StepDialog | null;
  /** What is typed on in; `null` where each time is a step of its own. */
  readonly field: string | null;
  readonly undo: () => unknown;
  readonly redo: () => unknown;
  /** Whether it was taken back in another way, so that undo has nothing to do. */
  readonly isSettled: () => boolean;
}

/** What a step is made of. */
type StepParts = Pick<LibraryStep, 'undo' | 'redo'> &
  Partial<Pick<LibraryStep, 'flowId' | 'dialog' | 'field' | 'isSettled'>>;

interface LibrarySteps {
  readonly past: readonly LibraryStep[];
  readonly future: readonly LibraryStep[];
}

const mostSteps = 100;

const stepsStore = createStore<LibrarySteps>(() => ({ past: [], future: [] }));

const never = (): boolean => false;

// Whoever does something else has decided against what was taken back before, as in a document.
documentsStore.subscribe(({ touched }, before) => {
  if (touched === before.touched) return;
  const { future } = stepsStore.getState();
  const left = future.filter((step) => !touched.some((id) => isOf(step, id)));
  if (left.length < future.length) stepsStore.setState({ future: left });
});

/**
 * Something was done that undo takes back; typing on in one field extends the last step, as in documents. Gives the way to take
 * back just this, if that was not done yet.
 */
export function libraryStepTaken(parts: StepParts): () => void {
  const { dialog = null, flowId = null, field = null, isSettled, redo } = parts;
  const atMs = Date.now();
  const { past: before } = stepsStore.getState();
  const last = before.at(-1);
  const continues = field !== null && last?.field === field && atMs - last.atMs <= coalesceMs;
  const undo = continues ? last.undo : parts.undo;
  const ways =
    isSettled === undefined ? { isSettled: never, redo, undo } : undoneAfterwards({ isSettled, redo, undo });
  const step = { atMs, flowId, dialog, field, ...ways };
  const past = continues ? before.slice(0, -1) : before;
  stepsStore.setState({ past: [...past, step].slice(-mostSteps), future: [] });
  return () => {
    const { past } = stepsStore.getState();
    const at = past.indexOf(step);
    if (at >= 0 && !step.isSettled()) undone(step, past, at);
  };
}

/** While a step that can be settled is still being done again, undo waits for that, and what is there until then settles nothing. */
function undoneAfterwards({
  isSettled,
  redo,
  undo,
}: Pick<LibraryStep, 'isSettled' | 'redo' | 'undo'>): Pick<LibraryStep, 'isSettled' | 'redo' | 'undo'> {
  let redoing: Promise<unknown> | null = null;
  return {
    isSettled: () => redoing === null && isSettled(),
    undo: () => (redoing === null ? undo() : redoing.then(undo)),
    redo: () => {
      const done = redo();
      if (done instanceof Promise) redoing = done.finally(() => (redoing = null));
      return redoing;
    },
  };
}

/** Another workspace is open. */
export function libraryStepsForgotten(): void {
  stepsStore.setState(stepsStore.getInitialState(), true);
}

/** Whether there is a step to take in the view of a document. */
export function useHasLibrarySteps(direction: 'back' | 'forward', activeId: string | null): boolean {
  return useStore(stepsStore, ({ future, past }) =>
    direction === 'back'
      ? past.some((step) => isOf(step, activeId) && !step.isSettled())
      : future.some((step) => isOf(step, activeId)),
  );
}

/** Takes the last step back, if nothing of a document was edited since; says whether there was one. */
export function libraryStepUndone(activeId: string | null): boolean {
  const { past } = stepsStore.getState();
  const at = past.findLastIndex((each) => isOf(each, activeId) && !each.isSettled());
  const step = past[at];
  const editedMs = historyOf(activeId)?.past.at(-1)?.atMs ?? -Infinity;
  if (step === undefined || editedMs > step.atMs) return false;
  undone(step, past, at);
  return true;
}

/** Takes the step again that was taken back, if it came before what the document would do again. */
export function libraryStepRedone(activeId: string | null): boolean {
  const { future } = stepsStore.getState();
  const at = future.findIndex((each) => isOf(each, activeId));
  const step = future[at];
  const editedMs = historyOf(activeId)?.future[0]?.atMs ?? Infinity;
  if (step === undefined || editedMs < step.atMs) return false;
  doneAgain(step, at);
  return true;
}

/** Takes back what was done last in a dialog; whatever was done around it stays. */
export function dialogStepUndone(dialog: StepDialog): void {
  const { past } = stepsStore.getState();
  const at = past.findLastIndex((each) => each.dialog === dialog);
  const step = past[at];
  if (step !== undefined) undone(step, past, at);
}

/** Does again what was taken back of a dialog. */
export function dialogStepRedone(dialog: StepDialog): void {
  const { future } = stepsStore.getState();
  const at = future.findIndex((each) => each.dialog === dialog);
  const step = future[at];
  if (step !== undefined) doneAgain(step, at);
}

function doneAgain(step: LibraryStep, at: number): void {
  stepsStore.setState(({ future, past }) => ({ past: [...past, step], future: future.toSpliced(at, 1) }));
  step.redo();
}

function undone(step: LibraryStep, past: readonly LibraryStep[], at: number): void {
  // A step that was undone takes no more typing.
  const ended = { ...step, field: null };
  stepsStore.setState(({ future }) => ({ past: past.toSpliced(at, 1), future: [ended, ...future] }));
  step.undo();
}

function isOf({ flowId }: LibraryStep, activeId: string | null): boolean {
  return flowId === null || flowId === activeId;
}

function historyOf(id: string | null) {
  return documentsStore.getState().documents[id ?? '']?.history;
}
