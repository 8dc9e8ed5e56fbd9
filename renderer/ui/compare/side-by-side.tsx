import { classNames } from '../class-names.ts';
import styles from './side-by-side.module.css';

/** A line of either side, `null` where a side has none there; or how many lines are left out that are the same. */
export type SideRow = readonly [first: string | null, second: string | null] | number;

interface SideBySideProps {
  readonly rows: readonly SideRow[];
  /** What stands on either side: what it should be and what it is, or what would go and what would come in its place. */
  readonly look: 'expected' | 'replaced';
  readonly heads: readonly [first: string, second: string];
  /** What is compared, for those who hear it. */
  readonly label: string;
  readonly className?: string | undefined;
}

/** Two texts beside each other, line by line, with what differs marked. It is text and nothing else, whatever stands in it. */
export function SideBySide({ className, heads, label, look, rows }: SideBySideProps) {
  return (
    <div
      className={classNames(styles.sides, styles[look], className)}
      tabIndex={0}
      role="region"
      aria-label={label}
    >
      <table className={styles.diff}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // Lines have no name but their place.
            <tr key={at}>{typeof row === 'number' ? <LeftOut count={row} /> : <Sides row={row} />}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LeftOut({ count }: { readonly count: number }) {
  return (
    <td colSpan={2} className={styles.left}>
      {count === 1 ? 'One line that is the same' : `${String(count)} lines that are the same`}
    </td>
  );
}

function Sides({ row: [first, second] }: { readonly row: Exclude<SideRow, number> }) {
  const differs = first !== second;
  return (
    <>
      <Side text={first} look={differs ? 'first' : null} />
      <Side text={second} look={differs ? 'second' : null} />
    </>
  );
}

/** The marks of the sides are read too: never colour alone. */
const marks = { first: '−', second: '+' } as const;

interface SideProps {
  readonly text: string | null;
  /** Whether it differs, and on which side. */
  readonly look: keyof typeof marks | null;
}

function Side({ look, text }: SideProps) {
  const marked = text === null ? null : look;
  return (
    <td
      dir="auto"
      data-mark={marked === null ? undefined : marks[marked]}
      className={classNames(styles.cell, marked !== null && styles[marked])}
    >
      {text}
    </td>
  );
}
