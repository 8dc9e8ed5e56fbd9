import { useState } from 'react';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { Button } from '../../../ui/button/button.tsx';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { Field } from '../../../ui/field/field.tsx';
import { withCell, withColumnNamed, withoutColumn } from './edit-data.ts';
import styles from './data-table.module.css';

type Data = Scenario['data'];

interface DataTableProps {
  readonly data: Data;
  readonly onChange: (data: Data, field: string | null) => void;
}

/** Rows that are drawn at first, and twice as many with each wish for more: a table may have ten thousand. */
const rowsAtFirst = 50;

/** The rows and columns of the data, every cell a field. */
export function DataTable({ data, onChange }: DataTableProps) {
  const [shown, setShown] = useState(rowsAtFirst);
  const { columns, rows } = data;
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  return (
    <Field
      as="group"
      label="Data"
      labelHidden
      error={twice === undefined ? undefined : `Two columns are called ${twice}. The last one counts.`}
    >
      <div className={styles.scroller}>
        <table className={styles.table} aria-label="Data">
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                <span className={styles.unseen}>Row</span>
              </th>
              {columns.map((column, at) => (
                <th key={at} scope="col">
                  <span className={styles.head}>
                    <input
                      aria-label={`Name of column ${String(at + 1)}`}
                      className={styles.name}
                      spellCheck={false}
                      value={column}
                      onChange={(event) =>
                        onChange(withColumnNamed(data, at, event.currentTarget.value), `column ${String(at)}`)
                      }
                    />
                    <IconButton
                      icon="trash"
                      iconSize={12}
                      size={20}
                      label={`Remove column ${column}`}
                      onClick={() => onChange(withoutColumn(data, at), null)}
                    />
                  </span>
                </th>
              ))}
              <th className={styles.number}>
                <span className={styles.unseen}>Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, at) => (
              <tr key={at}>
                <th scope="row" className={styles.number}>
                  {at + 1}
                </th>
                {columns.map((column, index) => (
                  <td key={index}>
                    <input
                      aria-label={`${column}, row ${String(at + 1)}`}
                      className={styles.cell}
                      spellCheck={false}
                      value={row[index] ?? ''}
                      onChange={(event) =>
                        onChange(
                          withCell(data, at, index, event.currentTarget.value),
                          `cell ${String(at)} ${String(index)}`,
                        )
                      }
                    />
                  </td>
                ))}
                <td className={styles.number}>
                  <IconButton
                    icon="trash"
                    iconSize={12}
                    size={20}
                    label={`Remove row ${String(at + 1)}`}
                    onClick={() => onChange({ columns, rows: rows.toSpliced(at, 1) }, null)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <p className={styles.more}>
          {`${String(rows.length - shown)} more rows. `}
          <Button look="link" data-shows-more onClick={() => setShown(shown * 2)}>
            Show more
          </Button>
        </p>
      )}
    </Field>
  );
}
