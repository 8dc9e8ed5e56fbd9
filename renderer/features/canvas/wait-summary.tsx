import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { NodeRunView } from '#shared/run-events/run-view.ts';
import type { WaitNode } from '#shared/nodes/wait-node.ts';
import { classNames } from '../../ui/class-names.ts';
import { useQuarterSecond } from '../../ui/status/use-quarter-second.ts';
import { TemplateText } from '../../ui/template/template-text.tsx';
import { Took } from './card-status.tsx';
import styles from './card-summary.module.css';

interface WaitSummaryProps {
  readonly config: WaitNode['config'];
  readonly run: NodeRunView | null;
}

/** How long a wait is; while a run waits there, how much of it is left, and afterwards how long it took. */
export function WaitSummary({ config, run }: WaitSummaryProps) {
  const untilMs = run?.waitUntilMs ?? null;
  if (untilMs !== null) return <Countdown untilMs={untilMs} />;
  return (
    <p className={classNames(styles.summary, styles.timed)}>
      {config.amount === '' ? (
        <span className={styles.unset}>No duration yet</span>
      ) : (
        <span className={styles.line}>
          <TemplateText source={config.amount} /> {config.unit}
        </span>
      )}
      <Took tookMs={run?.tookMs ?? null} />
    </p>
  );
}

function Countdown({ untilMs }: { readonly untilMs: number }) {
  const leftSeconds = Math.max(0, Math.ceil((untilMs - useQuarterSecond()) / 1000));
  return (
    <p className={classNames(styles.summary, styles.line, styles.countdown)}>
      {formatDuration(leftSeconds * 1000)} left
    </p>
  );
}
