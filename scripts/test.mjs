// `npm test`: sets itself up on a fresh machine, runs everything, and closes with one line that sums it up.
import { buildPart } from './steps/build-parts.mjs';
import { checkSteps } from './steps/check-steps.mjs';
import { installDependencies } from './steps/install-dependencies.mjs';
import { makeDeb } from './steps/make-deb.mjs';
import { packageApplication } from './steps/package-application.mjs';
import { runScript, Stop } from './steps/project.mjs';
import { runFences } from './steps/run-fences.mjs';
import { closing, runParts } from './steps/run-parts.mjs';
import { runPlaywright, runVitest } from './steps/run-tests.mjs';
import { couldNotRun, runSteps } from './steps/step-result.mjs';
import { archiveNeeds, requireSystemPackages, serverNeeds, terminalNeeds } from './steps/system-packages.mjs';
import { startTestDesktop } from './steps/test-desktop.mjs';

/** @typedef {import('./steps/step-result.mjs').StepResult} StepResult */

const { lint, ...otherChecks } = checkSteps({ lintCache: false });

/** What needs no window, in the order it is begun: the slowest first. @type {Record<string, () => Promise<StepResult>>} */
const quietSteps = {
  lint,
  integration: runIntegration,
  unit: () => runVitest('unit'),
  contract: () => runVitest('contract'),
  fences: runFences,
  ...otherChecks,
};

/** What can be asked for by name, and the steps each is made of. @type {Record<string, readonly string[]>} */
const parts = {
  check: ['lint', 'unit', 'fences', ...Object.keys(otherChecks)],
  unit: ['unit'],
  integration: ['integration'],
  contract: ['contract'],
  e2e: [],
};

await runScript(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    throw new Stop(
      `There are no tests called ${unknown.join(', ')}. Choose from: ${Object.keys(parts).join(', ')}.`,
    );
  }
  const started = performance.now();
  const results = await runParts(wantedParts(asked.length === 0 ? Object.keys(parts) : asked), {
    before: installDependencies,
  });
  const { text, exitCode } = closing(results, performance.now() - started);
  process.stdout.write(text);
  return exitCode;
});

/**
 * One part for all that needs no window, whoever asked for it, and one for the window, which wants the machine for
 * itself.
 *
 * @param {readonly string[]} asked
 * @returns {Record<string, () => Promise<StepResult[]>>}
 */
function wantedParts(asked) {
  const wanted = new Set(asked.flatMap((name) => parts[name] ?? []));
  const steps = Object.entries(quietSteps).filter(([name]) => wanted.has(name));
  return {
    ...(steps.length > 0
      ? {
          'without a window': () =>
            runSteps(
              steps.map(([, step]) => step),
              // Two: the integration tests alone are more than a core's worth of files at a time (vitest.config.ts).
              2,
            ),
        }
      : {}),
    ...(asked.includes('e2e') ? { e2e: runInTheApplication } : {}),
  };
}

/** @returns {Promise<StepResult>} */
async function runIntegration() {
  try {
    await requireSystemPackages([...serverNeeds, ...terminalNeeds], 'the integration tests');
  } catch (error) {
    return couldNotRun('integration', error);
  }
  return runVitest('integration');
}

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

/**
 * Makes what `npm run package -- deb` makes, with archives that are fast instead of small.
 *
 * @param {NodeJS.ProcessEnv} env @returns {Promise<StepResult>}
 */
async function packageStep(env) {
  const started = performance.now();
  const isLinux = process.platform === 'linux';
  if (isLinux) await requireSystemPackages(archiveNeeds, 'packaging');
  const { code, output } = await packageApplication({
    targets: isLinux ? ['dir', 'tar.gz'] : ['dir'],
    env: { ...env, ELECTRON_BUILDER_COMPRESSION_LEVEL: '1' },
    output: 'capture',
  });
  if (code === 0 && isLinux) await makeDeb({ level: 1 });
  return {
    name: 'package',
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    failures: code === 0 ? [] : ['the application could not be packaged'],
    output,
    durationMs: performance.now() - started,
  };
}
