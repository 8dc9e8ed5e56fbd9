import { useState } from 'react';
import type { TemplateField as FieldKind } from '#shared/template/template-field.ts';
import { TemplateField } from '../template/template-field.tsx';
import { Icon } from '../icon/icon.tsx';
import styles from './key-value-text.module.css';
import { readRows, type LineTrouble } from './read-rows.ts';
import type { NamedRow, RowFormat } from './row-format.ts';
import { writeRows } from './write-rows.ts';

interface KeyValueTextProps<Kind extends NamedRow> {
  readonly label: string;
  readonly rows: readonly Kind[];
  readonly format: RowFormat<Kind>;
  readonly field: FieldKind;
  readonly unknownNames: ReadonlySet<string> | undefined;
  readonly onChange: (rows: readonly Kind[]) => void;
}

/** What is typed, as it was typed, and the rows that it means. */
interface Draft<Kind> {
  readonly text: string;
  readonly rows: readonly Kind[];
  readonly held: readonly Kind[];
  readonly troubles: readonly LineTrouble[];
}

/**
 * The rows of a table as one text. It stays as it was typed while it means the rows of the document; where those change
 * elsewhere (undo, another node), it is written anew.
 */
export function KeyValueText<Kind extends NamedRow>({
  label,
  rows,
  format,
  field,
  unknownNames,
  onChange,
}: KeyValueTextProps<Kind>) {
  const [draft, setDraft] = useState(() => draftOf(rows, format));
  if (!isSame(rows, draft.rows)) setDraft(draftOf(rows, format));
  const typed = (text: string) => {
    const read = readRows(text, format, draft.held);
    setDraft({ text, held: draft.held, ...read });
    onChange(read.rows);
  };
  return (
    <div className={styles.text}>
      <TemplateField
        field={field}
        label={`${label} as text`}
        lines={Math.max(rows.length + 1, 4)}
        placeholder={'name: value\n# off: not sent'}
        value={draft.text}
        unknownNames={unknownNames}
        onChange={typed}
      />
      <div role="status">
        {draft.troubles.length > 0 && (
          <ul className={styles.troubles} aria-label={`Lines of ${label} that are no rows`}>
            {draft.troubles.map(({ line, message }) => (
              <li key={line}>
                <Icon name="warning" size={12} />
                <span>
                  Line {line}: {message}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className={styles.hint}>
        A row a line. <code>#</code> turns one off, <code>//</code> describes the next.
        {draft.held.length > 0 &&
          ` A ${format.heldWord ?? 'value'} is no text: its sign keeps its row, and goes with its line.`}
      </p>
    </div>
  );
}

function draftOf<Kind extends NamedRow>(rows: readonly Kind[], format: RowFormat<Kind>): Draft<Kind> {
  return { ...writeRows(rows, format), rows, troubles: [] };
}

// The document keeps rows of its own: what counts is what is in them.
function isSame(some: readonly NamedRow[], others: readonly NamedRow[]): boolean {
  return some === others || JSON.stringify(some) === JSON.stringify(others);
}
