import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

/** The tabs of an API Call's settings. */
export type CallTab = 'request' | 'body' | 'response' | 'retry' | 'exits';

/** A tab that somebody was sent to; a new object for each time, so that being sent there again is seen. */
interface AskedTab {
  readonly nodeId: string;
  readonly tab: CallTab;
}

export const callTabStore = createStore<{
  readonly asked: AskedTab | null;
  /** The tab that each node's settings were last seen at. */
  readonly shown: Readonly<Record<string, CallTab>>;
}>(() => ({ asked: null, shown: {} }));

/** A tab of a node's settings is in view. */
export function callTabShown(nodeId: string, tab: CallTab): void {
  if (callTabStore.getState().shown[nodeId] === tab) return;
  callTabStore.setState(({ shown }) => ({ shown: { ...shown, [nodeId]: tab } }));
}

/** A tab of a node is to be shown, now or when the node is. */
export function callTabAsked(nodeId: string, tab: CallTab): void {
  callTabStore.setState({ asked: { nodeId, tab } });
}

/** The tab that was last asked for of a node, or `null`. */
export function useAskedCallTab(nodeId: string): AskedTab | null {
  return useStore(callTabStore, ({ asked }) => (asked?.nodeId === nodeId ? asked : null));
}
