import { flowFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** The flow's error node must be there. */
export const errorNodeMissing: LintRule = {
  id: 'error-node-missing',
  severity: 'error',
  why: 'Trouble that was meant to go to the error node ends the run as failed.',
  doc: 'Told where the error node of a flow is a node that the file does not hold, as after a merge.',
  checks: {
    structure: ({ flow, graph }) =>
      flow.errorNode === null || graph.errorNode !== null
        ? []
        : [
            {
              message: `The error node of "${flow.name}" is gone.`,
              at: { field: 'Error node' },
              fixes: [flowFix('Have no error node', (now) => ({ ...now, errorNode: null }))],
            },
          ],
  },
};
