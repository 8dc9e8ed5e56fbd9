import type { WorkspaceDocument } from '#shared/workspace/document.ts';

/** Steps kept for each document; older ones are forgotten. */
export const historyLimit = 200;

/** Two edits of one field belong to one step when no more time than this lies between them. */
export const coalesceMs = 1000;

interface Step {
  readonly before: WorkspaceDocument;
  readonly after: WorkspaceDocument;
  readonly field: string | null;
  readonly atMs: number;
  /** What was done to several documents at once has one name in the history of each, and is undone in all of them. */
  readonly together: string | null;
}

/** What can be undone and redone in one document. */
export interface DocumentHistory {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const emptyHistory: DocumentHistory = { past: [], future: [] };

/** The history after an edit. Typing on in one `field` extends the last step; `null` always makes a step of its own. */
export function recordEdit(
  history: DocumentHistory,
  before: WorkspaceDocument,
  after: WorkspaceDocument,
  field: string | null,
  atMs: number,
  together: string | null = null,
): DocumentHistory {
  const last = history.past.at(-1);
  const continues =
    last !== undefined && field !== null && last.field === field && atMs - last.atMs <= coalesceMs;
  const step: Step = continues ? { ...last, after, atMs } : { before, after, field, atMs, together };
  const past = continues ? [...history.past.slice(0, -1), step] : [...history.past, step];
  return { past: past.slice(-historyLimit), future: [] };
}

/** One step back: the document as it was before it, or `null` where there is nothing to undo. */
export function stepBack(
  history: DocumentHistory,
): { readonly history: DocumentHistory; readonly document: WorkspaceDocument } | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  return {
    document: step.before,
    // A step that was undone takes no more typing.
    history: { past: history.past.slice(0, -1), future: [{ ...step, field: null }, ...history.future] },
  };
}

/** One step forward again, or `null` where nothing was undone. */
export function stepForward(
  history: DocumentHistory,
): { readonly history: DocumentHistory; readonly document: WorkspaceDocument } | null {
  const [step, ...future] = history.future;
  if (step === undefined) return null;
  return { document: step.after, history: { past: [...history.past, step], future } };
}

/** The name of what was done to several documents at once, where undo or redo would take that back or do it again. */
export function togetherIn({ future, past }: DocumentHistory, direction: 'back' | 'forward'): string | null {
  return (direction === 'back' ? past.at(-1) : future[0])?.together ?? null;
}

/** Whether what was done to several documents at once lies below what was done to this one since, or undone after it. */
export function isBuried(history: DocumentHistory, together: string, direction: 'back' | 'forward'): boolean {
  const steps = direction === 'back' ? history.past : history.future;
  return togetherIn(history, direction) !== together && steps.some((step) => step.together === together);
}
