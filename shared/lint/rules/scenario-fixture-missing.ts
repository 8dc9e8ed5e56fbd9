import { fixturesNamed, type SaidInScenario } from '../../scenario/scenario-refs.ts';
import type { LintRule } from '../lint-rule.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Fix } from '../finding.ts';
import { placeInScenario, rowInWords, type ScenarioFacts } from '../scenario-facts.ts';
import { partFix, rowRemoval, wordsOf } from '../scenario-fixes.ts';

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
          fixes: fixesOf(scenario, said, fixtures),
        })),
  },
};

/** The one other fixture of the call, where there is one; else the stand-in does without. */
function fixesOf(
  scenario: Scenario,
  place: SaidInScenario<unknown>,
  fixtures: ScenarioFacts['fixtures'],
): readonly Fix[] {
  const standIn = scenario.standIns[place.at];
  if (standIn === undefined || standIn.use === 'live') return [];
  const { use } = standIn;
  const [only, ...others] = [...fixtures.values()].filter(({ node }) => node === standIn.node);
  const taken =
    only === undefined || others.length > 0
      ? []
      : [
          partFix(
            `Let ${wordsOf(place)} take “${only.name ?? only.id}”`,
            scenario,
            place,
            use,
            use.type === 'fixture' ? { ...use, id: only.id } : { ...use, then: only.id },
          ),
        ];
  const without =
    use.type === 'fixture'
      ? rowRemoval(scenario, place)
      : partFix('Let the network answer after the fault', scenario, place, use, { ...use, then: null });
  return [...taken, without];
}
