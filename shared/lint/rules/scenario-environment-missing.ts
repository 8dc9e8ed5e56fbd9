import type { Fix } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import type { ScenarioFacts } from '../scenario-facts.ts';
import { scenarioFix } from '../scenario-fixes.ts';

/** Scenarios whose environment is gone. */
export const scenarioEnvironmentMissing: LintRule = {
  id: 'scenario-environment-missing',
  severity: 'error',
  why: 'A scenario is not run without the environment that it names.',
  doc: 'Told for a scenario whose environment is no document of the workspace. Pick another one in its Setup, or None.',
  checks: {
    scenario: ({ environment }, { environments }) =>
      environment === null || environments.has(environment)
        ? []
        : [
            {
              message: 'The environment that it runs with is gone from the workspace.',
              at: { field: 'Environment' },
              fixes: [...onlyOther(environments), without],
            },
          ],
  },
};

const without = scenarioFix('Run it without an environment', (document) => ({
  ...document,
  environment: null,
}));

function onlyOther(environments: ScenarioFacts['environments']): readonly Fix[] {
  const [only, ...others] = [...environments.values()].filter(({ defaults }) => defaults !== true);
  if (only === undefined || others.length > 0) return [];
  return [scenarioFix(`Run it with “${only.name}”`, (document) => ({ ...document, environment: only.id }))];
}
