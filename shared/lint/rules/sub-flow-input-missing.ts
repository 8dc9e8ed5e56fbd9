import { inputsNotGiven } from '../../flow/given-inputs-of.ts';
import { flowRunBy } from '../flow-run-by.ts';
import type { LintRule } from '../lint-rule.ts';

/** Inputs that a flow needs and is not given. */
export const subFlowInputMissing: LintRule = {
  id: 'sub-flow-input-missing',
  severity: 'error',
  why: 'The flow fails at its Start for want of the input, and the node is left by `failed`.',
  doc: 'Told for a Sub-flow that gives nothing to an input which its flow requires and for which that has no default.',
  checks: {
    place: (node, facts) => {
      const flow = flowRunBy(node, facts);
      if (node.kind !== 'sub-flow' || flow === null) return [];
      return inputsNotGiven(node.config, flow).map(({ name }) => ({
        message: `"${flow.name}" needs the input ${name}, and is not given it.`,
        at: { field: `Input ${name}` },
      }));
    },
  },
};
