import { nearestName } from '../../template/nearest-name.ts';
import { columnsNamed, matchersNamed, type SaidInScenario } from '../../scenario/scenario-refs.ts';
import type { LintRule } from '../lint-rule.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Fix } from '../finding.ts';
import { placeInScenario, rowInWords } from '../scenario-facts.ts';
import { partFix, rowFix, scenarioFix, wordsOf } from '../scenario-fixes.ts';

/** Values from columns that the data have not. */
export const scenarioColumnMissing: LintRule = {
  id: 'scenario-column-missing',
  severity: 'warning',
  why: 'A run without that column fails before it begins.',
  doc: 'Told for an answer or an expectation that takes its value from a column that the table of data has not. Rows from a file (`--data`) may have it.',
  checks: {
    scenario: (scenario) =>
      columnsNamed(scenario)
        .filter(({ thing }) => !scenario.data.columns.includes(thing))
        .map((said) => ({
          message: `${rowInWords(said)} takes its value from ${columnInWords(said.thing)}.`,
          at: placeInScenario(said),
          fixes: fixesOf(scenario, said),
        })),
  },
};

const columnInWords = (name: string): string =>
  name === '' ? 'a column that is not picked yet' : `the column ${name}, which the data have not`;

/** The column that was most likely meant, or a new one of that name. */
function fixesOf(scenario: Scenario, said: SaidInScenario<string>): readonly Fix[] {
  const { columns } = scenario.data;
  const nearest = nearestName(said.thing, columns);
  return [
    ...(nearest === null ? [] : [takenFrom(scenario, said, nearest)]),
    ...(said.thing === '' || columns.length === 0 ? [] : [columnAdded(said.thing)]),
  ];
}

function takenFrom(scenario: Scenario, said: SaidInScenario<string>, column: string): Fix {
  const title = `Let ${wordsOf(said)} take the column “${column}”`;
  const matcher = matchersNamed(scenario).find(
    ({ at, list, thing }) => at === said.at && list === said.list && thing.column === said.thing,
  );
  return matcher === undefined
    ? rowFix(title, scenario, said, (row) => [{ ...row, column }])
    : partFix(title, scenario, said, matcher.thing, { ...matcher.thing, column });
}

const columnAdded = (name: string): Fix =>
  scenarioFix(`Add the column “${name}” to the data`, (scenario) => ({
    ...scenario,
    data: { ...scenario.data, columns: [...scenario.data.columns, name] },
  }));
