import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import { Tooltip } from '../overlay/tooltip.tsx';
import styles from './rail-item.module.css';

export interface RailItemProps extends ComponentPropsWithRef<'button'> {
  readonly icon: IconName;
  readonly label: string;
  readonly keys?: string | undefined;
  /** Whether the side bar shows this now. */
  readonly active?: boolean | undefined;
}

/** One place of the rail: an icon whose tip gives its name and key. */
export function RailItem({ icon, label, keys, active = false, className, ...rest }: RailItemProps) {
  return (
    <Tooltip content={label} keys={keys} side="right">
      <button
        type="button"
        aria-label={label}
        aria-current={active ? 'page' : undefined}
        {...rest}
        className={classNames(styles.item, active && styles.active, className)}
      >
        <Icon name={icon} size={18} />
      </button>
    </Tooltip>
  );
}
