import { columnsNamed } from '../../scenario/scenario-refs.ts';
import type { LintRule } from '../lint-rule.ts';
import { placeInScenario, rowInWords } from '../scenario-facts.ts';

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
        })),
  },
};

const columnInWords = (name: string): string =>
  name === '' ? 'a column that is not picked yet' : `the column ${name}, which the data have not`;
