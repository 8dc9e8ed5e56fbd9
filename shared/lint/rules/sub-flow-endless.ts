import { isEndlessRecursion } from '../flow-can-end.ts';
import { flowRunBy } from '../flow-run-by.ts';
import type { LintRule } from '../lint-rule.ts';

/** Flows that run themselves without a way out. */
export const subFlowEndless: LintRule = {
  id: 'sub-flow-endless',
  severity: 'error',
  why: 'The flow runs itself, directly or over others, until the recursion limit lets it fail.',
  doc: 'Told for a Sub-flow whose flow comes to no end but over itself. A way to an End that does not lead over a Sub-flow of that flow mends it.',
  checks: {
    place: (node, facts) => {
      const flow = flowRunBy(node, facts);
      if (flow === null) return [];
      const find = (id: string) => (id === facts.flow.id ? facts.flow : facts.around.flows.get(id));
      return isEndlessRecursion(flow, find)
        ? [
            {
              message: `"${flow.name}" runs itself on every way to its end, and so never ends.`,
              at: { field: 'Flow' },
            },
          ]
        : [];
    },
  },
};
