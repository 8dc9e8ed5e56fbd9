import { Icon } from '../../../ui/icon/icon.tsx';
import { RunRing } from '../../../ui/status/run-ring.tsx';
import { runRings } from '../card-flags.tsx';
import { problemsInWords, type GroupSums } from './group-sums.ts';
import styles from './group-card.module.css';

/** The right end of a collapsed group: what its nodes have together, as their cards would show it each. */
export function GroupFlags({ sums }: { readonly sums: GroupSums }) {
  const { breakpoints, errors, hasErrorNode, standIns, state, warnings } = sums;
  return (
    <span className={styles.flags}>
      {errors + warnings > 0 && (
        <span className={errors > 0 ? styles.error : styles.warning} title={problemsInWords(sums)}>
          <Icon name={errors > 0 ? 'problem' : 'warning'} size={14} label={problemsInWords(sums)} />
          <span aria-hidden>{errors + warnings}</span>
        </span>
      )}
      {hasErrorNode && (
        <span title="Error node of the flow">
          <Icon name="error-node" size={14} label="Error node of the flow" />
        </span>
      )}
      {standIns > 0 && (
        <span title={counted(standIns, 'call is', 'calls are')}>
          <Icon name="fixture" size={12} label={counted(standIns, 'call is', 'calls are')} />
        </span>
      )}
      {breakpoints > 0 && (
        <span
          role="img"
          className={styles.stops}
          aria-label={breakpoints === 1 ? '1 breakpoint' : `${String(breakpoints)} breakpoints`}
          title={breakpoints === 1 ? '1 breakpoint' : `${String(breakpoints)} breakpoints`}
        />
      )}
      {state !== null && <RunRing state={runRings[state]} />}
    </span>
  );
}

function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many} not live`;
}
