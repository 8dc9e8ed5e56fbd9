import type { PhaseName } from '#shared/run-events/call-events.ts';
import { useShownRun } from '../../store/use-shown-run.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './phase-legend.module.css';
import bars from './timeline.module.css';

/** What is sent has the colour of what is waited for. */
const phases: readonly (readonly [PhaseName, string])[] = [
  ['dns', 'DNS'],
  ['connect', 'Connect'],
  ['tls', 'TLS'],
  ['wait', 'Wait'],
  ['download', 'Download'],
];

/** What the colours of the bars mean, where there are bars and room for it. */
export function PhaseLegend({ ownerId }: { readonly ownerId: string | null }) {
  const hasCalls = useShownRun(ownerId)?.calls.length ?? 0;
  if (hasCalls === 0) return null;
  return (
    <ul className={styles.legend} aria-label="Phases of a call">
      {phases.map(([phase, words]) => (
        <li key={phase}>
          <i className={classNames(styles.swatch, bars[phase])} />
          {words}
        </li>
      ))}
    </ul>
  );
}
