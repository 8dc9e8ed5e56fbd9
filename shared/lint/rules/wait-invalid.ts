import { waitTrouble } from '../../flow/wait-trouble.ts';
import { nodeFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Waits whose length is none. */
export const waitInvalid: LintRule = {
  id: 'wait-invalid',
  severity: 'error',
  why: 'A run that comes to the wait ends as failed.',
  doc: 'Told for a wait whose duration is no number, is below zero, or is longer than a wait may be. Where an expression gives it only a run can tell.',
  checks: {
    node: (node) => {
      const message = node.kind === 'wait' ? waitTrouble(node.config) : null;
      if (node.kind !== 'wait' || message === null) return [];
      const fix = nodeFix('Wait for one second', node, (now) => ({
        ...now,
        config: { amount: '1', unit: 's' },
      }));
      return [{ message, at: { field: 'Duration' }, fixes: [fix] }];
    },
  },
};
