import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { classNames } from '../class-names.ts';
import { TemplateField } from '../template/template-field.tsx';
import { Checkbox } from './checkbox.tsx';
import styles from './key-value-table.module.css';
import { pastedRows, type PastedRow } from './pasted-rows.ts';
import type { NamedRow, RowFormat } from './row-format.ts';

/** One column more between value and delete. */
export interface ExtraColumn<Kind extends NamedRow> {
  readonly title: string;
  readonly cell: (row: Kind, change: (row: Kind) => void) => ReactNode;
  /** What the empty last row shows there. */
  readonly empty?: ReactNode;
}

/** How the cells of a table show and change a row. */
export interface RowCells<Kind extends NamedRow> {
  readonly format: RowFormat<Kind>;
  readonly extra?: ExtraColumn<Kind> | undefined;
  /** Shows the value of a row whose value is not text. */
  readonly valueCell?: ((row: Kind, change: (row: Kind) => void) => ReactNode) | undefined;
  /** Takes the value of the empty last row where values must not become text; else it is a template. */
  readonly emptyValueCell?: ((label: string, placeholder: string) => ReactNode) | undefined;
  /** How many rows a pasted text has at least to be a list; fewer are pasted as the text they are. */
  readonly fewestPastedRows?: number | undefined;
  /** Names that nothing has set; expressions that read them are marked. */
  readonly unknownNames?: ReadonlySet<string> | undefined;
}

export interface EditableRowProps<Kind extends NamedRow> extends RowCells<Kind> {
  readonly at: number;
  /** `null` for the empty row at the end. */
  readonly row: Kind | null;
  readonly placeholders: { readonly name: string; readonly value: string };
  readonly onChange: (row: Kind) => void;
  readonly onRemove: () => void;
  readonly onPasteRows: (rows: readonly PastedRow[]) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** One row of a key-value table that can be edited. */
export function EditableRow<Kind extends NamedRow>(props: EditableRowProps<Kind>) {
  const { at, row, extra, onChange, onRemove, onKeyDown } = props;
  const called = row === null || row.name === '' ? `row ${at + 1}` : row.name;
  return (
    <div
      role="row"
      data-row={at}
      className={classNames(styles.row, row === null && styles.empty, row?.enabled === false && styles.off)}
      onKeyDown={onKeyDown}
    >
      <span role="cell" className={styles.check}>
        {row !== null && (
          <Checkbox
            label={`Send ${called}`}
            checked={row.enabled}
            onChange={(enabled) => onChange(props.format.withEnabled(row, enabled))}
          />
        )}
      </span>
      <NameCell {...props} />
      <ValueCell {...props} />
      {extra !== undefined && (
        <span role="cell" className={classNames(styles.cell, styles.extra)}>
          {row === null ? extra.empty : extra.cell(row, onChange)}
        </span>
      )}
      <span role="cell" className={styles.end}>
        {row !== null && (
          <IconButton
            icon="trash"
            iconSize={12}
            label={`Remove ${called}`}
            className={styles.remove}
            onClick={onRemove}
          />
        )}
      </span>
    </div>
  );
}

function NameCell<Kind extends NamedRow>(props: EditableRowProps<Kind>) {
  const { at, row, format, placeholders, unknownNames, fewestPastedRows, onChange, onPasteRows } = props;
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
        label={`${placeholders.name}, row ${at + 1}`}
        placeholder={row === null ? placeholders.name : undefined}
        value={row?.name ?? ''}
        unknownNames={unknownNames}
        onChange={(name) => onChange(row === null ? format.make(name, '') : format.withName(row, name))}
        onPaste={pasted}
      />
    </span>
  );
}

function ValueCell<Kind extends NamedRow>(props: EditableRowProps<Kind>) {
  const { at, row, format, placeholders, unknownNames, valueCell, emptyValueCell, onChange } = props;
  const label = `${placeholders.value}, row ${at + 1}`;
  const text = (value: string, placeholder: string | undefined, changed: (value: string) => void) => (
    <TemplateField
      look="cell"
      label={label}
      placeholder={placeholder}
      value={value}
      unknownNames={unknownNames}
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
