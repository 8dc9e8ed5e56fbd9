import { Progress as Base } from '@base-ui/react/progress';
import { useId } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import styles from './progress.module.css';

export interface ProgressProps {
  /** What is being done: "Importing crm.openapi.json". */
  readonly label: string;
  /** `null` while nobody knows how much there is. */
  readonly done: number | null;
  readonly total: number;
  readonly onCancel?: (() => void) | undefined;
}

/** How far work is whose name and end stand beside it: a bar in a line. */
export function ProgressInLine({ label, done, total }: Omit<ProgressProps, 'onCancel'>) {
  return (
    <div className={styles.inLine}>
      <Base.Root value={done} max={total} aria-label={label} className={styles.grows}>
        <Base.Track className={styles.track}>
          <Base.Indicator className={styles.bar} />
        </Base.Track>
      </Base.Root>
      {done !== null && <span className={styles.count}>{`${done} of ${total}`}</span>}
    </div>
  );
}

/** Long work: what it is, how far it is, and a way to stop it. */
export function Progress({ label, done, total, onCancel }: ProgressProps) {
  const id = useId();
  return (
    <div className={styles.work}>
      <div className={styles.line}>
        <span id={id} className={styles.label} title={label}>
          {label}
        </span>
        {done !== null && <span className={styles.count}>{`${done} of ${total}`}</span>}
        {onCancel !== undefined && <IconButton icon="x" iconSize={12} label="Cancel" onClick={onCancel} />}
      </div>
      <Base.Root value={done} max={total} aria-labelledby={id}>
        <Base.Track className={styles.track}>
          <Base.Indicator className={styles.bar} />
        </Base.Track>
      </Base.Root>
    </div>
  );
}
