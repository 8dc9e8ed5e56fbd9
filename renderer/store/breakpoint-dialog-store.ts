import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { BreakpointPlace } from './breakpoints.ts';

/** The breakpoint whose condition is asked for, in a dialog over the window. */
export interface BreakpointAsked extends BreakpointPlace {
  readonly flowId: string;
}

const store = createStore<{ readonly asked: BreakpointAsked | null }>(() => ({ asked: null }));

export function breakpointAsked(asked: BreakpointAsked): void {
  store.setState({ asked });
}

export function breakpointDialogClosed(): void {
  store.setState({ asked: null });
}

export function useBreakpointAsked(): BreakpointAsked | null {
  return useStore(store, ({ asked }) => asked);
}
