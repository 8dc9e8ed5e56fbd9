import type { Flow } from '../flow/flow.ts';
import { withDocumentFindTexts } from '../find/document-find-texts.ts';
import { failed, succeeded, type Outcome } from '../outcome/outcome.ts';
import type { Matcher } from './matcher.ts';
import { columnsNamed } from './scenario-refs.ts';
import type { Scenario, ScenarioAnswer } from './scenario.ts';
import {
  inputNames,
  namedInScenario,
  type ScenarioVariableUse,
  usesInScenario,
} from './scenario-variable-uses.ts';
import { withMatchers } from './with-matchers.ts';

/**
 * The scenarios of a flow with a variable of it called otherwise: where they give an input a text, also by a column of their
 * data, and where they expect something of the variable. Scenarios in which nothing changes are left out; or why that cannot
 * be, in one sentence.
 *
 * @param flow as it is before the rename
 */
export function renameInScenarios(
  scenarios: readonly Scenario[],
  flow: Flow,
  from: string,
  to: string,
): Outcome<readonly Scenario[], string> {
  const own = scenarios.filter((scenario) => scenario.flow === flow.id);
  const inputs = inputNames(flow);
  const trouble = troubleWith(own, inputs, from, to);
  if (trouble !== null) return failed(trouble);
  const changed = own.map((scenario) => renamedIn(scenario, inputs, from, to));
  return succeeded(changed.filter((scenario, at) => scenario !== own[at]));
}

function troubleWith(
  own: readonly Scenario[],
  inputs: ReadonlySet<string>,
  from: string,
  to: string,
): string | null {
  // What is given to the new name, which nothing has yet, would go to the input from now on.
  const given = inputs.has(from) ? new Set([...inputs, to]) : inputs;
  for (const scenario of own) {
    const clash = usesInScenario(scenario, given).find(({ name }) => name === to);
    if (clash === undefined && !takesFromColumn(scenario, given, from, to)) continue;
    const what = clash === undefined ? `takes values from a column ${to}` : doneWith(clash, to);
    return `The scenario "${scenario.name}" ${what} already; two variables of one name would become one.`;
  }
  return null;
}

const doneWith = ({ does }: Pick<ScenarioVariableUse, 'does'>, name: string): string =>
  does === 'gives' ? `gives ${name} a text` : `expects something of ${name}`;

/** Whether a column that gets the new name would be one that the data lacks and values are taken from. */
function takesFromColumn(scenario: Scenario, inputs: ReadonlySet<string>, from: string, to: string): boolean {
  return (
    inputs.has(from) &&
    scenario.data.columns.includes(from) &&
    columnsNamed(scenario).some(({ thing }) => thing === to)
  );
}

function renamedIn(scenario: Scenario, inputs: ReadonlySet<string>, from: string, to: string): Scenario {
  const after = withDocumentFindTexts(scenario, (text, place) =>
    namedInScenario(text, place, inputs)?.name === from ? withName(text, to) : text,
  );
  if (after.format !== 'flowbench.scenario') return scenario;
  return inputs.has(from) && scenario.data.columns.includes(from) ? withColumn(after, from, to) : after;
}

/** A name, or a path that begins with one, with another in its place; brackets stay, so that renaming back gives the same. */
function withName(text: string, name: string): string {
  return text.replace(
    /^(\s*)(?:(\[)(?:\\.|[^\\\]])*(\])|[^.[\]\s]+)/,
    (...[, space, open = '', close = '']: string[]) => `${space ?? ''}${open}${name}${close}`,
  );
}

/** What takes its value from a column takes it from the one that has its place. */
function withColumn(scenario: Scenario, from: string, to: string): Scenario {
  const matcher = (given: Matcher): Matcher => (given.column === from ? { ...given, column: to } : given);
  const answer = (given: ScenarioAnswer): ScenarioAnswer => ({
    ...given,
    ...(given.column === from && { column: to }),
    ...(given.when !== undefined && { when: matcher(given.when) }),
  });
  return {
    ...scenario,
    answers: scenario.answers.map(answer),
    expect: scenario.expect.map((each) => withMatchers(each, matcher)),
  };
}
