import { useDocuments } from '../../store/use-documents.ts';
import { Note } from '../../ui/status/note.tsx';
import styles from './welcome.module.css';

/** Names the files of the workspace that could not be read, and what became of them. */
export function FileProblems() {
  const problems = useDocuments((state) => state.problems);
  if (problems.length === 0) return null;
  return (
    <div className={styles.problems}>
      {problems.map((problem) => (
        <Note key={problem.file} tone="warning" title="Not loaded">
          {problem.message}
        </Note>
      ))}
    </div>
  );
}
