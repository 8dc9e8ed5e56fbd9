import type { ReactNode } from 'react';
import type { IconName } from '../icon/icon.tsx';

/** What a list shows in one row. */
export interface ListItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** At the right end, 11 px: a count, a lock, a ring. The row's menu takes its place on hover. */
  readonly meta?: ReactNode;
}

/** The row whose name is being edited, and what becomes of it. */
export interface ListRenaming {
  readonly id: string;
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}
