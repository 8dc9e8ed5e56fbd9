import type { RetryPolicy } from '#shared/endpoint/retry-policy.ts';
import { formatDuration } from '#shared/run-events/format-duration.ts';
import { longestRetryDelaysMs } from './longest-retry-delays.ts';
import styles from './retry-picture.module.css';

/** Attempts that are drawn; more are said in words. */
const drawn = 5;

/** The attempts and the delays between them, each as wide as its longest share of the time. */
export function RetryPicture({ retry }: { readonly retry: RetryPolicy }) {
  const delays = longestRetryDelaysMs(retry).slice(0, drawn);
  const rest = retry.retries - delays.length;
  return (
    <figure className={styles.picture} aria-label={inWords(retry, delays)}>
      <div className={styles.line} aria-hidden>
        <span className={styles.attempt}>
          <i />
          First
        </span>
        {delays.map((delayMs, at) => (
          <span key={at} className={styles.step} style={{ flexGrow: share(delayMs, delays) }}>
            <span className={styles.delay}>
              <b>{retry.jitter === 'full' ? `0–${formatDuration(delayMs)}` : formatDuration(delayMs)}</b>
            </span>
            <span className={styles.attempt}>
              <i />
              Retry {at + 1}
            </span>
          </span>
        ))}
        {rest > 0 && <span className={styles.more}>{rest} more</span>}
      </div>
    </figure>
  );
}

// Not to scale: a delay of half a minute must not push the first ones out of sight.
function share(delayMs: number, delays: readonly number[]): number {
  const longest = Math.max(...delays, 1);
  return 1 + 2 * (delayMs / longest);
}

function inWords(retry: RetryPolicy, delays: readonly number[]): string {
  const words = delays.map((delayMs) => formatDuration(delayMs)).join(', ');
  return `${String(retry.retries)} retries, after at most ${words}`;
}
