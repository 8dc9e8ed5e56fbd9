// Generates what a person may do to a flow, for properties of edits and undo.
import fc from 'fast-check';
import {
  withChangedNode,
  withConnection,
  withMovedConnection,
  withNode,
  withoutConnections,
  withoutNodes,
  withPositions,
} from '#shared/flow/edit-flow.ts';
import {
  withGroup,
  withMovedGroups,
  withoutGroups,
  withResizedGroup,
  withSettledMembers,
} from '#shared/flow/edit-groups.ts';
import { groupsOf } from '#shared/flow/group.ts';
import { fragmentOf, withFragment } from '#shared/flow/flow-fragment.ts';
import type { Flow } from '#shared/flow/flow.ts';
import type { NodeId } from '#shared/ids/ids.ts';
import type { ConditionNode } from '#shared/nodes/condition-node.ts';
import { newBranch } from '#shared/nodes/new-branch.ts';
import { newNode } from '#shared/nodes/new-node.ts';
import { canBeEntered, nodeExits } from '#shared/nodes/node-exits.ts';
import { nodeKinds, type FlowNode } from '#shared/nodes/node.ts';
import { storyId } from '../stories/story-id.ts';
import { anyFlow } from './any-flow.ts';

/** Something that a person does to a flow; nodes are meant by their place in the list, so that it fits any flow. */
export interface FlowEdit {
  readonly name: string;
  readonly apply: (flow: Flow, serial: number) => Flow;
}

/** A flow as the canvas can make it: every connection leaves by an exit that its node has and leads to a node. */
export const anySoundFlow: fc.Arbitrary<Flow> = anyFlow.map((flow) => {
  const bare: Flow = { ...flow, connections: [] };
  return flow.connections.reduce((sound, { from, to }) => withConnection(sound, from, to), bare);
});

/** What is wrong with a flow that edits have made, in words; `null` where nothing is. */
export function flowTrouble(flow: Flow): string | null {
  const byId = new Map<string, FlowNode>(flow.nodes.map((node) => [node.id, node]));
  if (byId.size !== flow.nodes.length) return 'two nodes have one id';
  if (flow.errorNode !== null && !byId.has(flow.errorNode)) return 'the error node is gone';
  const exits = flow.connections.map(({ from }) => `${from.node} ${from.exit}`);
  if (new Set(exits).size !== exits.length) return 'an exit leads to two nodes';
  const troubles = flow.connections.map(({ from, to }) =>
    connectionTrouble(byId.get(from.node), from.exit, byId.get(to)),
  );
  return troubles.find((trouble) => trouble !== null) ?? groupTrouble(flow, byId);
}

function groupTrouble(flow: Flow, byId: ReadonlyMap<string, FlowNode>): string | null {
  const groups = groupsOf(flow);
  if (flow.groups?.length === 0) return 'a word of groups is left where there is none';
  if (new Set(groups.map(({ id }) => id)).size !== groups.length) return 'two groups have one id';
  const members = groups.flatMap(({ nodes }) => nodes);
  if (new Set(members).size !== members.length) return 'a node is in two groups';
  return members.every((id) => byId.has(id)) ? null : 'a group holds a node that is gone';
}

function connectionTrouble(
  source: FlowNode | undefined,
  exit: string,
  target: FlowNode | undefined,
): string | null {
  if (source === undefined || target === undefined) return 'a connection dangles';
  if (!nodeExits(source).includes(exit)) return `${source.name} has no exit ${exit}`;
  return canBeEntered(target) ? null : `a connection leads into a ${target.kind}`;
}

const place = fc.nat(30);
const at = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items.length === 0 ? undefined : items[index % items.length];
const idAt = (flow: Flow, index: number): NodeId =>
  at(flow.nodes, index)?.id ?? storyId('nd', 'no such node');
const some = fc.uniqueArray(place, { maxLength: 4 });
const idsAt = (flow: Flow, indexes: readonly number[]): ReadonlySet<string> =>
  new Set(indexes.map((index) => idAt(flow, index)));

const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const branchIds = [storyId('br', 'branch 0'), storyId('br', 'branch 1')] as const;
const exitName = fc.constantFrom(
  ...['next', 'success', 'error', 'no-answer', '404', '5xx', 'failure', 'else', ...branchIds],
);

