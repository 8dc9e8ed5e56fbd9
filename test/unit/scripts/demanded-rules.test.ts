// The fences are only worth something if every rule is asked for its proof, in each place where it is set.
import { expect, it } from 'vitest';
import { demandedRules, patternOf } from '../../../scripts/steps/demanded-rules.mjs';

it.each([
  ['**/*.{ts,tsx}', ['one.ts', 'shared/deep/two.tsx'], ['one.mjs', 'one.ts.bak']],
  ['shared/**/*.ts', ['shared/one.ts', 'shared/deep/two.ts'], ['electron/one.ts', 'shared/one.tsx']],
  ['electron/{cli,runs}/**/*.ts', ['electron/cli/one.ts', 'electron/runs/a/b.ts'], ['electron/app/one.ts']],
  ['renderer/bridge/**', ['renderer/bridge/one.ts'], ['renderer/store/one.ts']],
])('the glob %s', (glob, fitting, others) => {
  const pattern = new RegExp(`^${patternOf(glob)}$`);
  expect(fitting.filter((file) => !pattern.test(file))).toEqual([]);
  expect(others.filter((file) => pattern.test(file))).toEqual([]);
});

it('every rule that is set is demanded, once for each place, and none that is switched off', async () => {
  const demanded = (await demandedRules()).map(({ rule, place }) => `${rule} in ${place}`);
  expect(demanded).toEqual(
    expect.arrayContaining([
      'format/prettier in any file',
      'imports/no-cycles in any file',
      'lint/eqeqeq in **/*.{ts,tsx}',
      'lint/@typescript-eslint/no-implied-eval in **/*.{ts,tsx}',
      'lint/no-restricted-imports in shared/**/*.ts',
      'lint/no-restricted-imports in renderer/**/*.{ts,tsx}',
      'lint/react-hooks/exhaustive-deps in renderer/**/*.{ts,tsx}',
      'lint/max-lines in test/**/*.{ts,tsx}',
    ]),
  );
  expect(demanded.filter((line) => line.startsWith('lint/no-console'))).toEqual([
    'lint/no-console in **/*.{ts,tsx}',
  ]);
  expect(new Set(demanded).size).toBe(demanded.length);
});
