import { fixturesNamed } from '../../scenario/scenario-refs.ts';
import type { LintRule } from '../lint-rule.ts';
import { placeInScenario, rowInWords } from '../scenario-facts.ts';

/** Stand-ins whose fixture is gone. */
export const scenarioFixtureMissing: LintRule = {
  id: 'scenario-fixture-missing',
  severity: 'error',
  why: 'A call whose fixture is gone is answered by nothing, and the scenario cannot be run.',
  doc: 'Told for a stand-in whose fixture is no document of the workspace. Pick another fixture, or restore it from the trash.',
  checks: {
    scenario: (scenario, { fixtures }) =>
      fixturesNamed(scenario)
        .filter(({ thing }) => !fixtures.has(thing))
        .map((said) => ({
          message: `${rowInWords(said)} takes a fixture that is gone from the workspace.`,
          at: placeInScenario(said),
        })),
  },
};
