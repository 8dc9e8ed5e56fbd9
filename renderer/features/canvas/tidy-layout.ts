import { movedBox, type Box } from '#shared/flow/box.ts';
import type { CanvasPoint } from '#shared/flow/canvas-point.ts';
import { membersOf } from '#shared/flow/edit-groups.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { fittingFrame } from '#shared/flow/group-frame.ts';
import { groupByNode, groupsOf, type Group } from '#shared/flow/group.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import { shownGroupBox } from './groups/collapsed-box.ts';
import { layeredBoxes, type LaidItem } from './layered-boxes.ts';
import { cardBox } from './node-size.ts';

/** What is to be tidied. */
export interface TidyWish {
  /** Nodes and groups; `null` for the whole flow. */
  readonly only?: ReadonlySet<string> | null;
  readonly collapsed?: ReadonlySet<string>;
}

/**
 * Places in columns from left to right, for some nodes and groups of a flow or for all of it. A frame is tidied by itself
 * and then moves as a whole, like a collapsed group or a frame that is meant without what is in it. Of a group of which
 * some nodes alone are meant these are tidied where they are, so that they stay in their frame.
 */
export function tidyLayout(
  flow: Flow,
  { collapsed = nothing, only = null }: TidyWish = {},
): ReadonlyMap<string, CanvasPoint> {
  const isMeant = ({ id }: FlowNode) => only === null || only.has(id);
  const parts: Part[] = [];
  const places = new Map<string, Box>();
  for (const group of groupsOf(flow)) {
    const part = groupPart(flow, group, only, collapsed);
    if (part !== null) parts.push(part);
    else for (const [id, box] of tidied(flow, membersOf(flow, group).filter(isMeant))) places.set(id, box);
  }
  const byNode = groupByNode(flow);
  const loose = flow.nodes.filter((node) => isMeant(node) && isPlaced(node) && !byNode.has(node.id));
  parts.push(...loose.map((node) => cardPart(node)));
  for (const [id, box] of partsTidied(flow, parts)) places.set(id, box);
  return new Map([...places].map(([id, { x, y }]) => [id, { x, y }]));
}

const nothing: ReadonlySet<string> = new Set();

/** Something that is laid out as one, and what of the flow goes along with it. */
interface Part extends LaidItem {
  /** The nodes whose lines are its lines. */
  readonly nodes: readonly string[];
  readonly along: ReadonlyMap<string, Box>;
}

/** A group that is laid out as one; `null` where only some nodes of it are meant, or nothing. */
function groupPart(
  flow: Flow,
  group: Group,
  only: ReadonlySet<string> | null,
  collapsed: ReadonlySet<string>,
): Part | null {
  const members = membersOf(flow, group);
  const isFilled = members.length > 0;
  const allMeant = isFilled && members.every(({ id }) => only === null || only.has(id));
  if (allMeant && !collapsed.has(group.id)) return framePart(flow, group, members);
  const isWhole = only === null ? isFilled : only.has(group.id);
  return isWhole ? wholePart(flow, group, collapsed) : null;
}

function cardPart(node: FlowNode): Part {
  const box = cardBox(node);
  return { id: node.id, box, nodes: [node.id], along: new Map([[node.id, box]]) };
}

function wholePart(flow: Flow, group: Group, collapsed: ReadonlySet<string>): Part {
  const box = shownGroupBox(flow, group, collapsed);
  const nodes = membersOf(flow, group).map(({ id }) => id);
  return { id: group.id, box, nodes, along: new Map([[group.id, box]]) };
}

function framePart(flow: Flow, group: Group, members: readonly FlowNode[]): Part {
  const notes = members.filter((node) => !isPlaced(node)).map((node) => [node.id, cardBox(node)] as const);
  const along = new Map<string, Box>([...notes, ...tidied(flow, members)]);
  const box = fittingFrame([...along.values()]);
  return { id: group.id, box, nodes: members.map(({ id }) => id), along };
}

// A note stands where somebody put it: nothing leads there that could say where else it belongs.
const isPlaced = ({ kind }: FlowNode): boolean => kind !== 'note';

/** Some nodes, laid out where they begin by the lines between them. */
function tidied(flow: Flow, nodes: readonly FlowNode[]): ReadonlyMap<string, Box> {
  const items = nodes.filter(isPlaced).map((node) => ({ id: node.id, box: cardBox(node) }));
  return layeredBoxes(
    items,
    flow.connections.map(({ from, to }) => [from.node, to]),
  );
}

function partsTidied(flow: Flow, parts: readonly Part[]): ReadonlyMap<string, Box> {
  const partOf = new Map(parts.flatMap(({ id, nodes }) => nodes.map((node) => [node, id] as const)));
  const lines = flow.connections.flatMap(({ from, to }) => {
    const ends = [partOf.get(from.node) ?? '', partOf.get(to) ?? ''] as const;
    // What leads from a group into itself asks for no room round its frame.
    return ends[0] === ends[1] && ends[0] !== to ? [] : [ends];
  });
  const boxes = layeredBoxes(parts, lines);
  return new Map(
    parts.flatMap(({ along, box, id }) => {
      const { x, y } = boxes.get(id) ?? box;
      const by = { x: x - box.x, y: y - box.y };
      return [...along].map(([each, at]) => [each, movedBox(at, by)] as const);
    }),
  );
}
