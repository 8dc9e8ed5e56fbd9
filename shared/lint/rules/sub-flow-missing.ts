import { flowRunBy } from '../flow-run-by.ts';
import type { LintRule } from '../lint-rule.ts';

/** Sub-flows whose flow is gone. */
export const subFlowMissing: LintRule = {
  id: 'sub-flow-missing',
  severity: 'error',
  why: 'Without its flow the node runs nothing and is left by `failed`.',
  doc: 'Told for a Sub-flow whose flow is no document of the workspace.',
  checks: {
    place: (node, facts) =>
      node.kind !== 'sub-flow' || node.config.flow === null || flowRunBy(node, facts) !== null
        ? []
        : [{ message: 'The flow that it runs is gone from the workspace.', at: { field: 'Flow' } }],
  },
};
