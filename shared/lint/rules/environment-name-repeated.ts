import { environmentFix } from '../flow-fix.ts';
import type { LintRule } from '../lint-rule.ts';

/** Values of an environment that are called alike. */
export const environmentNameRepeated: LintRule = {
  id: 'environment-name-repeated',
  severity: 'warning',
  why: 'Of two values with one name templates get the last, so the other one has no effect.',
  doc: 'Told for every value of an environment that a later one with its name replaces; those that are switched off do not count.',
  checks: {
    environment: ({ values }) =>
      values.flatMap(({ name, enabled }, at) => {
        const isReplaced =
          enabled && name !== '' && values.slice(at + 1).some((each) => each.enabled && each.name === name);
        if (!isReplaced) return [];
        const fix = environmentFix('Remove this row', (now) =>
          now.values[at]?.name === name ? { ...now, values: now.values.toSpliced(at, 1) } : now,
        );
        return [
          {
            message: `A later value is called ${name}, too, and takes the place of this one.`,
            at: { field: 'Values', row: { number: at + 1, cell: 'Name' } },
            fixes: [fix],
          },
        ];
      }),
  },
};
