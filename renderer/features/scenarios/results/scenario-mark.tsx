import { useScenarioStatus } from '../../../store/scenario-runs.ts';
import { RunRing } from '../../../ui/status/run-ring.tsx';
import { statusRings, statusWords } from './status-words.ts';
import styles from './results.module.css';

/** How a scenario went the last time, at the end of its row. */
export function ScenarioMark({ scenarioId }: { readonly scenarioId: string }) {
  const status = useScenarioStatus(scenarioId);
  if (status === undefined) return null;
  return (
    <span className={styles.mark} title={statusWords[status]}>
      <RunRing state={statusRings[status]} size={14} silent />
      <span className={styles.unseen}>{statusWords[status]}</span>
    </span>
  );
}
