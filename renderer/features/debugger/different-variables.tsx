import type { DifferentVariable } from '#shared/run-events/compare-runs.ts';
import type { ValuePreview } from '#shared/run-events/value-preview.ts';
import styles from './compare-dialog.module.css';

/** The variables that two runs left different, side by side. */
export function DifferentVariables({ variables }: { readonly variables: readonly DifferentVariable[] }) {
  if (variables.length === 0) return <p className={styles.words}>Their variables are the same.</p>;
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label="Variables that differ">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Variable</th>
            <th scope="col">Run</th>
            <th scope="col">With</th>
          </tr>
        </thead>
        <tbody>
          {variables.map(({ name, values: [a, b] }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{shownValue(a)}</td>
              <td>{shownValue(b)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shownValue(value: ValuePreview | null): string {
  if (value === null) return 'not set';
  return value.json.length > 2000 ? `${value.json.slice(0, 2000)}…` : value.json;
}
