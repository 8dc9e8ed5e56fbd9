import { fixturesNamed } from './scenario-refs.ts';
import type { Scenario } from './scenario.ts';

/** The scenarios that test one of some flows, run with one of some environments, or take one of some fixtures. */
export function scenariosUsing(
  scenarios: readonly Scenario[],
  ids: ReadonlySet<string>,
): readonly Scenario[] {
  return scenarios.filter(
    (scenario) =>
      !ids.has(scenario.id) &&
      (ids.has(scenario.flow) ||
        (scenario.environment !== null && ids.has(scenario.environment)) ||
        fixturesNamed(scenario).some(({ thing }) => ids.has(thing))),
  );
}

/** What becomes of scenarios that use what is gone, in a sentence; `null` where none does. */
export function scenarioSentence(scenarios: readonly Scenario[], ids: ReadonlySet<string>): string | null {
  const [first, ...others] = scenariosUsing(scenarios, ids);
  if (first === undefined) return null;
  const it = ids.size === 1 ? 'it is' : 'they are';
  if (others.length === 0) return `The scenario “${first.name}” cannot be run until ${it} back.`;
  return `${String(others.length + 1)} scenarios cannot be run until ${it} back.`;
}
