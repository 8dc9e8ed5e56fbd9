import type { TreeItem } from './tree-rows.ts';

/** How an item of a tree is ticked, as screen readers hear it. */
export type CheckedState = 'true' | 'false' | 'mixed';

/** The things in an item that can be ticked: itself, where it holds none. */
export function leavesOf(item: TreeItem): readonly TreeItem[] {
  return item.children === undefined ? [item] : item.children.flatMap(leavesOf);
}

/** An item that holds others is ticked with all of them, and mixed with some of them. */
export function checkedState(item: TreeItem, checked: ReadonlySet<string>): CheckedState {
  const leaves = leavesOf(item);
  const count = leaves.filter(({ id }) => checked.has(id)).length;
  if (count === 0) return 'false';
  return count === leaves.length ? 'true' : 'mixed';
}
