import type { PhaseName } from '#shared/run-events/call-events.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import type { ExchangeView } from '#shared/run-events/run-view.ts';
import { classNames } from '../../ui/class-names.ts';
import { handshakeSentence } from '#shared/run-events/handshake-sentence.ts';
import { whereSentOn } from './where-sent-on.ts';
import styles from './response-timing.module.css';

const phaseWords: Readonly<Record<PhaseName, string>> = {
  dns: 'DNS',
  connect: 'Connect',
  tls: 'TLS',
  send: 'Send',
  wait: 'Wait for first byte',
  download: 'Download',
};

interface ExchangeTimingProps {
  readonly exchange: ExchangeView;
  /** Whether it is one of several of its attempt, and has to say which. */
  readonly titled: boolean;
}

/** The phases of one exchange, and what is known of its connection. */
export function ExchangeTiming({ exchange, titled }: ExchangeTimingProps) {
  const { head, method, phases, secured, url } = exchange;
  const sentOn = whereSentOn(exchange);
  const facts = [
    sentOn === null ? null : `Redirected ${sentOn}`,
    connectionSentence(exchange),
    secured === null ? null : handshakeSentence(secured),
    streamSentence(exchange),
  ];
  return (
    <div className={titled ? styles.exchange : undefined}>
      {titled && (
        <p className={styles.hop} title={url}>
          <span>{head === null ? '–' : head.statusCode}</span> {method} {url}
        </p>
      )}
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
      {facts
        .filter((fact) => fact !== null)
        .map((fact, at) => (
          <p key={at} className={styles.fact}>
            {fact}
          </p>
        ))}
    </div>
  );
}

/** Behind a proxy the address that is seen is the proxy's own. */
function peerOf(exchange: ExchangeView, remoteAddress: string | null): string {
  if (exchange.proxy !== undefined) return `through the proxy ${exchange.proxy}`;
  return remoteAddress === null ? '' : `with ${remoteAddress}`;
}

function connectionSentence(exchange: ExchangeView): string | null {
  const head = exchange.head;
  if (head === null) return exchange.proxy === undefined ? null : `Through the proxy ${exchange.proxy}`;
  const reused = head.reusedConnection ? ', on a connection that was open' : '';
  return `HTTP/${head.httpVersion} ${peerOf(exchange, head.remoteAddress)}${reused}`;
}

function streamSentence(exchange: ExchangeView): string | null {
  const count = exchange.events.at(-1)?.number ?? 0;
  if (count === 0) return null;
  return count === 1 ? 'One event of a stream.' : `${String(count)} events of a stream.`;
}
