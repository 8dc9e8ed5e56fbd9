import type { Box } from '#shared/flow/box.ts';
import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import { withPositions } from '#shared/flow/edit-flow.ts';
import {
  withChangedGroup,
  withFittedGroups,
  withGroup,
  withMovedGroups,
  withoutGroups,
  withResizedGroup,
  withSettledMembers,
} from '#shared/flow/edit-groups.ts';
import { freeNodeName } from '#shared/flow/flow-fragment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupByNode, groupsOf, type Group } from '#shared/flow/group.ts';
import { collapsedGroupsOf, groupsCollapsed } from '../../../store/collapsed-groups.ts';
import { documentEdited } from '../../../store/documents-store.ts';
import { flowWithId } from '../../../store/flow-with-id.ts';
import { newId } from '../../../store/new-id.ts';
import {
  groupPicked,
  selectionChanged,
  selectionOf,
  type FlowSelection,
} from '../../../store/selection-store.ts';
import { cardBox } from '../node-size.ts';

const edit = (flowId: string, change: (flow: Flow) => Flow, field: string | null = null): void =>
  documentEdited<Flow>(flowId as Flow['id'], change, field);

/** Puts a frame round what is selected, groups with all that is in them, and selects it; says which group came, if one did. */
export function selectionGrouped(flowId: string): string | null {
  const flow = flowWithId(flowId);
  if (flow === undefined) return null;
  const members = new Set([
    ...selectionOf(flowId).nodes,
    ...membersOfGroups(flow, selectionOf(flowId).groups),
  ]);
  if (members.size === 0) return null;
  const name = freeNodeName('Group', new Set(groupsOf(flow).map((group) => group.name)));
  const id = newId('gr');
  edit(flowId, (before) => withGroup(before, { id, name, colour: 'grey' }, members, cardBox));
  groupPicked(flowId, id);
  return id;
}

/** The selected groups; where none is, those of the selected nodes. */
export function groupsMeant(flow: Flow | undefined, selection: FlowSelection): readonly string[] {
  if (selection.groups.length > 0 || flow === undefined) return selection.groups;
  const byNode = groupByNode(flow);
  return [...new Set(selection.nodes.flatMap((node) => byNode.get(node)?.id ?? []))];
}

/** Takes frames away; what was in them stays, and is selected. */
export function ungrouped(flowId: string, groupIds: readonly string[]): void {
  const flow = flowWithId(flowId);
  if (flow === undefined) return;
  const nodes = membersOfGroups(flow, groupIds);
  groupsCollapsed(flowId, groupIds, false);
  edit(flowId, (before) => withoutGroups(before, new Set(groupIds)));
  selectionChanged(flowId, { nodes });
}

export function groupChanged(
  flowId: string,
  groupId: string,
  change: Partial<Pick<Group, 'name' | 'colour'>>,
  field: string | null = null,
): void {
  edit(flowId, (flow) => withChangedGroup(flow, groupId, (group) => ({ ...group, ...change })), field);
}

export function groupResized(flowId: string, groupId: string, box: Box): void {
  edit(flowId, (flow) => withResizedGroup(flow, groupId, box, cardBox));
}

/** Draws the frame of a group round what is in it. */
export function groupFitted(flowId: string, groupId: string): void {
  edit(flowId, (flow) => withFittedGroups(flow, cardBox, ({ id }) => id === groupId));
}

/** The flow with nodes and groups at new places: a group takes along what is in it. */
export function withItemsAt(flow: Flow, places: ReadonlyMap<string, CanvasPoint>): Flow {
  return withPositions(withMovedGroups(flow, places, cardBox), places);
}

/** Nodes and groups were moved by hand. */
export function itemsMoved(
  flowId: string,
  places: ReadonlyMap<string, CanvasPoint>,
  field: string | null = null,
): void {
  edit(flowId, (flow) => withItemsMoved(flow, places), field);
}

/** The flow with items moved by hand: nodes that went by themselves join the frame that they came to, and leave theirs. */
export function withItemsMoved(flow: Flow, places: ReadonlyMap<string, CanvasPoint>): Flow {
  const byNode = groupByNode(flow);
  const alone = [...places.keys()].filter((id) => !places.has(byNode.get(id)?.id ?? ''));
  return withItemsSettled(withItemsAt(flow, places), alone);
}

/** The flow after nodes came to where they are, new ones too: they are in the frame that they are seen in, and in no other. */
export function withItemsSettled(flow: Flow, nodes: readonly string[]): Flow {
  const collapsed = collapsedGroupsOf(flow.id);
  return withSettledMembers(flow, new Set(nodes), cardBox, ({ id }) => !collapsed.has(id));
}

/** The flow after nodes were brought into order: whoever was in a group still is, and the frames of those that moved fit anew. */
export function withItemsArranged(flow: Flow, places: ReadonlyMap<string, CanvasPoint>): Flow {
  return withFittedGroups(withItemsAt(flow, places), cardBox, ({ nodes }) =>
    nodes.some((id) => places.has(id)),
  );
}

/** Shows groups as one card each, or as frames again. What is selected can be seen: of a group that collapses it is the group. */
export function groupsFolded(flowId: string, groupIds: readonly string[], folded: boolean): void {
  const flow = flowWithId(flowId);
  if (flow === undefined) return;
  const before = selectionOf(flowId);
  const hidden = new Set(folded ? membersOfGroups(flow, groupIds) : []);
  const nodes = before.nodes.filter((id) => !hidden.has(id));
  if (nodes.length < before.nodes.length)
    selectionChanged(flowId, { ...before, nodes, groups: [...new Set([...before.groups, ...groupIds])] });
  groupsCollapsed(flowId, groupIds, folded);
}

/** The ids of the nodes in some groups, in the order of the flow. */
export function membersOfGroups(flow: Flow, groupIds: readonly string[]): readonly string[] {
  const byNode = groupByNode(flow);
  return flow.nodes.map(({ id }) => id).filter((id) => groupIds.includes(byNode.get(id)?.id ?? ''));
}
