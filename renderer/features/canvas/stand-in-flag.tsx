import type { StandInShown } from '#shared/stand-in/stand-in.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './card-status.module.css';

/** The pin or the bolt on a card: what answers the call in place of the network from the next run on. */
export function StandInFlag({ standIn }: { readonly standIn: StandInShown | null }) {
  if (standIn === null) return null;
  const { name, type } = standIn;
  return (
    <span className={styles.standInFlag} title={`Answered by the ${type}: ${name}`}>
      <Icon name={type} size={12} label={`${type}: ${name}`} />
    </span>
  );
}
