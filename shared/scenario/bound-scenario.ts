import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import { valueText } from '../value/value-text.ts';
import { writeJson } from '../value/write-json.ts';
import type { DataRow } from './data-rows.ts';
import type { Matcher } from './matcher.ts';
import type { Scenario, ScenarioAnswer } from './scenario.ts';
import { withMatchers } from './with-matchers.ts';

/**
 * A scenario with the values of one row of data in it: the inputs that columns are named after, and whatever takes its text
 * or its expected value from a column. The failure names a column that the row has not.
 *
 * @param inputNames the inputs of the flow's Start
 */
export function boundScenario(
  scenario: Scenario,
  row: DataRow,
  inputNames: readonly string[],
): Outcome<Scenario, string> {
  const missing = new Set<string>();
  const has = (column: string): boolean => {
    if (!Object.hasOwn(row, column)) missing.add(column);
    return Object.hasOwn(row, column);
  };
  const matcher = (given: Matcher): Matcher => {
    const { column } = given;
    return column !== undefined && has(column) ? cellMatcher(given, row, column) : given;
  };
  const answer = ({ column, ...given }: ScenarioAnswer): ScenarioAnswer => ({
    ...given,
    ...(given.when === undefined ? {} : { when: textMatcher(matcher(given.when)) }),
    ...(column !== undefined && has(column) ? { text: cellText(row, column) } : {}),
  });
  const named = inputNames.filter((name) => Object.hasOwn(row, name));
  const bound: Scenario = {
    ...scenario,
    inputs: [...scenario.inputs, ...named.map((name) => ({ name, value: cellText(row, name) }))],
    answers: scenario.answers.map(answer),
    expect: scenario.expect.map((each) =>
      withMatchers(each, (given, isText) => (isText ? textMatcher(matcher(given)) : matcher(given))),
    ),
  };
  const [first] = missing;
  if (first === undefined) return succeeded(bound);
  return failed(`The row of data has no column "${first}", which "${scenario.name}" takes a value from.`);
}

function cellText(row: DataRow, column: string): string {
  return valueText(row[column] ?? null);
}

function cellMatcher({ columnIsJson, is }: Matcher, row: DataRow, column: string): Matcher {
  const cell = row[column] ?? null;
  if (typeof cell === 'string') return columnIsJson === true ? { is, json: cell } : { is, text: cell };
  return { is, json: writeJson(cell) };
}

/** What is said and what a header holds is text: a number from a row is looked for as its text. */
function textMatcher(matcher: Matcher): Matcher {
  const { is, json } = matcher;
  return json === undefined || json.startsWith('"') ? matcher : { is, text: json };
}
