import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Guide } from '#shared/flow/alignment-guides.ts';

/** What a canvas draws while something is moved on it: what it lines up with, and the connection that it would be put onto. */
export interface CanvasHints {
  readonly flowId: string | null;
  readonly guides: readonly Guide[];
  /** The connection that takes what is let go now, by the id of its line. */
  readonly takingLine: string | null;
}

const none: CanvasHints = { flowId: null, guides: [], takingLine: null };
const noGuides: readonly Guide[] = [];

const store = createStore<CanvasHints>(() => none);

/** How long guides stay after a move by a key, which has no end that could be seen. */
const afterKeyMs = 1200;
let clearing = 0;

export function useGuides(flowId: string): readonly Guide[] {
  return useStore(store, (state) => (state.flowId === flowId ? state.guides : noGuides));
}

/** Whether a connection takes what is let go now. */
export function useIsTaking(lineId: string): boolean {
  return useStore(store, (state) => state.takingLine === lineId);
}

export function takingLine(flowId: string): string | null {
  const state = store.getState();
  return state.flowId === flowId ? state.takingLine : null;
}

export function guidesShown(flowId: string, guides: readonly Guide[]): void {
  window.clearTimeout(clearing);
  store.setState({ flowId, guides });
}

/** Shows guides for a moment. */
export function guidesFlashed(flowId: string, guides: readonly Guide[]): void {
  guidesShown(flowId, guides);
  clearing = window.setTimeout(() => store.setState({ guides: [] }), afterKeyMs);
}

export function takingLineShown(flowId: string, lineId: string | null): void {
  if (takingLine(flowId) === lineId) return;
  store.setState({ flowId, takingLine: lineId });
}

/** Nothing is moved any more. */
export function hintsCleared(): void {
  window.clearTimeout(clearing);
  if (store.getState() !== none) store.setState(none, true);
}
