import { nodeExits } from '../../nodes/node-exits.ts';
import type { LintRule } from '../lint-rule.ts';
import { placeInScenario, rowInWords } from '../scenario-facts.ts';

/** Expectations of exits that their nodes have not. */
export const scenarioExitMissing: LintRule = {
  id: 'scenario-exit-missing',
  severity: 'error',
  why: 'No run leaves a node by an exit that it has not, so the expectation fails.',
  doc: 'Told for an expectation of an exit that its node has not, or has no more. Pick another exit.',
  checks: {
    scenario: ({ expect }, { nodes }) =>
      expect.flatMap((each, at) => {
        const node = each.type === 'exit' ? nodes.get(each.node) : undefined;
        if (each.type !== 'exit' || node === undefined || nodeExits(node).includes(each.exit)) return [];
        const place = { list: 'Expectations', at } as const;
        return [
          {
            message: `${rowInWords(place)} is about an exit that ${node.name} has not.`,
            at: placeInScenario(place),
          },
        ];
      }),
  },
};
