import { useChangesInWords } from '../../../store/scenario-changes.ts';
import { useScenarioStatus } from '../../../store/scenario-runs.ts';
import { classNames } from '../../../ui/class-names.ts';
import { RunRing } from '../../../ui/status/run-ring.tsx';
import { statusRings, statusWords } from './status-words.ts';
import styles from './results.module.css';

/** How a scenario went the last time, at the end of its row. */
export function ScenarioMark({ scenarioId }: { readonly scenarioId: string }) {
  const status = useScenarioStatus(scenarioId);
  const changes = useChangesInWords(scenarioId);
  if (status === undefined) return null;
  const words =
    changes === null ? statusWords[status] : `${statusWords[status]}; changed since this result: ${changes}`;
  return (
    <span className={classNames(styles.mark, changes !== null && styles.outdated)} title={words}>
      <RunRing state={statusRings[status]} size={14} silent />
      <span className={styles.unseen}>{words}</span>
    </span>
  );
}
