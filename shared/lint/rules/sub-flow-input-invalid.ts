import { givenInputTrouble } from '../../flow/given-input-trouble.ts';
import { givenInputsOf } from '../../flow/given-inputs-of.ts';
import { flowRunBy } from '../flow-run-by.ts';
import type { LintRule } from '../lint-rule.ts';

/** Values that an input cannot be given. */
export const subFlowInputInvalid: LintRule = {
  id: 'sub-flow-input-invalid',
  severity: 'error',
  why: 'A value that is not of the type of its input lets the node be left by `failed` before anything is run.',
  doc: 'Told for a value of a Sub-flow without expressions that cannot be read as the type of its input. What an expression gives only a run can tell.',
  checks: {
    place: (node, facts) => {
      const flow = flowRunBy(node, facts);
      if (node.kind !== 'sub-flow' || flow === null) return [];
      return givenInputsOf(node.config, flow).flatMap((input) => {
        const message = input.value === '' ? null : givenInputTrouble(input);
        return message === null ? [] : [{ message, at: { field: `Input ${input.name}` } }];
      });
    },
  },
};
