import type { NodeId } from '../ids/ids.ts';
import type { FlowNode } from '../nodes/node.ts';
import type { Box } from './box.ts';
import { wholePixels, type CanvasPoint } from './canvas-point.ts';
import type { Flow } from './flow.ts';
import { fittingFrame, frameBox, hasMiddleIn, isWithin } from './group-frame.ts';
import { groupByNode, groupsOf, groupSizes, type Group } from './group.ts';

/** Says where the card of a node is drawn. */
export type BoxOf = (node: FlowNode) => Box;

/** The flow with a new group round nodes, which leave the groups that they were in; of those, none stays empty by it. */
export function withGroup(
  flow: Flow,
  { id, name, colour }: Pick<Group, 'id' | 'name' | 'colour'>,
  members: ReadonlySet<string>,
  boxOf: BoxOf,
): Flow {
  const nodes = flow.nodes.filter((node) => members.has(node.id));
  if (nodes.length === 0) return flow;
  const others = groupsOf(flow).flatMap((group) => {
    const left = group.nodes.filter((node) => !members.has(node));
    if (left.length === group.nodes.length) return [group];
    return left.length === 0 ? [] : [{ ...group, nodes: left }];
  });
  const group = { id, name, colour, ...placed(fittingFrame(nodes.map(boxOf))), nodes: idsOf(nodes) };
  return { ...flow, groups: [...others, group] };
}

/** The flow without some groups; what was in them stays where it is. */
export function withoutGroups(flow: Flow, ids: ReadonlySet<string>): Flow {
  const left = groupsOf(flow).filter(({ id }) => !ids.has(id));
  return withGroups(flow, left);
}

/** The flow with one group changed. */
export function withChangedGroup(flow: Flow, id: string, change: (group: Group) => Group): Flow {
  return withGroups(
    flow,
    groupsOf(flow).map((group) => (group.id === id ? change(group) : group)),
  );
}

/** The flow with groups that no longer hold some nodes; their frames stay. */
export function withoutMembers(flow: Flow, ids: ReadonlySet<string>): Flow {
  return withGroups(
    flow,
    groupsOf(flow).map((group) =>
      group.nodes.some((node) => ids.has(node))
        ? { ...group, nodes: group.nodes.filter((node) => !ids.has(node)) }
        : group,
    ),
  );
}

/**
 * The flow with frames at new places, and where that takes what is in them: all of it goes along.
 *
 * @param places where frames as they are drawn come to stand, by group
 */
export function withMovedGroups(flow: Flow, places: ReadonlyMap<string, CanvasPoint>, boxOf: BoxOf): Flow {
  const byNode = groupByNode(flow);
  const moves = new Map<string, CanvasPoint>(
    groupsOf(flow).flatMap((group) => {
      const to = places.get(group.id);
      if (to === undefined) return [];
      const from = frameBox(group, membersOf(flow, group).map(boxOf));
      return [[group.id, wholePixels({ x: to.x - from.x, y: to.y - from.y })] as const];
    }),
  );
  const moved = <Item extends { readonly position: CanvasPoint }>(item: Item, by: CanvasPoint | undefined) =>
    by === undefined || (by.x === 0 && by.y === 0)
      ? item
      : { ...item, position: wholePixels({ x: item.position.x + by.x, y: item.position.y + by.y }) };
  const nodes = flow.nodes.map((node) => moved(node, moves.get(byNode.get(node.id)?.id ?? '')));
  const isSame = nodes.every((node, at) => node === flow.nodes[at]);
  const groups = groupsOf(flow).map((group) => moved(group, moves.get(group.id)));
  return withGroups(isSame ? flow : { ...flow, nodes }, groups);
}

/**
 * The flow after nodes were moved by hand: one that has its middle in a frame is in it from now on, the topmost of several;
 * one that has it in none is in no group. Where its own frame is does not depend on it.
 *
 * @param open tells of a group whether its frame is there to be dropped into
 */
export function withSettledMembers(
  flow: Flow,
  moved: ReadonlySet<string>,
  boxOf: BoxOf,
  open: (group: Group) => boolean = () => true,
): Flow {
  const groups = groupsOf(flow);
  if (groups.length === 0) return flow;
  const frames = groups.filter(open).map((group) => {
    const others = membersOf(flow, group).filter(({ id }) => !moved.has(id));
    return { group, box: frameBox(group, others.map(boxOf)) };
  });
  const homes = new Map(
    flow.nodes
      .filter(({ id }) => moved.has(id))
      .map((node) => [
        node.id,
        frames.findLast(({ box }) => hasMiddleIn(boxOf(node), box))?.group.id ?? null,
      ]),
  );
  return withHomes(flow, homes);
}

/** The flow with a frame of another size at another place; what it then holds all of, and is in no group, joins it. */
export function withResizedGroup(flow: Flow, id: string, box: Box, boxOf: BoxOf): Flow {
  const resized = withChangedGroup(flow, id, (group) => ({ ...group, ...placed(box) }));
  const group = groupsOf(resized).find((each) => each.id === id);
  if (group === undefined) return flow;
  const { position, width, height } = group;
  const frame = { ...position, width, height };
  const byNode = groupByNode(resized);
  const joining = resized.nodes.filter((node) => !byNode.has(node.id) && isWithin(boxOf(node), frame));
  if (joining.length === 0) return resized;
  return withChangedGroup(resized, id, (each) => ({ ...each, nodes: [...each.nodes, ...idsOf(joining)] }));
}

/** The flow with frames drawn anew round what is in them; empty ones stay. */
export function withFittedGroups(
  flow: Flow,
  boxOf: BoxOf,
  meant: (group: Group) => boolean = () => true,
): Flow {
  return withGroups(
    flow,
    groupsOf(flow).map((group) => {
      const members = membersOf(flow, group);
      return members.length === 0 || !meant(group)
        ? group
        : { ...group, ...placed(fittingFrame(members.map(boxOf))) };
    }),
  );
}

/** The nodes that are in a group, in the order of the flow. */
export function membersOf(flow: Flow, group: Group): readonly FlowNode[] {
  const byNode = groupByNode(flow);
  return flow.nodes.filter(({ id }) => byNode.get(id)?.id === group.id);
}

function withHomes(flow: Flow, homes: ReadonlyMap<NodeId, string | null>): Flow {
  const groups = groupsOf(flow).map((group) => {
    const left = group.nodes.filter((id) => (homes.has(id) ? homes.get(id) === group.id : true));
    const joining = [...homes].filter(([id, home]) => home === group.id && !left.includes(id));
    if (left.length === group.nodes.length && joining.length === 0) return group;
    return { ...group, nodes: [...left, ...joining.map(([id]) => id)] };
  });
  return withGroups(flow, groups);
}

/** The same flow where no group differs; without a word of groups where there is none. */
function withGroups(flow: Flow, groups: readonly Group[]): Flow {
  const before = groupsOf(flow);
  if (groups.length === before.length && groups.every((group, at) => group === before[at])) return flow;
  const { groups: _, ...bare } = flow;
  return groups.length === 0 ? bare : { ...bare, groups: [...groups] };
}

function placed(box: Box): Pick<Group, 'position' | 'width' | 'height'> {
  const fit = (px: number, { min, max }: { readonly min: number; readonly max: number }) =>
    Math.min(max, Math.max(min, Math.round(px)));
  return {
    position: wholePixels(box),
    width: fit(box.width, groupSizes.width),
    height: fit(box.height, groupSizes.height),
  };
}

const idsOf = (nodes: readonly FlowNode[]): NodeId[] => nodes.map(({ id }) => id);
