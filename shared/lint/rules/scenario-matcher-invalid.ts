import { matcherTrouble } from '../../scenario/matcher-trouble.ts';
import { matchersNamed } from '../../scenario/scenario-refs.ts';
import type { LintRule } from '../lint-rule.ts';
import { placeInScenario, rowInWords } from '../scenario-facts.ts';

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
              },
            ];
      }),
  },
};
