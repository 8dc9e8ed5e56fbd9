import type { ReactNode } from 'react';
import type { IconName } from '../icon/icon.tsx';

/** What a tree shows: a thing and the things in it. */
export interface TreeItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** At the right end, 11 px. */
  readonly meta?: ReactNode;
  readonly children?: readonly TreeItem[] | undefined;
}

/** An item that can be seen, with its place among its siblings for screen readers. */
export interface TreeRow {
  readonly item: TreeItem;
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
export function treeRows(
  items: readonly TreeItem[],
  isExpanded: (id: string) => boolean,
  level = 1,
  parentId: string | null = null,
): readonly TreeRow[] {
  return items.flatMap((item, index) => {
    const children = item.children ?? [];
    const expanded = children.length === 0 ? null : isExpanded(item.id);
    const row = { item, level, parentId, position: index + 1, siblings: items.length, expanded };
    const below = expanded === true ? treeRows(children, isExpanded, level + 1, item.id) : [];
    return [row, ...below];
  });
}