const adding = fc.tuple(fc.constantFrom(...nodeKinds), point).map(([kind, position]): FlowEdit => ({
  name: `add ${kind}`,
  apply: (flow, serial) => withNode(flow, newNode(kind, storyId('nd', `added ${String(serial)}`), position)),
}));
const removing = some.map((indexes): FlowEdit => ({
  name: `remove ${indexes.join()}`,
  apply: (flow) => withoutNodes(flow, idsAt(flow, indexes)),
}));
const moving = fc.tuple(some, point).map(([indexes, position]): FlowEdit => ({
  name: `move ${indexes.join()}`,
  apply: (flow) => withPositions(flow, new Map([...idsAt(flow, indexes)].map((id) => [id, position]))),
}));
const connecting = fc.tuple(place, exitName, place).map(([from, exit, to]): FlowEdit => ({
  name: `connect ${String(from)} ${exit} to ${String(to)}`,
  apply: (flow) => withConnection(flow, { node: idAt(flow, from), exit }, idAt(flow, to)),
}));
const reconnecting = fc.tuple(place, exitName, place).map(([line, exit, to]): FlowEdit => ({
  name: `move connection ${String(line)} to ${exit} and ${String(to)}`,
  apply: (flow) => {
    const old = at(flow.connections, line)?.from;
    return old === undefined
      ? flow
      : withMovedConnection(flow, old, { node: old.node, exit }, idAt(flow, to));
  },
}));
const disconnecting = fc.tuple(place, exitName).map(([from, exit]): FlowEdit => ({
  name: `disconnect ${String(from)} ${exit}`,
  apply: (flow) => withoutConnections(flow, [{ node: idAt(flow, from), exit }]),
}));
const changing = fc
  .tuple(place, fc.uniqueArray(fc.constantFrom('404', '5xx', 'failure'), { maxLength: 2 }), fc.boolean())
  .map(([index, exits, limited]): FlowEdit => ({
    name: `change ${String(index)}`,
    apply: (flow) => withChangedNode(flow, idAt(flow, index), (node) => otherExits(node, exits, limited)),
  }));
const copying = fc.tuple(some, point).map(([indexes, offset]): FlowEdit => ({
  name: `copy ${indexes.join()}`,
  apply: (flow, serial) => {
    const fragment = fragmentOf(flow, idsAt(flow, indexes));
    let copies = 0;
    const newId = () => storyId('nd', `copy ${String(serial)} ${String((copies += 1))}`);
    const newGroup = () => storyId('gr', `copy ${String(serial)} ${String((copies += 1))}`);
    return fragment === null ? flow : withFragment(flow, fragment, offset, newId, newGroup).flow;
  },
}));

const boxOf = ({ position }: FlowNode) => ({ ...position, width: 180, height: 80 });
const grouping = some.map((indexes): FlowEdit => ({
  name: `group ${indexes.join()}`,
  apply: (flow, serial) => {
    const made = { id: storyId('gr', `made ${String(serial)}`), name: 'Made', colour: 'blue' } as const;
    return withGroup(flow, made, idsAt(flow, indexes), boxOf);
  },
}));
const ungrouping = place.map((index): FlowEdit => ({
  name: `ungroup ${String(index)}`,
  apply: (flow) => withoutGroups(flow, new Set([groupAt(flow, index)])),
}));
const movingGroup = fc.tuple(place, point).map(([index, to]): FlowEdit => ({
  name: `move group ${String(index)}`,
  apply: (flow) => withMovedGroups(flow, new Map([[groupAt(flow, index), to]]), boxOf),
}));
const dropping = fc.tuple(some, point).map(([indexes, to]): FlowEdit => ({
  name: `drop ${indexes.join()}`,
  apply: (flow) => {
    const ids = idsAt(flow, indexes);
    return withSettledMembers(withPositions(flow, new Map([...ids].map((id) => [id, to]))), ids, boxOf);
  },
}));
const resizing = fc
  .tuple(place, point, fc.nat(2000), fc.nat(2000))
  .map(([index, at, width, height]): FlowEdit => ({
    name: `resize ${String(index)}`,
    apply: (flow) => withResizedGroup(flow, groupAt(flow, index), { ...at, width, height }, boxOf),
  }));
const groupAt = (flow: Flow, index: number): string => at(groupsOf(flow), index)?.id ?? '';

function otherExits(node: FlowNode, exits: readonly string[], limited: boolean): FlowNode {
  if (node.kind === 'api-call') return { ...node, config: { ...node.config, exits: [...exits] } };
  if (node.kind === 'condition') return withOtherBranches(node, limited);
  if (node.kind === 'prompt') return { ...node, config: { ...node.config, limit: limited ? 2 : null } };
  return node;
}

/** A branch is added, or the first one is taken out. */
function withOtherBranches(node: ConditionNode, less: boolean): ConditionNode {
  const { branches } = node.config;
  const free = branchIds.find((id) => branches.every((branch) => branch.id !== id));
  if (less || free === undefined) return { ...node, config: { branches: branches.slice(1) } };
  return { ...node, config: { branches: [...branches, newBranch(free, branches)] } };
}

/** Any edit of a flow. */
export const anyFlowEdit: fc.Arbitrary<FlowEdit> = fc.oneof(
  adding,
  removing,
  moving,
  connecting,
  reconnecting,
  disconnecting,
  changing,
  copying,
  grouping,
  ungrouping,
  movingGroup,
  dropping,
  resizing,
);

/** The flow after some edits, one after another. */
export function afterEdits(flow: Flow, edits: readonly FlowEdit[]): Flow {
  return edits.reduce((before, edit, serial) => edit.apply(before, serial), flow);
}
