import { useMemo } from 'react';
import type { Flow } from '#shared/flow/flow.ts';
import { groupByNode, groupsOf } from '#shared/flow/group.ts';
import { flowWithId } from './flow-with-id.ts';
import { useView, viewStore } from './view-store.ts';

const none: readonly string[] = [];

/** The groups of a flow that this window shows as one card each: how one looks at a flow is no part of its document. */
export function collapsedGroupsOf(flowId: string): ReadonlySet<string> {
  return new Set(viewStore.getState().collapsedGroups[flowId] ?? none);
}

export function useCollapsedGroups(flowId: string): ReadonlySet<string> {
  const ids = useView((state) => state.collapsedGroups[flowId] ?? none);
  return useMemo(() => new Set(ids), [ids]);
}

/** Shows groups of a flow as one card each, or as frames again. */
export function groupsCollapsed(flowId: string, groupIds: readonly string[], collapsed: boolean): void {
  const before = collapsedGroupsOf(flowId);
  const after = groupIds.reduce((ids, id) => {
    if (collapsed) ids.add(id);
    else ids.delete(id);
    return ids;
  }, new Set(before));
  if (after.size === before.size) return;
  viewStore.setState((state) => {
    const { [flowId]: _, ...others } = state.collapsedGroups;
    return { collapsedGroups: after.size === 0 ? others : { ...others, [flowId]: [...after] } };
  });
}

/** The collapsed group that hides each node which is hidden. */
export function hidingGroups(flow: Flow, collapsed: ReadonlySet<string>): ReadonlyMap<string, string> {
  if (collapsed.size === 0 || groupsOf(flow).length === 0) return noneHidden;
  return new Map(
    [...groupByNode(flow)].flatMap(([node, { id }]) => (collapsed.has(id) ? [[node, id] as const] : [])),
  );
}

const noneHidden: ReadonlyMap<string, string> = new Map();

/** Expands the groups that hide some nodes: whoever goes to a node sees it. */
export function nodesUncovered(flowId: string, nodeIds: readonly string[]): void {
  const flow = flowWithId(flowId);
  if (flow === undefined) return;
  const hiding = hidingGroups(flow, collapsedGroupsOf(flowId));
  const groups = nodeIds.flatMap((id) => hiding.get(id) ?? []);
  if (groups.length > 0) groupsCollapsed(flowId, groups, false);
}
