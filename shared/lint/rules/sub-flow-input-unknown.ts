import { givenInputsOf } from '../../flow/given-inputs-of.ts';
import { nodeFix } from '../flow-fix.ts';
import { flowRunBy } from '../flow-run-by.ts';
import type { LintRule } from '../lint-rule.ts';

/** Values for inputs that a flow does not have. */
export const subFlowInputUnknown: LintRule = {
  id: 'sub-flow-input-unknown',
  severity: 'warning',
  why: 'The value goes nowhere: most likely the input was renamed or removed.',
  doc: 'Told for a Sub-flow that gives a value to an input which its flow does not declare.',
  checks: {
    place: (node, facts) => {
      const flow = flowRunBy(node, facts);
      if (node.kind !== 'sub-flow' || flow === null) return [];
      return givenInputsOf(node.config, flow)
        .filter(({ declared }) => declared === null)
        .map(({ name }) => ({
          message: `"${flow.name}" has no input ${name}.`,
          at: { field: `Input ${name}` },
          fixes: [
            nodeFix(`Remove the input ${name}`, node, (now) => ({
              ...now,
              config: { ...now.config, inputs: now.config.inputs.filter((each) => each.name !== name) },
            })),
          ],
        }));
    },
  },
};
