// What every part of a test run boils down to, and how it is shown.

/**
 * @typedef {object} StepResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed skipped tests are among them: on this project a test that does not run is a failure
 * @property {readonly string[]} failures one line for each, as far as the runner told
 * @property {string} output what the runner printed, shown when something failed
 * @property {number} durationMs
 * @property {string} [note] what else there is to know about how it came about
 *
 * @typedef {Pick<StepResult, 'passed' | 'failed' | 'failures'>} Sums
 */

/**
 * The sums of a runner that may have crashed: an exit code other than 0 and a run without tests are failures, whatever
 * the report says.
 *
 * @param {Sums | null} sums `null` where the runner left no readable report
 * @param {number} exitCode
 * @returns {Sums}
 */
export function withoutExcuses(sums, exitCode) {
  if (sums === null) return { passed: 0, failed: 1, failures: ['the runner wrote no report'] };
  const { passed, failed, failures } = sums;
  if (failed > 0) return sums;
  if (passed === 0) return { passed, failed: 1, failures: [...failures, 'no test ran'] };
  if (exitCode !== 0)
    return { passed, failed: 1, failures: [...failures, `the runner ended with exit code ${exitCode}`] };
  return sums;
}

/**
 * @param {readonly Pick<StepResult, 'passed' | 'failed'>[]} results
 * @returns {{ passed: number, failed: number }}
 */
export const totalOf = (results) => ({
  passed: results.reduce((sum, result) => sum + result.passed, 0),
  failed: results.reduce((sum, result) => sum + result.failed, 0),
});

/**
 * One line for a finished step.
 *
 * @param {StepResult} result
 */
export function describeStep({ name, passed, failed, durationMs, note }) {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  const sums = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`;
  return `${failed > 0 ? '✗' : '✓'} ${name.padEnd(14)}${sums.padEnd(26)}${seconds.padStart(8)}${note === undefined ? '' : `  ${note}`}`;
}

/**
 * What becomes of a step that could not even run.
 *
 * @param {string} name
 * @param {unknown} error
 * @returns {StepResult}
 */
export function couldNotRun(name, error) {
  const message = error instanceof Error ? error.message : String(error);
  return { name, passed: 0, failed: 1, failures: [message], output: message, durationMs: 0 };
}

/**
 * Runs steps, a few at a time in the order given, and shows each when it is done. One that throws has failed, and keeps
 * none of the others from their results.
 *
 * @param {readonly (() => Promise<StepResult>)[]} steps
 * @param {number} atATime
 * @param {(text: string) => unknown} show
 * @returns {Promise<StepResult[]>}
 */
export async function runSteps(steps, atATime, show = (text) => process.stdout.write(text)) {
  /** @type {StepResult[]} */
  const results = [];
  const waiting = [...steps];
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await step().catch((error) => couldNotRun('a step', error));
      results.push(result);
      show(`${describeStep(result)}\n${result.failed > 0 ? `${result.output.trimEnd()}\n\n` : ''}`);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return results;
}
