import { useState } from 'react';
import type { Scenario } from '#shared/scenario/scenario.ts';
import { Button } from '../../../ui/button/button.tsx';
import { FormRow } from '../../../ui/layout/form-row.tsx';
import { DataTable } from './data-table.tsx';
import { PasteRowsDialog } from './paste-rows-dialog.tsx';
import { useScenarioForm } from './scenario-form-context.ts';
import styles from './form.module.css';

/** The table of data: the scenario is run once with each of its rows. */
export function DataRow() {
  const { edit, scenario } = useScenarioForm();
  const [pasting, setPasting] = useState(false);
  const changed = (data: Scenario['data'], field: string | null) =>
    edit((before) => ({ ...before, data }), field);
  const { columns, rows } = scenario.data;
  return (
    <FormRow title="Data" hint="It is run once with each row. A column called like an input gives that input">
      {columns.length > 0 && <DataTable data={scenario.data} onChange={changed} />}
      <div className={styles.buttons}>
        <Button
          icon="plus"
          onClick={() =>
            changed(
              {
                columns: [...columns, freeColumn(columns)],
                rows: rows.length === 0 ? [[]] : rows,
              },
              null,
            )
          }
        >
          Column
        </Button>
        {columns.length > 0 && (
          <Button icon="plus" onClick={() => changed({ columns, rows: [...rows, []] }, null)}>
            Row
          </Button>
        )}
        <Button icon="file" onClick={() => setPasting(true)}>
          Paste or open a file…
        </Button>
      </div>
      {pasting && (
        <PasteRowsDialog
          data={scenario.data}
          onClose={() => setPasting(false)}
          onRows={(data) => {
            setPasting(false);
            changed(data, null);
          }}
        />
      )}
    </FormRow>
  );
}

function freeColumn(columns: readonly string[]): string {
  let count = columns.length + 1;
  while (columns.includes(`column_${String(count)}`)) count += 1;
  return `column_${String(count)}`;
}
