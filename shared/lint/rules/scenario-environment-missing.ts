import type { LintRule } from '../lint-rule.ts';

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
            },
          ],
  },
};
