import type { LintRule } from '../lint-rule.ts';

/** Sub-flows that run nothing yet. */
export const subFlowUnset: LintRule = {
  id: 'sub-flow-unset',
  severity: 'error',
  why: 'Without a flow the node runs nothing and is left by `failed`.',
  doc: 'Told for a Sub-flow for which no flow was chosen.',
  checks: {
    node: (node) =>
      node.kind === 'sub-flow' && node.config.flow === null
        ? [{ message: 'No flow is chosen that it could run.', at: { field: 'Flow' } }]
        : [],
  },
};
