import type { LintRule } from '../lint-rule.ts';

/** Scenarios whose flow is gone. */
export const scenarioFlowMissing: LintRule = {
  id: 'scenario-flow-missing',
  severity: 'error',
  why: 'Without its flow a scenario has nothing to run.',
  doc: 'Told for a scenario whose flow is no document of the workspace. Pick another flow in its Setup, or restore the flow from the trash.',
  checks: {
    scenario: (_scenario, { flow }) =>
      flow === null
        ? [{ message: 'The flow that it tests is gone from the workspace.', at: { field: 'Flow' } }]
        : [],
  },
};
