import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

/** The dialogs about what stands in for calls: the fault of one, or the exits of a flow that no run has taken. */
export type AskedDialog =
  | { readonly type: 'fault'; readonly flowId: string; readonly nodeId: string }
  | { readonly type: 'exits'; readonly flowId: string };

const askedStore = createStore<{ readonly asked: AskedDialog | null }>(() => ({ asked: null }));

export function faultAsked(flowId: string, nodeId: string): void {
  askedStore.setState({ asked: { type: 'fault', flowId, nodeId } });
}

export function exitsAsked(flowId: string): void {
  askedStore.setState({ asked: { type: 'exits', flowId } });
}

export function askedDialogClosed(): void {
  askedStore.setState({ asked: null });
}

export function useAskedDialog(): AskedDialog | null {
  return useStore(askedStore, ({ asked }) => asked);
}
