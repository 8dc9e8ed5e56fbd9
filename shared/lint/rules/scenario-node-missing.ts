import { nodesNamed } from '../../scenario/scenario-refs.ts';
import type { LintRule } from '../lint-rule.ts';
import { placeInScenario, rowInWords } from '../scenario-facts.ts';
import { nodeGoneFixes } from '../scenario-fixes.ts';

/** Rows of a scenario about nodes that are gone. */
export const scenarioNodeMissing: LintRule = {
  id: 'scenario-node-missing',
  severity: 'error',
  why: 'What is about a node that no run comes to is never used, and an expectation about it fails.',
  doc: 'Told for an answer, a stand-in or an expectation about a node that is neither in the flow nor in one that it runs. Pick another node, or remove the row.',
  checks: {
    scenario: (scenario, { flow, nodes }) =>
      flow === null
        ? []
        : nodesNamed(scenario)
            .filter(({ thing }) => !nodes.has(thing))
            .map((said) => ({
              message: `${rowInWords(said)} is about a node that is gone from the flow.`,
              at: placeInScenario(said),
              fixes: nodeGoneFixes(scenario, said, nodes),
            })),
  },
};
