// Spares the lint of a full test run, its slowest check, where not one file has changed since the lint last passed.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { inProject, projectRoot } from './project.mjs';
import { unlessUnchanged } from './unless-unchanged.mjs';

/** @typedef {import('./step-result.mjs').StepResult} StepResult */

/** What is made out of the project, and neither linted nor read by what is linted. */
const made = new Set([
  '.git',
  'coverage',
  'dist',
  'node_modules',
  'out',
  'playwright-report',
  'test-results',
  'test-results-pictures',
]);

/**
 * Lints unless the whole project is what it was when it last passed, to the letter: its files, its configuration and,
 * by the lock file, its libraries. A rule that needs types can object to a file because another one changed, so all
 * files count together.
 *
 * @param {() => Promise<StepResult>} lint
 * @param {string} [root]
 * @param {string} [stampFile] where the digest of what passed is kept
 * @returns {Promise<StepResult>}
 */
export async function lintStep(
  lint,
  root = projectRoot,
  stampFile = inProject('node_modules', '.cache', 'flowbench', 'lint-stamp'),
) {
  const started = performance.now();
  const sources = (await readdir(root)).filter((name) => !made.has(name)).sort();
  /** @type {StepResult | undefined} */
  let result;
  await unlessUnchanged(
    { root, sources, results: [], stampFile: path.resolve(root, stampFile) },
    async () => {
      result = await lint();
      return result.failed === 0;
    },
  );
  return (
    result ?? {
      name: 'lint',
      passed: 1,
      failed: 0,
      failures: [],
      output: '',
      durationMs: performance.now() - started,
      note: 'passed before, and nothing has changed since',
    }
  );
}
