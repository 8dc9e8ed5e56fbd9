import { useProblems } from '../../store/problems-store.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import styles from './side-bar.module.css';

/** That a document has errors or warnings; notes mark nothing. */
export function ProblemMark({ documentId }: { readonly documentId: string }) {
  const severity = useProblems(({ marks }) => marks.get(documentId)?.severity);
  if (severity === undefined) return null;
  return (
    <Icon
      name={severity === 'error' ? 'problem' : 'warning'}
      size={14}
      label={severity === 'error' ? 'has errors' : 'has warnings'}
      className={styles[severity]}
    />
  );
}
