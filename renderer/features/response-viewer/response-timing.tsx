import type { ReactNode } from 'react';
import type { PhaseName } from '#shared/run-events/call-events.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { AttemptView, ExchangeView } from '#shared/run-events/run-view.ts';
import { handshakeSentence } from '#shared/run-events/handshake-sentence.ts';
import { EmptyState } from '../../ui/status/empty-state.tsx';
import { StatusChip } from '../../ui/status/status-chip.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './response-timing.module.css';

const phaseWords: Readonly<Record<PhaseName, string>> = {
  dns: 'DNS',
  connect: 'Connect',
  tls: 'TLS',
  send: 'Send',
  wait: 'Wait for first byte',
  download: 'Download',
};

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
  const phases = attempt.exchanges.flatMap((exchange) => exchange.phases);
  return (
    <section className={styles.attempt} aria-label={`Attempt ${String(attempt.number)}`}>
      <div className={styles.title}>
        <h3>{only ? 'Timing' : `Attempt ${String(attempt.number)}`}</h3>
        {!only && <AttemptStatus attempt={attempt} />}
        <span className={styles.total}>
          {attempt.tookMs === null ? 'running' : formatDuration(attempt.tookMs)}
        </span>
      </div>
      {phases.length > 0 && (
        <div className={styles.bar} aria-hidden>
          {phases.map((phase, at) => (
            <u key={at} className={styles[phase.phase]} style={{ flexGrow: Math.max(phase.tookMs, 0.01) }} />
          ))}
        </div>
      )}
      {phases.map((phase, at) => (
        <div key={at} className={styles.phase}>
          <u className={classNames(styles.dot, styles[phase.phase])} />
          <span>{phaseWords[phase.phase]}</span>
          <span className={styles.took}>{formatDuration(phase.tookMs)}</span>
          <span className={styles.at}>at {formatDuration(phase.startMs)}</span>
        </div>
      ))}
      <Facts attempt={attempt} />
    </section>
  );
}

/** Behind a proxy the address that is seen is the proxy's own. */
function peerOf(exchange: ExchangeView | undefined, remoteAddress: string | null): string {
  if (exchange?.proxy !== undefined) return `through the proxy ${exchange.proxy}`;
  return remoteAddress === null ? '' : `with ${remoteAddress}`;
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
  const last = attempt.exchanges.at(-1);
  const secured = last?.secured ?? null;
  const facts = [
    attempt.sentence,
    connectionSentence(last),
    secured === null ? null : handshakeSentence(secured),
    streamSentence(last),
    delaySentence(attempt),
  ];
  return facts
    .filter((fact) => fact !== null)
    .map((fact, at) => (
      <p key={at} className={styles.fact}>
        {fact}
      </p>
    ));
}

function connectionSentence(exchange: ExchangeView | undefined): string | null {
  const head = exchange?.head ?? null;
  if (head === null) return exchange?.proxy === undefined ? null : `Through the proxy ${exchange.proxy}`;
  const reused = head.reusedConnection ? ', on a connection that was open' : '';
  return `HTTP/${head.httpVersion} ${peerOf(exchange, head.remoteAddress)}${reused}`;
}

function streamSentence(exchange: ExchangeView | undefined): string | null {
  const count = exchange?.events.at(-1)?.number ?? 0;
  if (count === 0) return null;
  return count === 1 ? 'One event of a stream.' : `${String(count)} events of a stream.`;
}

/** What was planned and what it came to: a busy machine wakes up late. */
function delaySentence({ delayMs, observedDelayMs }: AttemptView): string | null {
  if (delayMs === null) return null;
  const planned = formatDuration(delayMs);
  if (observedDelayMs === null) return `Then a delay: planned ${planned}.`;
  return `Then a delay: planned ${planned}, observed ${formatDuration(observedDelayMs)}.`;
}
