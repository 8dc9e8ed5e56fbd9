import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

/** Dialogs that ask for one thing: the fault of a call, the exits of a flow that no run has taken, the flow of a new scenario. */
export type AskedDialog =
  | { readonly type: 'fault'; readonly flowId: string; readonly nodeId: string }
  | { readonly type: 'exits'; readonly flowId: string }
  | { readonly type: 'new-scenario' };

const askedStore = createStore<{ readonly asked: AskedDialog | null }>(() => ({ asked: null }));

export function faultAsked(flowId: string, nodeId: string): void {
  askedStore.setState({ asked: { type: 'fault', flowId, nodeId } });
}

export function exitsAsked(flowId: string): void {
  askedStore.setState({ asked: { type: 'exits', flowId } });
}

export function newScenarioAsked(): void {
  askedStore.setState({ asked: { type: 'new-scenario' } });
}

export function askedDialogClosed(): void {
  askedStore.setState({ asked: null });
}

export function useAskedDialog(): AskedDialog | null {
  return useStore(askedStore, ({ asked }) => asked);
}
