import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import styles from './panel-head.module.css';

export interface PanelHeadProps {
  readonly title: ReactNode;
  /** Before the title, for the thing that a panel shows. */
  readonly icon?: IconName | undefined;
  /** After the title, 11 px: the kind of the thing, or how many there are. */
  readonly aside?: ReactNode;
  /** At the right end: icon buttons of 24. */
  readonly tools?: ReactNode;
  /** A line below, where content follows at once. */
  readonly ruled?: boolean | undefined;
  /** The heading's level in the page. */
  readonly level?: 1 | 2 | 3 | undefined;
}

/** The head of a side bar, an inspector or a panel without tabs: on the line that all heads share. */
export function PanelHead({ title, icon, aside, tools, ruled = false, level = 2 }: PanelHeadProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={classNames(styles.head, ruled && styles.ruled)}>
      {icon !== undefined && <Icon name={icon} className={styles.icon} />}
      <Heading dir="auto" className={styles.title} title={typeof title === 'string' ? title : undefined}>
        {title}
      </Heading>
      {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      {tools !== undefined && <div className={styles.tools}>{tools}</div>}
    </div>
  );
}
