// Runs the parts of `npm test` so that nothing that goes wrong on the way keeps the closing line from coming.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { couldNotRun, totalOf } from './step-result.mjs';

/** @typedef {import('./step-result.mjs').StepResult} StepResult */

/**
 * Runs parts one after the other, in a folder for temporary files of their own that goes away with what they left.
 *
 * @param {Record<string, () => Promise<readonly StepResult[]>>} parts
 * @param {object} options
 * @param {() => Promise<void>} options.before without it no part can run
 * @param {(text: string) => unknown} [options.show]
 * @returns {Promise<readonly StepResult[]>}
 */
export async function runParts(parts, { before, show = (text) => process.stdout.write(text) }) {
  /** @type {StepResult[]} */
  const results = [];
  /** A part that cannot even run becomes a failure. @param {string} name @param {() => Promise<unknown>} run */
  const guard = async (name, run) => {
    try {
      await run();
    } catch (error) {
      const result = couldNotRun(name, error);
      show(`✗ ${name}\n${result.output}\n`);
      results.push(result);
    }
  };
  const usual = process.env.TMPDIR;
  let temporary = '';
  await guard('set up', async () => {
    temporary = await mkdtemp(path.join(os.tmpdir(), 'flowbench-tests-'));
    // Passable for everyone: one test starts the application as a user who is not root.
    await chmod(temporary, 0o711);
    process.env.TMPDIR = temporary;
    await before();
    for (const [name, run] of Object.entries(parts))
      await guard(name, async () => results.push(...(await run())));
  });
  await guard('clean up', async () => {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    if (temporary !== '') await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  });
  return results;
}

/**
 * How a run ends: every failure again in a line, the time, and the sums alone on the last line.
 *
 * @param {readonly StepResult[]} results
 * @param {number} durationMs
 */
export function closing(results, durationMs) {
  const { passed, failed } = totalOf(results);
  const failures = results.flatMap(({ name, failures }) =>
    failures.map((failure) => `✗ ${name}: ${failure}\n`),
  );
  return {
    text: `${failures.join('')}Took ${(durationMs / 1000).toFixed(0)} s.\n${passed} passed, ${failed} failed\n`,
    exitCode: failed === 0 && passed > 0 ? 0 : 1,
  };
}
