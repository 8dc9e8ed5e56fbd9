import { bridge } from '../../bridge/bridge.ts';
import { toasts } from '../../store/toasts.ts';
import { classNames } from '../../ui/class-names.ts';
import { expressionDragged } from '../../ui/drag-types.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import type { BodyRow } from './body-row.ts';
import styles from './body-row-line.module.css';

interface BodyRowLineProps {
  /** `undefined` until the worker has given it. */
  readonly row: BodyRow | undefined;
  readonly found: boolean;
  readonly variable: string;
  readonly onFold: (line: number) => void;
}

/** One row of a body: number, fold, indent, value, and its type, which gives way to "Copy as expression" on hover. */
export function BodyRowLine({ row, found, variable, onFold }: BodyRowLineProps) {
  if (row === undefined) return <div className={styles.line} />;
  const expression = row.path === null ? null : `{{${variable}.body${row.path}}}`;
  return (
    <div className={classNames(styles.line, found && styles.foundLine)}>
      <span className={styles.number}>{row.line}</span>
      <FoldMark row={row} onFold={onFold} />
      {Array.from({ length: row.depth }, (_, at) => (
        <span key={at} className={styles.indent} />
      ))}
      <span className={styles.pieces}>
        {row.pieces.map((piece, at) => (
          <span key={at} className={styles[piece.kind]}>
            {piece.text}
          </span>
        ))}
        {row.folded && <span className={styles.mark}> … </span>}
      </span>
      {row.type !== '' && <span className={styles.type}>{row.type}</span>}
      {expression !== null && (
        <>
          <button type="button" className={styles.copy} onClick={() => void copied(expression)}>
            <Icon name="copy" size={12} />
            Copy as expression
          </button>
          {/* Only the grip is dragged, so that the text of the row can be selected. */}
          <span
            className={styles.grip}
            title={`Drag ${expression} into a field`}
            draggable
            onDragStart={(event) => expressionDragged(event, expression)}
          >
            <Icon name="grip" size={12} />
          </span>
        </>
      )}
    </div>
  );
}

function FoldMark({ row, onFold }: Pick<BodyRowLineProps, 'onFold'> & { readonly row: BodyRow }) {
  if (row.foldEnd === null) return <span className={styles.fold} />;
  return (
    <button
      type="button"
      aria-label={row.folded ? `Unfold line ${String(row.line)}` : `Fold line ${String(row.line)}`}
      aria-expanded={!row.folded}
      className={styles.fold}
      onClick={() => onFold(row.line)}
    >
      <Icon name={row.folded ? 'chevron-right' : 'chevron-down'} size={12} />
    </button>
  );
}

async function copied(expression: string): Promise<void> {
  await bridge.call['clipboard.write']({ text: expression });
  toasts.show({ title: `Copied ${expression}`, icon: 'copy' });
}
