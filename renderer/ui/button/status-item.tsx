import { Button as Base } from '@base-ui/react/button';
import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import { Tooltip } from '../overlay/tooltip.tsx';
import styles from './status-item.module.css';

export interface StatusItemProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  readonly icon?: IconName | undefined;
  readonly tone?: 'neutral' | 'warning' | 'error' | 'paused' | undefined;
  readonly tooltip?: string | undefined;
  readonly keys?: string | undefined;
}

/** One fact of the status bar; with `onClick` a button, else text. */
export function StatusItem({
  icon,
  tone = 'neutral',
  tooltip,
  keys,
  className,
  children,
  ...rest
}: StatusItemProps) {
  const names = classNames(styles.item, styles[tone], className);
  const content = (
    <>
      {icon !== undefined && <Icon name={icon} size={13} className={styles.icon} />}
      {children}
    </>
  );
  if (rest.onClick === undefined && rest['aria-haspopup'] === undefined) {
    return (
      <Tooltip content={tooltip} side="top">
        <span className={names}>{content}</span>
      </Tooltip>
    );
  }
  return (
    <Tooltip content={tooltip} keys={keys} side="top">
      <Base type="button" {...rest} className={classNames(names, styles.button)}>
        {content}
      </Base>
    </Tooltip>
  );
}
