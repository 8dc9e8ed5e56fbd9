import { Progress as Base } from '@base-ui/react/progress';
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

/** Long work: what it is, how far it is, and a way to stop it. */
export function Progress({ label, done, total, onCancel }: ProgressProps) {
  return (
    <Base.Root value={done} max={total} className={styles.work}>
      <div className={styles.line}>
        <Base.Label className={styles.label}>{label}</Base.Label>
        {done !== null && <span className={styles.count}>{`${done} of ${total}`}</span>}
        {onCancel !== undefined && <IconButton icon="x" iconSize={12} label="Cancel" onClick={onCancel} />}
      </div>
      <Base.Track className={styles.track}>
        <Base.Indicator className={styles.bar} />
      </Base.Track>
    </Base.Root>
  );
}
