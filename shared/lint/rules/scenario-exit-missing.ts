import { exitName } from '../../nodes/exit-name.ts';
import { nodeExits } from '../../nodes/node-exits.ts';
import type { LintRule } from '../lint-rule.ts';
import type { FlowNode } from '../../nodes/node.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { nearestName } from '../../template/nearest-name.ts';
import type { Fix } from '../finding.ts';
import { placeInScenario, rowInWords } from '../scenario-facts.ts';
import { rowFix, rowRemoval, wordsOf } from '../scenario-fixes.ts';

/** Expectations of exits that their nodes have not. */
export const scenarioExitMissing: LintRule = {
  id: 'scenario-exit-missing',
  severity: 'error',
  why: 'No run leaves a node by an exit that it has not, so the expectation fails.',
  doc: 'Told for an expectation of an exit that its node has not, or has no more. Pick another exit.',
  checks: {
    scenario: (scenario, { nodes }) =>
      scenario.expect.flatMap((each, at) => {
        const node = each.type === 'exit' ? nodes.get(each.node) : undefined;
        if (each.type !== 'exit' || node === undefined || nodeExits(node).includes(each.exit)) return [];
        const place = { list: 'Expectations', at } as const;
        return [
          {
            message: `${rowInWords(place)} is about an exit that ${node.name} has not.`,
            at: placeInScenario(place),
            fixes: [...nearestExit(scenario, at, each.exit, node), rowRemoval(scenario, place)],
          },
        ];
      }),
  },
};

/** The exit that was most likely meant; of a node with one exit, that one. */
function nearestExit(scenario: Scenario, at: number, written: string, node: FlowNode): readonly Fix[] {
  const exits = nodeExits(node);
  const exit = exits.length === 1 ? exits[0] : nearestName(written, exits);
  if (exit === undefined || exit === null) return [];
  const place = { list: 'Expectations', at } as const;
  const title = `Let ${wordsOf(place)} be about the exit “${exitName(node, exit)}”`;
  return [rowFix(title, scenario, place, (row) => [{ ...row, exit }])];
}
