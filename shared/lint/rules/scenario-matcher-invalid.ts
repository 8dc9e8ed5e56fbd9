import { matcherTrouble } from '../../scenario/matcher-trouble.ts';
import { matchersNamed, type SaidInScenario } from '../../scenario/scenario-refs.ts';
import type { LintRule } from '../lint-rule.ts';
import type { Matcher } from '../../scenario/matcher.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Fix } from '../finding.ts';
import { placeInScenario, rowInWords } from '../scenario-facts.ts';
import { partFix } from '../scenario-fixes.ts';

/** Matchers that nothing can meet. */
export const scenarioMatcherInvalid: LintRule = {
  id: 'scenario-matcher-invalid',
  severity: 'error',
  why: 'What cannot be read is met by nothing, so the expectation fails and the rule answers no question.',
  doc: 'Told for an expectation or a rule of an answer whose JSON or pattern cannot be read.',
  checks: {
    scenario: (scenario) =>
      matchersNamed(scenario).flatMap(({ thing, ...place }) => {
        const trouble = matcherTrouble(thing);
        return trouble === null
          ? []
          : [
              {
                message: `${rowInWords(place)} expects what cannot be read: ${trouble}`,
                at: placeInScenario(place),
                fixes: asWritten(scenario, place, thing),
              },
            ];
      }),
  },
};

/** What was written, expected as it stands there: a pattern or JSON that is none is mostly meant to be a text. */
function asWritten(
  scenario: Scenario,
  place: Pick<SaidInScenario<unknown>, 'at' | 'list'>,
  matcher: Matcher,
): readonly Fix[] {
  const { json, ...rest } = matcher;
  if (matcher.is === 'matches' && json === undefined)
    return [
      partFix('Look for it as it is written', scenario, place, matcher, { ...matcher, is: 'contains' }),
    ];
  if (json === undefined || matcher.is === 'subset') return [];
  return [partFix('Expect it as a text', scenario, place, matcher, { ...rest, text: json })];
}
