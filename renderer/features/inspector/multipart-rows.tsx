import type { FileRow, Row } from '#shared/request/row.ts';
import { Button } from '../../ui/button/button.tsx';
import { KeyValueTable } from '../../ui/field/key-value-table.tsx';
import type { RowFormat } from '../../ui/field/row-format.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { attachedFile, attachedName } from './attached-file.ts';
import styles from './multipart-rows.module.css';

type PartRow = Row | FileRow;

interface MultipartRowsProps {
  readonly rows: readonly PartRow[];
  readonly unknownNames: ReadonlySet<string>;
  readonly onChange: (rows: readonly PartRow[]) => void;
}

/** The parts of a multipart body: texts, and files that are copied into the workspace. */
export function MultipartRows({ rows, unknownNames, onChange }: MultipartRowsProps) {
  const fileWanted = async () => {
    const file = await attachedFile();
    if (file !== null) onChange([...rows, { name: 'file', file, enabled: true }]);
  };
  return (
    <>
      <KeyValueTable
        label="Parts"
        field="query"
        rows={rows}
        format={partFormat}
        unknownNames={unknownNames}
        onChange={onChange}
        valueCell={(row) =>
          'file' in row && (
            <span className={styles.file} title={row.file}>
              <Icon name="file" size={12} />
              <span className={styles.path}>{attachedName(row.file)}</span>
            </span>
          )
        }
      />
      <div>
        <Button icon="file" onClick={() => void fileWanted()}>
          Add a file…
        </Button>
      </div>
    </>
  );
}

const partFormat: RowFormat<PartRow> = {
  make: (name, value) => ({ name, value, enabled: true }),
  valueOf: (row) => ('file' in row ? null : row.value),
  withValue: (row, value) => ('file' in row ? row : { ...row, value }),
  withName: (row, name) => ({ ...row, name }),
  withEnabled: (row, enabled) => ({ ...row, enabled }),
  heldWord: 'file',
};
