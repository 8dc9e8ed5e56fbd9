import type { Value, ValueObject } from '../value/value.ts';
import { setOwnValue } from '../value/set-own-value.ts';
import type { Scenario } from './scenario.ts';

/** A row of data, which a scenario is run with once: values by the name of their column. */
export type DataRow = ValueObject;

/** The rows that a scenario has in its own table; all of their cells are texts. */
export function rowsOfScenario({ data }: Pick<Scenario, 'data'>): readonly DataRow[] {
  return data.rows.map((cells) => {
    const row: Record<string, Value> = {};
    for (const [at, column] of data.columns.entries()) setOwnValue(row, column, cells[at] ?? '');
    return row;
  });
}
