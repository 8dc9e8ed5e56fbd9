/** What a tree shows: a thing and the things in it. */
export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly children?: readonly this[] | undefined;
}

/** A node that can be seen, with its place among its siblings for screen readers. */
export interface TreeRow<Node extends TreeNode> {
  readonly node: Node;
  /** From 1. */
  readonly level: number;
  readonly parentId: string | null;
  /** From 1. */
  readonly position: number;
  readonly siblings: number;
  /** `null` where there is nothing to unfold. */
  readonly expanded: boolean | null;
}

/** The rows that a tree shows, top to bottom; what is not expanded hides its children. */
export function treeRows<Node extends TreeNode>(
  nodes: readonly Node[],
  isExpanded: (id: string) => boolean,
  level = 1,
  parentId: string | null = null,
): readonly TreeRow<Node>[] {
  return nodes.flatMap((node, index) => {
    const children = node.children ?? [];
    const expanded = children.length === 0 ? null : isExpanded(node.id);
    const row = { node, level, parentId, position: index + 1, siblings: nodes.length, expanded };
    const below = expanded === true ? treeRows(children, isExpanded, level + 1, node.id) : [];
    return [row, ...below];
  });
}
