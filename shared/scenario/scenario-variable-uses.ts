import type { Flow } from '../flow/flow.ts';
import { withScenarioFindTexts } from '../find/scenario-find-texts.ts';
import type { DocumentTextPlace } from '../find/text-place.ts';
import { flowInputs } from '../interpreter/given-inputs.ts';
import { readValuePath } from './read-value-path.ts';
import type { Scenario } from './scenario.ts';

/** A place where a scenario names a variable of the flow that it tests. */
export interface ScenarioVariableUse {
  readonly scenario: Scenario;
  readonly name: string;
  /** It gives a text to an input, or expects something of the variable when the run is over. */
  readonly does: 'gives' | 'expects';
  readonly place: DocumentTextPlace;
  /** As it stands there: the name, or a path that begins with it. */
  readonly text: string;
}

/**
 * The variable that a text in a scenario names, or `null`. A text for what is no input of the flow goes nowhere, and a column that is
 * called otherwise than an input is a name of the scenario's own.
 */
export function namedInScenario(
  text: string,
  { field, kind }: Pick<DocumentTextPlace, 'field' | 'kind'>,
  inputs: ReadonlySet<string>,
): Pick<ScenarioVariableUse, 'name' | 'does'> | null {
  if (kind !== 'variable') return null;
  if (field !== 'Expectations') return inputs.has(text) ? { name: text, does: 'gives' } : null;
  const name = readValuePath(text)?.[0];
  return name === undefined ? null : { name, does: 'expects' };
}

/** The places where scenarios name variables of their flow, scenario after scenario, in the order of its form. */
export function scenarioVariableUses(
  scenarios: readonly Scenario[],
  flow: Flow,
): readonly ScenarioVariableUse[] {
  const inputs = inputNames(flow);
  return scenarios
    .filter((scenario) => scenario.flow === flow.id)
    .flatMap((scenario) => usesInScenario(scenario, inputs));
}

/** The inputs that the Start of a flow declares. */
export function inputNames(flow: Flow): ReadonlySet<string> {
  return new Set(flowInputs(flow).map(({ name }) => name));
}

/**
 * The places where one scenario names variables.
 *
 * @param inputs the inputs of its flow
 */
export function usesInScenario(
  scenario: Scenario,
  inputs: ReadonlySet<string>,
): readonly ScenarioVariableUse[] {
  return namesIn(scenario).flatMap(({ place, text }) => {
    const named = namedInScenario(text, place, inputs);
    return named === null ? [] : [{ scenario, ...named, place, text }];
  });
}

type TextOfName = Pick<ScenarioVariableUse, 'place' | 'text'>;

// Another flow or another letter in it is no reason to walk through thousands of rows of data again.
const known = new WeakMap<Scenario, readonly TextOfName[]>();

/** The texts in a scenario that may name a variable. */
function namesIn(scenario: Scenario): readonly TextOfName[] {
  const before = known.get(scenario);
  if (before !== undefined) return before;
  const names: TextOfName[] = [];
  withScenarioFindTexts(scenario, (text, place) => {
    if (place.kind === 'variable') names.push({ place, text });
    return text;
  });
  known.set(scenario, names);
  return names;
}
