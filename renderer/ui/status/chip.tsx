import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import styles from './chip.module.css';

/** What a chip's colour means; its words or its icon say the same. */
export type ChipTone =
  'neutral' | 'accent' | 'paused' | 's2xx' | 's3xx' | 's4xx' | 's5xx' | 'failure' | 'exception';

export interface ChipProps {
  readonly tone?: ChipTone | undefined;
  readonly icon?: IconName | undefined;
  /** 18 high, 22 in the head of a response. */
  readonly size?: 'm' | 'l' | undefined;
  readonly children: ReactNode;
}

/** A word on a tinted ground. */
export function Chip({ tone = 'neutral', icon, size = 'm', children }: ChipProps) {
  return (
    <span className={classNames(styles.chip, styles[tone], size === 'l' && styles.large)}>
      {icon !== undefined && <Icon name={icon} size={11} />}
      {children}
    </span>
  );
}
