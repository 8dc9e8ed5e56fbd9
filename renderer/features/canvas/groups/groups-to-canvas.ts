import { boxAround, type Box } from '#shared/flow/box.ts';
import { membersOf } from '#shared/flow/edit-groups.ts';
import { frameBox, groupBarPx } from '#shared/flow/group-frame.ts';
import { groupByNode, groupsOf, groupSizes, type Group } from '#shared/flow/group.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import type { CanvasItem, CanvasNode, GroupNode } from '../canvas-model.ts';
import type { CanvasSource } from '../canvas-source.ts';
import { cardBox } from '../node-size.ts';
import { collapsedBox } from './collapsed-box.ts';
import { groupSums, problemsInWords, sumsInWords, type GroupSums } from './group-sums.ts';

/** Frames lie below notes, also while they are selected, for which the canvas lifts them by a thousand. */
const frameDepth = -2;
const liftedBy = 1000;
const marginPx = 8;

/**
 * The cards that are drawn, with the groups among them: each before the first of its nodes, so that Tab comes from the frame
 * to what is in it. Nodes of collapsed groups are not drawn.
 */
export function canvasItems(source: CanvasSource, cards: readonly CanvasNode[]): CanvasItem[] {
  const groups = groupsOf(source.flow);
  if (groups.length === 0) return [...cards];
  const byNode = groupByNode(source.flow);
  const waiting = new Map(groups.map((group) => [group.id as string, groupNode(source, group)]));
  const items: CanvasItem[] = [];
  for (const card of cards) {
    const id = byNode.get(card.id)?.id ?? '';
    const frame = waiting.get(id);
    if (frame !== undefined) items.push(frame);
    waiting.delete(id);
    if (!source.collapsed.has(id)) items.push(card);
  }
  return [...items, ...waiting.values()];
}

function groupNode(source: CanvasSource, group: Group): GroupNode {
  const members = membersOf(source.flow, group);
  const boxes = members.map(cardBox);
  const isCollapsed = source.collapsed.has(group.id);
  const frame = frameBox(group, boxes);
  const box = isCollapsed ? collapsedBox(group, frame) : frame;
  const isSelected = source.selection.groups.includes(group.id);
  const sums = groupSums(source, members);
  return {
    id: group.id,
    type: 'group',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    measured: { width: box.width, height: box.height },
    selected: isSelected,
    ...words(
      group,
      sums,
      isCollapsed,
      members.some(({ id }) => source.found?.has(id) === true),
    ),
    ...(isCollapsed ? {} : underCards(isSelected)),
    data: {
      flowId: source.flow.id,
      id: group.id,
      name: group.name,
      colour: group.colour,
      collapsed: isCollapsed,
      least: leastSize(frame, boxes),
      sums,
    },
  };
}

function words(
  { name }: Group,
  sums: GroupSums,
  isCollapsed: boolean,
  isFound: boolean,
): Pick<GroupNode, 'ariaLabel' | 'domAttributes'> {
  const problems = isCollapsed ? problemsInWords(sums) : '';
  const marks = isCollapsed && isFound ? { 'data-found': 'true' } : {};
  return {
    ariaLabel: `Group: ${name}, ${isCollapsed ? `collapsed, ${sumsInWords(sums)}` : sumsInWords(sums)}`,
    domAttributes: { ...(problems !== '' && { 'aria-description': problems }), ...marks },
  };
}

/** Only the bar and the corner of a frame are taken hold of: through the rest of it one works on the canvas. */
function underCards(isSelected: boolean): Pick<GroupNode, 'zIndex' | 'style'> {
  return { zIndex: isSelected ? frameDepth - liftedBy : frameDepth, style: { pointerEvents: 'none' } };
}

/** A frame is not made smaller than what is in it. */
function leastSize(frame: Box, boxes: readonly Box[]): { readonly width: number; readonly height: number } {
  const inside = boxAround(boxes);
  const reach = inside === null ? { x: frame.x, y: frame.y + groupBarPx } : farCorner(inside);
  return {
    width: Math.max(groupSizes.width.min, reach.x + marginPx - frame.x),
    height: Math.max(groupSizes.height.min, reach.y + marginPx - frame.y),
  };
}

function farCorner({ x, y, width, height }: Box) {
  return { x: x + width, y: y + height };
}

/** Where the ends of connections are drawn: at the card of a node, or at that of the collapsed group that hides it. */
export interface DrawnEnd {
  readonly id: string;
  readonly name: string;
  readonly box: Box;
  /** `null` for a collapsed group. */
  readonly node: FlowNode | null;
}

/** The end at a card that is seen. */
export function endOf(node: FlowNode): DrawnEnd {
  return { id: node.id, name: node.name, box: cardBox(node), node };
}

/** The ends of all nodes, by node. */
export function drawnEnds({
  collapsed,
  flow,
}: Pick<CanvasSource, 'collapsed' | 'flow'>): ReadonlyMap<string, DrawnEnd> {
  const byNode = groupByNode(flow);
  const cards = new Map<string, DrawnEnd>(
    groupsOf(flow)
      .filter(({ id }) => collapsed.has(id))
      .map((group) => {
        const box = collapsedBox(group, frameBox(group, membersOf(flow, group).map(cardBox)));
        return [group.id, { id: group.id, name: group.name, box, node: null }];
      }),
  );
  return new Map(
    flow.nodes.map((node) => [node.id as string, cards.get(byNode.get(node.id)?.id ?? '') ?? endOf(node)]),
  );
}
