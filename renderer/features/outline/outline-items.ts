import { flowOrder } from '#shared/flow/flow-order.ts';
import type { Flow } from '#shared/flow/flow.ts';
import { groupByNode, groupsOf, type Group } from '#shared/flow/group.ts';
import { noteTitle } from '#shared/nodes/note-node.ts';
import type { FlowNode } from '#shared/nodes/node.ts';
import type { TreeItem } from '../../ui/list/tree.tsx';

/** A row of the outline with the rows below it. */
export interface OutlineItem extends TreeItem {
  readonly children: OutlineItem[];
}

/** The rows that the next one may stand below, from the outermost on. */
type Branch = { readonly item: OutlineItem; readonly depth: number }[];

/**
 * The rows of a flow: those that stand deeper than the one before them become its children. A group stands where the first of
 * its nodes would, with all of them below it; groups without nodes stand at the end.
 */
export function outlineItems(flow: Flow): readonly OutlineItem[] {
  const roots: OutlineItem[] = [];
  const byNode = groupByNode(flow);
  const main: Branch = [];
  const groups = new Map<string, { readonly item: OutlineItem; readonly branch: Branch }>();
  for (const { node, depth } of flowOrder(flow)) {
    const group = byNode.get(node.id);
    if (group === undefined) {
      const item = nodeItem(node, flow);
      parentAt(main, depth, roots).push(item);
      main.push({ item, depth });
      continue;
    }
    const known = groups.get(group.id) ?? { item: groupItem(group), branch: [] };
    if (!groups.has(group.id)) parentAt(main, depth, roots).push(known.item);
    groups.set(group.id, known);
    const item = nodeItem(node, flow);
    parentAt(known.branch, depth, known.item.children).push(item);
    known.branch.push({ item, depth });
  }
  const empty = groupsOf(flow).filter(({ id }) => !groups.has(id));
  return [...roots, ...empty.map(groupItem)];
}

/** Where a row at a depth goes: below the last that is not as deep, else to the outermost ones. */
function parentAt(branch: Branch, depth: number, outermost: OutlineItem[]): OutlineItem[] {
  while ((branch.at(-1)?.depth ?? -1) >= depth) branch.pop();
  return branch.at(-1)?.item.children ?? outermost;
}

function nodeItem(node: FlowNode, { errorNode }: Flow): OutlineItem {
  return {
    id: node.id,
    label: node.kind === 'note' ? noteTitle(node) : node.name,
    icon: node.kind,
    ...(errorNode === node.id && { meta: 'error node' }),
    children: [],
  };
}

function groupItem({ id, name }: Group): OutlineItem {
  return { id, label: name, icon: 'group', children: [] };
}
