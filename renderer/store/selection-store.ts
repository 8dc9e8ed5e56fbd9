import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { nodesUncovered } from './collapsed-groups.ts';
import { callPickCleared } from './runs-store.ts';

/** A connection is named by the exit it leaves from, since an exit has one at most. */
export interface SelectedConnection {
  readonly node: string;
  readonly exit: string;
}

export interface FlowSelection {
  readonly nodes: readonly string[];
  readonly connections: readonly SelectedConnection[];
  readonly groups: readonly string[];
}

export const emptySelection: FlowSelection = { nodes: [], connections: [], groups: [] };

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

/**
 * Something else was selected, and nothing that is not named: what was picked before in the timeline or the chat is no longer
 * what one looks at. What is selected can be seen: a group that hides it expands.
 */
export function selectionChanged(flowId: string, parts: Partial<FlowSelection>): void {
  const selection = { ...emptySelection, ...parts };
  nodesUncovered(flowId, selection.nodes);
  if (selection.nodes.join() !== selectionOf(flowId).nodes.join()) callPickCleared();
  selectionStore.setState((state) => ({ flows: { ...state.flows, [flowId]: selection } }));
}

/** Adds a node to what is selected, or takes it out. */
export function nodeToggled(flowId: string, nodeId: string): void {
  const before = selectionOf(flowId);
  selectionChanged(flowId, { ...before, nodes: toggledIn(before.nodes, nodeId) });
}

/** Adds a group to what is selected, or takes it out. */
export function groupToggled(flowId: string, groupId: string): void {
  const before = selectionOf(flowId);
  selectionChanged(flowId, { ...before, groups: toggledIn(before.groups, groupId) });
}

function toggledIn(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}

/** Selects one node and nothing else. */
export function nodePicked(flowId: string, nodeId: string): void {
  selectionChanged(flowId, { nodes: [nodeId] });
}

/** Selects one group and nothing else. */
export function groupPicked(flowId: string, groupId: string): void {
  selectionChanged(flowId, { groups: [groupId] });
}

/** Selects one connection and nothing else. */
export function connectionPicked(flowId: string, connection: SelectedConnection): void {
  selectionChanged(flowId, { nodes: [], connections: [connection] });
}
