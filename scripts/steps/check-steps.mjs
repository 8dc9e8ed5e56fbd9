// The steps of `npm run check`: each looks at the whole project, and each counts as one test.
import { inProject } from './project.mjs';
import { runProgram } from './run-program.mjs';

/** @typedef {import('./step-result.mjs').StepResult} StepResult */

/** @type {Record<string, { script: string, args: readonly string[], cacheArgs?: readonly string[] }>} */
const tools = {
  // The slowest first, so that the others fill the second core meanwhile.
  lint: {
    script: 'eslint/bin/eslint.js',
    args: ['.', '--max-warnings', '0'],
    // Rules that need types look across files, which this cache does not notice; a full test run goes without it.
    cacheArgs: ['--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint/'],
  },
  types: { script: 'typescript/bin/tsc', args: ['-b'] },
  format: {
    script: 'prettier/bin/prettier.cjs',
    args: ['--check', '.', '--log-level', 'warn'],
    cacheArgs: ['--cache', '--cache-strategy', 'content'],
  },
  imports: {
    script: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: [
      'shared',
      'electron',
      'renderer',
      'test',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ],
  },
};

/**
 * One function for each step.
 *
 * @param {{ cache: boolean }} options `cache` trusts what an earlier run found out about unchanged files
 * @returns {(() => Promise<StepResult>)[]}
 */
export function checkSteps({ cache }) {
  return Object.entries(tools).map(([name, { script, args, cacheArgs }]) => async () => {
    const started = performance.now();
    const allArgs = [inProject('node_modules', script), ...args, ...(cache ? (cacheArgs ?? []) : [])];
    const { code, output } = await runProgram(process.execPath, allArgs, { output: 'capture' });
    return {
      name,
      passed: code === 0 ? 1 : 0,
      failed: code === 0 ? 0 : 1,
      failures: code === 0 ? [] : [`exit code ${code}`],
      output,
      durationMs: performance.now() - started,
    };
  });
}
