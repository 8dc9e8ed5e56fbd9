import type { KeyboardEvent, PointerEvent } from 'react';
import { IconButton } from '../button/icon-button.tsx';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';
import { Checkbox } from './checkbox.tsx';
import { NameCell, ValueCell, type RowCellProps } from './key-value-cells.tsx';
import styles from './key-value-table.module.css';
import { RowDescription } from './row-description.tsx';
import { withDescription, type NamedRow } from './row-format.ts';

export interface EditableRowProps<Kind extends NamedRow> extends RowCellProps<Kind> {
  /** Whether the field of its description is open below it. */
  readonly describing: boolean;
  /** Whether it is being dragged, and whether a dragged row would fall in above it. */
  readonly dragged: boolean;
  readonly dropAbove: boolean;
  readonly onDescribe: (open: boolean) => void;
  readonly onGrip: (event: PointerEvent) => void;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Keys that are the row's own, whatever its fields make of them. */
  readonly onKeyDownCapture: (event: KeyboardEvent<HTMLElement>) => void;
}

/** One row of a key-value table that can be edited. */
export function EditableRow<Kind extends NamedRow>(props: EditableRowProps<Kind>) {
  const { at, row, extra, onChange } = props;
  const called = nameOf(row, at);
  return (
    <>
      <div
        role="row"
        data-row={at}
        data-drop={props.dropAbove || undefined}
        className={classNames(styles.row, styles[lookOf(row)], props.dragged && styles.dragged)}
        onKeyDown={props.onKeyDown}
        onKeyDownCapture={props.onKeyDownCapture}
      >
        <span role="cell" className={styles.check}>
          {row !== null && <RowStart {...props} row={row} called={called} />}
        </span>
        <NameCell {...props} />
        <ValueCell {...props} />
        {extra !== undefined && (
          <span role="cell" className={classNames(styles.cell, styles.extra)}>
            {row === null ? extra.empty : extra.cell(row, onChange)}
          </span>
        )}
        <span role="cell" className={styles.end}>
          {row !== null && <RowEnd {...props} row={row} called={called} />}
        </span>
      </div>
      {row !== null && <Description {...props} row={row} called={called} />}
    </>
  );
}

const nameOf = (row: NamedRow | null, at: number) =>
  row === null || row.name === '' ? `row ${at + 1}` : row.name;
const lookOf = (row: NamedRow | null) => (row === null ? 'empty' : row.enabled ? 'on' : 'off');

type RowStartProps<Kind extends NamedRow> = Pick<EditableRowProps<Kind>, 'format' | 'onChange' | 'onGrip'> & {
  readonly row: Kind;
  readonly called: string;
};

/** The handle that moves a row, and the tick that says whether it counts. */
function RowStart<Kind extends NamedRow>({ row, called, format, onChange, onGrip }: RowStartProps<Kind>) {
  return (
    <>
      <span className={styles.grip} title="Drag to move, or press Alt+↑ or Alt+↓" onPointerDown={onGrip}>
        <Icon name="grip" size={12} />
      </span>
      <Checkbox
        label={`Send ${called}`}
        checked={row.enabled}
        onChange={(enabled) => onChange(format.withEnabled(row, enabled))}
      />
    </>
  );
}

type RowEndProps<Kind extends NamedRow> = Pick<
  EditableRowProps<Kind>,
  'describing' | 'onDescribe' | 'onRemove'
> & { readonly row: NamedRow; readonly called: string };

/** What can be done with a row: it shows on hover and focus, but a description shows that it is there. */
function RowEnd<Kind extends NamedRow>({ row, called, describing, onDescribe, onRemove }: RowEndProps<Kind>) {
  const { description = '' } = row;
  return (
    <>
      <IconButton
        icon="trash"
        iconSize={12}
        label={`Remove ${called}`}
        className={styles.remove}
        onClick={onRemove}
      />
      <IconButton
        icon="note"
        iconSize={12}
        label={description === '' ? `Describe ${called}` : `Description of ${called}: ${description}`}
        aria-expanded={describing}
        className={classNames(styles.describe, description !== '' && styles.described)}
        onClick={() => onDescribe(!describing)}
      />
    </>
  );
}

type DescriptionProps<Kind extends NamedRow> = Pick<
  EditableRowProps<Kind>,
  'describing' | 'onChange' | 'onDescribe'
> & { readonly row: Kind; readonly called: string };

function Description<Kind extends NamedRow>(props: DescriptionProps<Kind>) {
  const { row, called, describing, onChange, onDescribe } = props;
  if (!describing) return null;
  return (
    <RowDescription
      called={called}
      value={row.description ?? ''}
      onChange={(text) => onChange(withDescription(row, text === '' ? undefined : text))}
      onClose={() => onDescribe(false)}
    />
  );
}
