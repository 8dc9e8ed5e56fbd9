import { defaultTrouble } from '../../flow/default-trouble.ts';
import { nodeFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Defaults that do not fit their type. */
export const inputDefaultInvalid: LintRule = {
  id: 'input-default-invalid',
  severity: 'error',
  why: 'A run that is not given the input cannot begin.',
  doc: 'Told for a default without expressions that is not of the type of its input, such as `ten` for a number.',
  checks: {
    node: (node) =>
      node.kind !== 'start'
        ? []
        : node.config.inputs.flatMap((input, at) => {
            const message = defaultTrouble(input);
            if (message === null) return [];
            const changed = (title: string, change: Partial<typeof input>) =>
              nodeFix(title, node, (now) => {
                const known = now.config.inputs[at];
                if (known?.default !== input.default || known.type !== input.type) return now;
                return { ...now, config: { inputs: now.config.inputs.with(at, { ...known, ...change }) } };
              });
            return [
              {
                message,
                at: { field: 'Inputs', row: { number: at + 1, cell: 'Default' } },
                fixes: [
                  changed('Make it text', { type: 'text' }),
                  changed('Have no default', { default: null }),
                ],
              },
            ];
          }),
  },
};
