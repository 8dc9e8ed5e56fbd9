import type { RunView } from '#shared/run-events/run-view.ts';
import styles from './simulator.module.css';

/** What the flow said since the last answer, for screen readers: said once, when it comes. */
export function LatestWords({ run }: { readonly run: RunView }) {
  const since = run.conversation.findLastIndex(({ type }) => type === 'answered') + 1;
  const words = run.conversation
    .slice(since)
    .flatMap((item) => (item.type === 'said' || item.type === 'refused' ? [item] : []));
  return (
    <div aria-live="polite" className={styles.unseen}>
      {words.slice(-10).map(({ seq, text }) => (
        <p key={seq}>{text}</p>
      ))}
    </div>
  );
}
