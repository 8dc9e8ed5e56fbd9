// `npm test`: sets itself up on a fresh machine, runs everything, and closes with one line that sums it up.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildPart } from './steps/build-parts.mjs';
import { checkSteps } from './steps/check-steps.mjs';
import { installDependencies } from './steps/install-dependencies.mjs';
import { packageApplication } from './steps/package-application.mjs';
import { runScript, Stop } from './steps/project.mjs';
import { runFences } from './steps/run-fences.mjs';
import { runPlaywright, runVitest } from './steps/run-tests.mjs';
import { runSteps, totalOf } from './steps/step-result.mjs';
import { requireSystemPackages, serverNeeds } from './steps/system-packages.mjs';
import { startTestDesktop } from './steps/test-desktop.mjs';

/** @typedef {import('./steps/step-result.mjs').StepResult} StepResult */

/** What can be asked for by name, in the order it runs. @type {Record<string, () => Promise<StepResult[]>>} */
const parts = {
  check: () => runSteps([...checkSteps({ cache: false }), runFences], 2),
  unit: () => runSteps([() => runVitest('unit')], 1),
  integration: async () => {
    await requireSystemPackages(serverNeeds, 'the integration tests');
    return runSteps([() => runVitest('integration')], 1);
  },
  contract: () => runSteps([() => runVitest('contract')], 1),
  e2e: runInTheApplication,
};

await runScript(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    throw new Stop(
      `There are no tests called ${unknown.join(', ')}. Choose from: ${Object.keys(parts).join(', ')}.`,
    );
  }
  // Whatever tests leave among the temporary files goes away with this folder.
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'flowbench-tests-'));
  // Passable for everyone: one test starts the application as a user who is not root.
  await chmod(temporary, 0o711);
  process.env.TMPDIR = temporary;
  /** @type {StepResult[]} */
  const results = [];
  const started = performance.now();
  await guard(results, 'set up', async () => {
    await installDependencies();
    for (const [name, run] of Object.entries(parts)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      await guard(results, name, async () => results.push(...(await run())));
    }
  });

  await rm(temporary, { recursive: true, force: true, maxRetries: 5 });

  for (const { name, failures } of results) {
    for (const failure of failures) process.stdout.write(`✗ ${name}: ${failure}\n`);
  }
  const { passed, failed } = totalOf(results);
  process.stdout.write(`Took ${((performance.now() - started) / 1000).toFixed(0)} s.\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

/** Builds and packages the application and drives it on a desktop of its own. */
async function runInTheApplication() {
  await requireSystemPackages(serverNeeds, 'the tests in the real application');
  const desktop = await startTestDesktop();
  try {
    await buildPart('application');
    await buildPart('command-line');
    const packaging = await runSteps([() => packageStep(desktop.env)], 1);
    process.stdout.write('  e2e, in the real application:\n');
    return [...packaging, ...(await runSteps([() => runPlaywright(desktop.env)], 1))];
  } finally {
    await desktop.end();
  }
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<StepResult>} */
async function packageStep(env) {
  const started = performance.now();
  const { code, output } = await packageApplication({ targets: ['dir'], env, output: 'capture' });
  return {
    name: 'package',
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    failures: code === 0 ? [] : ['the application could not be packaged'],
    output,
    durationMs: performance.now() - started,
  };
}

/**
 * Turns a part that cannot even run into a failure, so that the other parts and the closing line still come.
 *
 * @param {StepResult[]} results
 * @param {string} name
 * @param {() => Promise<unknown>} run
 */
async function guard(results, name, run) {
  try {
    await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stdout.write(`✗ ${name}\n${message}\n`);
    results.push({ name, passed: 0, failed: 1, failures: [message], output: message, durationMs: 0 });
  }
}
