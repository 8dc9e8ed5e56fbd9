import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import { Icon } from '../icon/icon.tsx';
import styles from './stand-in-mark.module.css';

/** Says in a word what answered a call in place of the network; its name is told where one points at it. */
export function StandInMark({ standIn }: { readonly standIn: StandInShown }) {
  return (
    <span className={styles.mark} title={`Answered by the ${standIn.type}: ${standIn.name}`}>
      <Icon name={standIn.type} size={12} />
      {standIn.type}
    </span>
  );
}
