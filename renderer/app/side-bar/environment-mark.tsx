import { useEnvironment } from '../../store/use-documents.ts';
import { useView } from '../../store/view-store.ts';
import { EnvironmentDot } from '../../ui/status/environment-dot.tsx';
import styles from './side-bar.module.css';

/** The colour of an environment, and whether runs use it, at the end of its row. */
export function EnvironmentMark({ environmentId }: { readonly environmentId: string }) {
  const environment = useEnvironment(environmentId);
  const isActive = useView((state) => state.environmentId === environmentId);
  if (environment === undefined) return null;
  const word = environment.defaults === true ? 'for all' : isActive ? 'active' : '';
  return (
    <span className={styles.mark}>
      {word}
      <EnvironmentDot colour={environment.colour} />
    </span>
  );
}
