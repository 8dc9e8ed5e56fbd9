import type { ClipboardEvent, ReactNode } from 'react';
import type { TemplateField as FieldKind } from '#shared/template/template-field.ts';
import type { Suggestion } from '../template/editor/editor-settings.ts';
import { TemplateField } from '../template/template-field.tsx';
import { Icon } from '../icon/icon.tsx';
import styles from './key-value-table.module.css';
import type { PastedRow } from './pasted-row.ts';
import { pastedRows } from './pasted-rows.ts';
import type { NamedRow, RowFormat } from './row-format.ts';

/** One column more between value and the row's end. */
export interface ExtraColumn<Kind extends NamedRow> {
  readonly title: string;
  readonly cell: (row: Kind, change: (row: Kind) => void) => ReactNode;
  /** What the empty last row shows there. */
  readonly empty?: ReactNode;
}

/** How the cells of a table show and change a row. */
export interface RowCells<Kind extends NamedRow> {
  readonly format: RowFormat<Kind>;
  /** What names and values are written into. */
  readonly field: FieldKind;
  readonly extra?: ExtraColumn<Kind> | undefined;
  /** Shows the value of a row whose value is not text. */
  readonly valueCell?: ((row: Kind, change: (row: Kind) => void) => ReactNode) | undefined;
  /** Takes the value of the empty last row where values must not become text; else it is a template. */
  readonly emptyValueCell?: ((label: string, placeholder: string) => ReactNode) | undefined;
  /** How many rows a pasted text has at least to be a list; fewer are pasted as the text they are. */
  readonly fewestPastedRows?: number | undefined;
  /** Names that nothing has set; expressions that read them are marked. */
  readonly unknownNames?: ReadonlySet<string> | undefined;
  /** Names that are often written here, and the values that fit a name. */
  readonly suggestedNames?: readonly Suggestion[] | undefined;
  readonly suggestedValues?: ((name: string) => readonly Suggestion[]) | undefined;
}

export interface RowCellProps<Kind extends NamedRow> extends RowCells<Kind> {
  readonly at: number;
  /** `null` for the empty row at the end. */
  readonly row: Kind | null;
  readonly placeholders: { readonly name: string; readonly value: string };
  /** What one should know about its name, in one sentence. */
  readonly hint: string | undefined;
  readonly onChange: (row: Kind) => void;
  readonly onPasteRows: (rows: readonly PastedRow[]) => void;
}

export function NameCell<Kind extends NamedRow>(props: RowCellProps<Kind>) {
  const { at, row, format, placeholders, hint, fewestPastedRows, onChange, onPasteRows } = props;
  const pasted = (event: ClipboardEvent) => {
    const list = pastedRows(event.clipboardData.getData('text/plain'), fewestPastedRows);
    if (list === null) return;
    event.preventDefault();
    onPasteRows(list);
  };
  return (
    <span role="cell" data-column="name" className={styles.cell}>
      <TemplateField
        look="cell"
        field={props.field}
        label={`${placeholders.name}, row ${at + 1}`}
        placeholder={row === null ? placeholders.name : undefined}
        value={row?.name ?? ''}
        unknownNames={props.unknownNames}
        suggestions={props.suggestedNames}
        onChange={(name) => onChange(row === null ? format.make(name, '') : format.withName(row, name))}
        onPaste={pasted}
      />
      {hint !== undefined && (
        <span className={styles.hint} title={hint}>
          <Icon name="warning" size={12} label={hint} />
        </span>
      )}
    </span>
  );
}

export function ValueCell<Kind extends NamedRow>(props: RowCellProps<Kind>) {
  const { at, row, format, placeholders, valueCell, emptyValueCell, onChange } = props;
  const label = `${placeholders.value}, row ${at + 1}`;
  const text = (value: string, placeholder: string | undefined, changed: (value: string) => void) => (
    <TemplateField
      look="cell"
      field={props.field}
      label={label}
      placeholder={placeholder}
      value={value}
      unknownNames={props.unknownNames}
      suggestions={props.suggestedValues?.(row?.name ?? '')}
      onChange={changed}
    />
  );
  const cell = () => {
    if (row === null) {
      return (
        emptyValueCell?.(label, placeholders.value) ??
        text('', placeholders.value, (value) => onChange(format.make('', value)))
      );
    }
    const value = format.valueOf(row);
    if (value === null) return valueCell?.(row, onChange);
    return text(value, undefined, (next) => onChange(format.withValue(row, next)));
  };
  return (
    <span role="cell" data-column="value" className={styles.cell}>
      {cell()}
    </span>
  );
}
