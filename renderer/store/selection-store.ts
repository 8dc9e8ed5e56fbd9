import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { callPickCleared } from './runs-store.ts';

/** A connection is named by the exit it leaves from, since an exit has one at most. */
export interface SelectedConnection {
  readonly node: string;
  readonly exit: string;
}

export interface FlowSelection {
  readonly nodes: readonly string[];
  readonly connections: readonly SelectedConnection[];
}

export const emptySelection: FlowSelection = { nodes: [], connections: [] };

/** What is selected in each flow: the canvas, the outline and the inspector show the same. */
export const selectionStore = createStore<{ readonly flows: Readonly<Record<string, FlowSelection>> }>(
  () => ({
    flows: {},
  }),
);

export function useSelection(flowId: string | null): FlowSelection {
  return useStore(
    selectionStore,
    (state) => (flowId === null ? undefined : state.flows[flowId]) ?? emptySelection,
  );
}

export function selectionOf(flowId: string): FlowSelection {
  return selectionStore.getState().flows[flowId] ?? emptySelection;
}

/** Something else was selected: what was picked before in the timeline or the chat is no longer what one looks at. */
export function selectionChanged(flowId: string, selection: FlowSelection): void {
  if (selection.nodes.join() !== selectionOf(flowId).nodes.join()) callPickCleared();
  selectionStore.setState((state) => ({ flows: { ...state.flows, [flowId]: selection } }));
}

/** Adds a node to what is selected, or takes it out. */
export function nodeToggled(flowId: string, nodeId: string): void {
  const { nodes, connections } = selectionOf(flowId);
  const others = nodes.filter((each) => each !== nodeId);
  const toggled = others.length < nodes.length ? others : [...nodes, nodeId];
  selectionChanged(flowId, { nodes: toggled, connections });
}

/** Selects one node and nothing else. */
export function nodePicked(flowId: string, nodeId: string): void {
  selectionChanged(flowId, { nodes: [nodeId], connections: [] });
}

/** Selects one connection and nothing else. */
export function connectionPicked(flowId: string, connection: SelectedConnection): void {
  selectionChanged(flowId, { nodes: [], connections: [connection] });
}
