import type { DifferentVariable } from '#shared/run-events/compare-runs.ts';
import type { ValuePreview } from '#shared/run-events/value-preview.ts';
import styles from './compare-dialog.module.css';

/** The variables that two runs left different, side by side, and the names of those of which nobody can know. */
export function DifferentVariables({ variables }: { readonly variables: readonly DifferentVariable[] }) {
  if (variables.length === 0) return <p className={styles.words}>Their variables are the same.</p>;
  const known = variables.filter(({ isUnknown }) => !isUnknown);
  const unknown = variables.filter(({ isUnknown }) => isUnknown).map(({ name }) => name);
  return (
    <>
      {known.length > 0 && <Table variables={known} />}
      {unknown.length > 0 && (
        <p className={styles.words}>
          {`Too large to be kept whole, and the same as far as they are kept: ${unknown.join(', ')}.`}
        </p>
      )}
    </>
  );
}

function Table({ variables }: { readonly variables: readonly DifferentVariable[] }) {
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
              <td>{shownValue(a, b)}</td>
              <td>{shownValue(b, a)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The beginning of a value, from shortly before the first letter in which the other one differs. */
function shownValue(value: ValuePreview | null, other: ValuePreview | null): string {
  if (value === null) return 'not set';
  const from = Math.max(0, firstDifference(value.json, other?.json ?? '') - before);
  const end = from + longest;
  return `${from > 0 ? '…' : ''}${value.json.slice(from, end)}${end < value.json.length || value.truncated ? '…' : ''}`;
}

/** How much of a value a cell shows, and how much of it before the place where it differs, in letters. */
const longest = 2000;
const before = 200;

function firstDifference(a: string, b: string): number {
  if (a.length <= longest && b.length <= longest) return 0;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
