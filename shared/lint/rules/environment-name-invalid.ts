import { isVariableName } from '../../flow/variable-name.ts';
import { isSecretValue } from '../../environment/environment.ts';
import { environmentFix } from '../flow-fix.ts';
import { freeVariableName, variableNameFrom } from '../free-variable-name.ts';
import type { LintRule } from '../lint-rule.ts';

/** Values of environments that templates cannot reach. */
export const environmentNameInvalid: LintRule = {
  id: 'environment-name-invalid',
  severity: 'warning',
  why: 'Templates cannot reach the value under such a name.',
  doc: 'Told for a value of an environment whose name is empty or no name: letters, digits and `_`, not beginning with a digit.',
  checks: {
    environment: ({ values }) =>
      values.flatMap((each, at) => {
        const { name, enabled } = each;
        const isEmpty = name === '' && !isSecretValue(each) && each.value === '';
        if (!enabled || isVariableName(name) || isEmpty) return [];
        const free = freeVariableName(
          variableNameFrom(name, 'value'),
          new Set(values.map((each) => each.name)),
        );
        const fix = environmentFix(`Call it ${free}`, (now) => {
          const known = now.values[at];
          return known?.name === name
            ? { ...now, values: now.values.with(at, { ...known, name: free }) }
            : now;
        });
        const message =
          name === ''
            ? 'A value has no name, so that templates cannot use it.'
            : `Templates cannot use a value called ${name}.`;
        return [{ message, at: { field: 'Values', row: { number: at + 1, cell: 'Name' } }, fixes: [fix] }];
      }),
  },
};
