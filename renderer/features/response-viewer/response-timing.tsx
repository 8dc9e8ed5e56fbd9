import type { ReactNode } from 'react';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { AttemptView } from '#shared/run-events/run-view.ts';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import { ExchangeTiming } from './exchange-timing.tsx';
import styles from './response-timing.module.css';

interface ResponseTimingProps {
  readonly attempts: readonly AttemptView[];
  /** Stands beside the attempts, or below them where it is narrow. */
  readonly beside?: ReactNode;
}

/** Attempts of a call with the phases of their exchanges. */
export function ResponseTiming({ attempts, beside }: ResponseTimingProps) {
  if (attempts.length === 0) {
    return (
      <EmptyState icon="history" title="No attempt">
        Nothing was sent, so nothing was timed.
      </EmptyState>
    );
  }
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Timing">
      <div className={styles.attempts}>
        {attempts.map((attempt) => (
          <Attempt key={attempt.number} attempt={attempt} only={attempts.length === 1} />
        ))}
      </div>
      {beside}
    </div>
  );
}

function Attempt({ attempt, only }: { readonly attempt: AttemptView; readonly only: boolean }) {
  const several = attempt.exchanges.length > 1;
  return (
    <section className={styles.attempt} aria-label={`Attempt ${String(attempt.number)}`}>
      <div className={styles.title}>
        <h3>{only ? 'Timing' : `Attempt ${String(attempt.number)}`}</h3>
        {!only && <AttemptStatus attempt={attempt} />}
        <span className={styles.total}>
          {attempt.tookMs === null ? 'running' : formatDuration(attempt.tookMs)}
        </span>
      </div>
      {attempt.exchanges.map((exchange, at) => (
        <ExchangeTiming key={at} exchange={exchange} titled={several} />
      ))}
      <Facts attempt={attempt} />
    </section>
  );
}

function AttemptStatus({ attempt }: { readonly attempt: AttemptView }) {
  if (attempt.tookMs === null) return null;
  return (
    <StatusChip
      status={attempt.statusCode === null ? 'failure' : 'success'}
      statusCode={attempt.statusCode}
      cause={attempt.code ?? undefined}
      brief
    />
  );
}

function Facts({ attempt }: { readonly attempt: AttemptView }) {
  return [attempt.sentence, delaySentence(attempt)]
    .filter((fact) => fact !== null)
    .map((fact, at) => (
      <p key={at} className={styles.fact}>
        {fact}
      </p>
    ));
}

/** What was planned and what it came to: a busy machine wakes up late. */
function delaySentence({ delayMs, observedDelayMs }: AttemptView): string | null {
  if (delayMs === null) return null;
  const planned = formatDuration(delayMs);
  if (observedDelayMs === null) return `Then a delay: planned ${planned}.`;
  return `Then a delay: planned ${planned}, observed ${formatDuration(observedDelayMs)}.`;
}
