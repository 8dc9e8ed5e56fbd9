import { freeVariableName } from '../free-variable-name.ts';
import { nodeFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Inputs that are called alike. */
export const inputNameRepeated: LintRule = {
  id: 'input-name-repeated',
  severity: 'error',
  why: 'Two inputs of one name are one variable, and the lower one wins.',
  doc: 'Told for every input of the Start but the first that has the name of another one.',
  checks: {
    node: (node) => {
      if (node.kind !== 'start') return [];
      const names = node.config.inputs.map(({ name }) => name);
      return names.flatMap((name, at) => {
        if (name === '' || names.indexOf(name) === at) return [];
        const free = freeVariableName(name, new Set(names));
        const fix = nodeFix(`Call it ${free}`, node, (now) => {
          const input = now.config.inputs[at];
          if (input?.name !== name) return now;
          return { ...now, config: { inputs: now.config.inputs.with(at, { ...input, name: free }) } };
        });
        const place = { field: 'Inputs', row: { number: at + 1, cell: 'Name' } };
        return [{ message: `The input ${name} is there twice.`, at: place, fixes: [fix] }];
      });
    },
  },
};
