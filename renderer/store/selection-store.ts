import { use } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { nodesUncovered } from './collapsed-groups.ts';
import { leftOnRight, OnSide, rightView, viewOf } from './editor-sides.ts';
import { callPickCleared } from './runs-store.ts';
import { useView, viewStore } from './view-store.ts';

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

/**
 * What is selected in each flow, by its view: the canvas, the outline and the inspector show the same. Without a side that
 * of the side with the focus is meant.
 */
export const selectionStore = createStore<{ readonly flows: Readonly<Record<string, FlowSelection>> }>(
  () => ({
    flows: {},
  }),
);

// What was selected on the right side stays so when the left one shows the flow no longer.
viewStore.subscribe((now, before) => {
  const { flows } = selectionStore.getState();
  const kept = leftOnRight(before, now).map((id) => [id, flows[rightView(id)] ?? emptySelection] as const);
  if (kept.length > 0) selectionStore.setState({ flows: { ...flows, ...Object.fromEntries(kept) } });
});

export function useSelection(flowId: string | null): FlowSelection {
  const side = use(OnSide);
  const view = useView((state) => (flowId === null ? '' : viewOf(state, flowId, side)));
  return useStore(selectionStore, ({ flows }) => flows[view] ?? emptySelection);
}

export function selectionOf(flowId: string): FlowSelection {
  return selectionStore.getState().flows[viewOf(viewStore.getState(), flowId, null)] ?? emptySelection;
}

/**
 * Something else was selected, and nothing that is not named: what was picked before in the timeline or the chat is no longer
 * what one looks at. What is selected can be seen: a group that hides it expands.
 */
export function selectionChanged(flowId: string, parts: Partial<FlowSelection>): void {
  const selection = { ...emptySelection, ...parts };
  nodesUncovered(flowId, selection.nodes);
  if (selection.nodes.join() !== selectionOf(flowId).nodes.join()) callPickCleared();
  const view = viewOf(viewStore.getState(), flowId, null);
  selectionStore.setState(({ flows }) => ({ flows: { ...flows, [view]: selection } }));
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
