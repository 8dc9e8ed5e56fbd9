import type { Flow } from '#shared/flow/flow.ts';
import { flowInputs } from '#shared/interpreter/given-inputs.ts';
import { failed, succeeded, type Outcome } from '#shared/outcome/outcome.ts';
import type { DataRow } from '#shared/scenario/data-rows.ts';
import { columnsNamed } from '#shared/scenario/scenario-refs.ts';
import type { Scenario } from '#shared/scenario/scenario.ts';
import type { RunOptions } from './run-options.ts';

/** Refuses a text for an input that none of some flows has: it would go nowhere. The failure is a sentence. */
export function knownVariables(
  flows: readonly Flow[],
  variables: RunOptions['variables'],
): Outcome<null, string> {
  const inputs = new Set(flows.flatMap(flowInputs).map(({ name }) => name));
  const unknown = variables.find(([name]) => !inputs.has(name));
  if (unknown === undefined) return succeeded(null);
  const [only, another] = flows;
  const sentence =
    only === undefined || another !== undefined
      ? `No flow that is run has an input "${unknown[0]}". They have`
      : `The flow "${only.name}" has no input "${unknown[0]}". It has`;
  return failed(`${sentence}: ${listed(inputs)}.`);
}

/**
 * Refuses rows of which nothing is taken, and gives a sentence for each column that nobody takes a value from. The failure
 * is a sentence.
 */
export function knownColumns(
  { file, rows }: { readonly file: string; readonly rows: readonly DataRow[] },
  scenarios: readonly Scenario[],
  flows: readonly Flow[],
): Outcome<readonly string[], string> {
  const inputs = flows.flatMap(flowInputs).map(({ name }) => name);
  const taken = new Set([...inputs, ...scenarios.flatMap(columnsNamed).map(({ thing }) => thing)]);
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  const unused = [...columns].filter((column) => !taken.has(column));
  if (unused.length === columns.size)
    return failed(
      `Nothing that is run takes a column of ${file}. It has: ${listed(columns)}. Taken would be: ${listed(taken)}.`,
    );
  return succeeded(unused.map((column) => `Nothing that is run takes the column "${column}" of ${file}.`));
}

function listed(names: ReadonlySet<string>): string {
  return names.size === 0 ? 'none' : [...names].map((name) => `"${name}"`).join(', ');
}
