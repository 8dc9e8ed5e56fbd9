import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { IconName } from '../icon/icon.tsx';
import { Icon } from '../icon/icon.tsx';
import styles from './note.module.css';

export type NoteTone = 'exception' | 'error' | 'warning' | 'paused' | 'info';

export interface NoteProps {
  readonly tone: NoteTone;
  /** What happened and where, in a few words. */
  readonly title: string;
  /** What it means, in a sentence. */
  readonly children?: ReactNode;
  /** The ways on: one outlined button, the others quiet. */
  readonly actions?: ReactNode;
  /** Read out at once when it appears. */
  readonly live?: boolean | undefined;
}

const icons: Readonly<Record<NoteTone, IconName>> = {
  exception: 'exception',
  error: 'circle-x',
  warning: 'warning',
  paused: 'paused',
  info: 'info',
};

/** A message that stands where the thing it speaks of is, with the ways on. */
export function Note({ tone, title, children, actions, live = false }: NoteProps) {
  return (
    <div className={classNames(styles.note, styles[tone])} role={live ? 'alert' : undefined}>
      <Icon name={icons[tone]} className={styles.icon} />
      <div className={styles.words}>
        <strong className={styles.title}>{title}</strong>
        {children !== undefined && <div className={styles.body}>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
