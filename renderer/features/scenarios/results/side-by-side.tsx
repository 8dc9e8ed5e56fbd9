import { useMemo } from 'react';
import { lineDiff, type DiffLine } from '#shared/scenario/line-diff.ts';
import { classNames } from '../../../ui/class-names.ts';
import styles from './results.module.css';

interface SideBySideProps {
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  /** What is compared, for those who hear it. */
  readonly label: string;
}

/** What was expected beside what came, line by line, with what differs marked. */
export function SideBySide({ actual, expected, label }: SideBySideProps) {
  const lines = useMemo(() => lineDiff(expected, actual), [expected, actual]);
  return (
    <div className={styles.sides} tabIndex={0} role="region" aria-label={`${label}: expected and actual`}>
      <table className={styles.diff}>
        <thead>
          <tr>
            <th scope="col">Expected</th>
            <th scope="col">Actual</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            // Lines have no name but their place.
            <tr key={at}>
              <Side line={line} side="expected" />
              <Side line={line} side="actual" />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Side({ line, side }: { readonly line: DiffLine; readonly side: keyof DiffLine }) {
  const text = line[side];
  const isSame = line.expected === line.actual;
  return (
    <td dir="auto" className={classNames(styles.cell, !isSame && text !== null && styles[side])}>
      {text}
    </td>
  );
}
