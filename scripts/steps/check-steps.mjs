// The steps of `npm run check`: each looks at the whole project, and each counts as one test.
import { lintStep } from './lint-step.mjs';
import { inProject } from './project.mjs';
import { runProgram } from './run-program.mjs';

/** @typedef {import('./step-result.mjs').StepResult} StepResult */

/** @typedef {{ script: string, args: readonly string[] }} Tool */

/** @type {Tool} */
const linter = { script: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] };
// Rules that need types look across files, which this cache does not notice; a full test run goes without it.
const lintCache = [
  '--cache',
  '--cache-strategy',
  'content',
  '--cache-location',
  'node_modules/.cache/eslint/',
];

/** @type {Record<string, Tool>} */
const tools = {
  types: { script: 'typescript/bin/tsc', args: ['-b'] },
  format: {
    script: 'prettier/bin/prettier.cjs',
    // What a file has to look like hangs on nothing but the file and the options, and those this cache knows.
    args: ['--check', '.', '--log-level', 'warn', '--cache', '--cache-strategy', 'content'],
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
 * One function for each step by its name, the slowest first, so that the others fill the other core meanwhile.
 *
 * @param {{ lintCache: boolean }} options `lintCache` trusts what an earlier lint found out about unchanged files
 * @returns {Record<string, () => Promise<StepResult>> & { lint: () => Promise<StepResult> }}
 */
export function checkSteps(options) {
  const cached = { ...linter, args: [...linter.args, ...lintCache] };
  const lint = options.lintCache
    ? () => runTool('lint', cached)
    : () => lintStep(() => runTool('lint', linter));
  const others = Object.entries(tools).map(([name, tool]) => [name, () => runTool(name, tool)]);
  return { lint, ...Object.fromEntries(others) };
}

/** @param {string} name @param {Tool} tool @returns {Promise<StepResult>} */
async function runTool(name, { script, args }) {
  const started = performance.now();
  const { code, output } = await runProgram(process.execPath, [inProject('node_modules', script), ...args], {
    output: 'capture',
  });
  return {
    name,
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    failures: code === 0 ? [] : [`exit code ${code}`],
    output,
    durationMs: performance.now() - started,
  };
}
