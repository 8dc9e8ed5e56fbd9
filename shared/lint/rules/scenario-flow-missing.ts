import type { Flow } from '../../flow/flow.ts';
import { nodesNamed } from '../../scenario/scenario-refs.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Fix } from '../finding.ts';
import type { LintRule } from '../lint-rule.ts';
import { scenarioFix } from '../scenario-fixes.ts';

/** Scenarios whose flow is gone. */
export const scenarioFlowMissing: LintRule = {
  id: 'scenario-flow-missing',
  severity: 'error',
  why: 'Without its flow a scenario has nothing to run.',
  doc: 'Told for a scenario whose flow is no document of the workspace. Pick another flow in its Setup, or restore the flow from the trash.',
  checks: {
    scenario: (scenario, { flow, flows }) =>
      flow === null
        ? [
            {
              message: 'The flow that it tests is gone from the workspace.',
              at: { field: 'Flow' },
              fixes: onlyFlowWithAll(scenario, flows),
            },
          ]
        : [],
  },
};

/** A flow that has every node that the scenario names, such as a copy that was made of the flow, where it is the only one. */
function onlyFlowWithAll(scenario: Scenario, flows: readonly Flow[]): readonly Fix[] {
  const named = nodesNamed(scenario).map(({ thing }) => thing);
  if (named.length === 0) return [];
  const [only, ...others] = flows.filter(({ nodes }) =>
    named.every((id) => nodes.some((node) => node.id === id)),
  );
  if (only === undefined || others.length > 0) return [];
  return [scenarioFix(`Test “${only.name}”`, (document) => ({ ...document, flow: only.id }))];
}
