import type { RunView } from '#shared/run-events/run-view.ts';
import { useView } from '../../store/view-store.ts';
import styles from './simulator.module.css';

/** Dots while the flow is at work, where the person wants them. */
export function TypingIndicator({ run }: { readonly run: RunView }) {
  const wanted = useView((state) => state.typingIndicator);
  if (!wanted || run.outcome !== 'running' || run.waiting !== null) return null;
  return (
    <div aria-hidden className={styles.typing} data-typing>
      <span />
      <span />
      <span />
    </div>
  );
}
