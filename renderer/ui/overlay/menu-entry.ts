import type { ReactNode } from 'react';
import type { IconName } from '../icon/icon.tsx';

/** Does something. */
export interface MenuAction {
  readonly kind: 'action';
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly keys?: string | undefined;
  /** Right of the label, 11 px, where there are no keys. */
  readonly meta?: ReactNode;
  readonly danger?: boolean | undefined;
  readonly disabledReason?: string | undefined;
  readonly onSelect: () => void;
}

/** Switches something on and off. */
export interface MenuCheck {
  readonly kind: 'check';
  readonly label: string;
  readonly keys?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Picks one of several. */
export interface MenuChoice {
  readonly kind: 'choice';
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly MenuOption[];
  readonly onChange: (value: string) => void;
}

export interface MenuOption {
  readonly value: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly before?: ReactNode;
  readonly meta?: ReactNode;
}

/** A titled part of a menu. */
export interface MenuGroup {
  readonly kind: 'group';
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** A menu inside a menu. */
export interface Submenu {
  readonly kind: 'submenu';
  readonly label: string;
  readonly icon?: IconName | undefined;
  readonly entries: readonly MenuEntry[];
}

/** A row of a menu, a line between rows, or rows that belong together. */
export type MenuEntry =
  MenuAction | MenuCheck | MenuChoice | MenuGroup | Submenu | { readonly kind: 'separator' };
