import { Icon } from '../icon/icon.tsx';
import type { InheritedRow } from './key-value-props.ts';
import styles from './key-value-table.module.css';

interface FixedRowProps {
  readonly row: InheritedRow;
  /** Whether the table has one column more. */
  readonly extra: boolean;
}

/** A row that comes from elsewhere and cannot be changed here. */
export function FixedRow({ row, extra }: FixedRowProps) {
  return (
    <div role="row" className={styles.fixed}>
      <span role="cell" className={styles.check}>
        <Icon name={row.icon} size={14} label={row.from} />
      </span>
      <span role="cell" className={styles.cell} title={row.name}>
        <span className={styles.text}>{row.name}</span>
      </span>
      <span role="cell" className={styles.cell}>
        <span className={styles.text}>{row.value}</span>
      </span>
      {extra && <span role="cell" className={styles.cell} />}
      <span role="cell" className={styles.end}>
        {row.secret === true && <Icon name="lock" size={14} label="Secret" />}
      </span>
    </div>
  );
}
