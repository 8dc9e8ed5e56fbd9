// Runs one runner on one kind of tests and reads what it reports.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inProject, projectRoot } from './project.mjs';
import { runProgram } from './run-program.mjs';
import { withoutExcuses } from './step-result.mjs';
import { sumPlaywrightReport, sumVitestReport } from './sum-reports.mjs';

/** @typedef {import('./step-result.mjs').StepResult} StepResult */

/**
 * Runs one project of vitest.
 *
 * @param {'unit' | 'integration' | 'contract'} project
 * @param {string} [root] the folder with the tests and their configuration
 */
export function runVitest(project, root = projectRoot) {
  return runWithReport(project, sumVitestReport, (report) => [
    [inProject('node_modules', 'vitest', 'vitest.mjs'), 'run', '--root', root, '--project', project],
    ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    { output: 'capture' },
  ]);
}

/**
 * Runs the tests in the real application, which take minutes, so their progress is shown as it comes. Pictures are for
 * people, who take them with `npm run test:e2e`: here each view is read by axe alone, unless `FLOWBENCH_PICTURES` says `all`.
 *
 * @param {NodeJS.ProcessEnv} env a test desktop's
 */
export function runPlaywright(env) {
  return runWithReport('e2e', sumPlaywrightReport, (report) => [
    [inProject('node_modules', '@playwright', 'test', 'cli.js'), 'test'],
    ['--reporter=list,json'],
    { env: { FLOWBENCH_PICTURES: 'none', ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, output: 'inherit' },
  ]);
}

/**
 * @param {string} name
 * @param {(report: any) => import('./step-result.mjs').Sums} sum
 * @param {(report: string) => [string[], string[], import('./run-program.mjs').RunOptions]} command
 * @returns {Promise<StepResult>}
 */
async function runWithReport(name, sum, command) {
  const started = performance.now();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const [program, args, options] = command(file);
    const { code, output } = await runProgram(process.execPath, [...program, ...args], options);
    const report = await readFile(file, 'utf8')
      .then(JSON.parse)
      .catch(() => null);
    const sums = withoutExcuses(report === null ? null : sum(report), code);
    return {
      name,
      ...sums,
      output: output || sums.failures.join('\n'),
      durationMs: performance.now() - started,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
