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
import { runSteps } from './steps/step-result.mjs';
import { archiveNeeds, requireSystemPackages, serverNeeds, terminalNeeds } from './steps/system-packages.mjs';
import { startTestDesktop } from './steps/test-desktop.mjs';

/** @typedef {import('./steps/step-result.mjs').StepResult} StepResult */

/** What can be asked for by name, in the order it runs. @type {Record<string, () => Promise<StepResult[]>>} */
const parts = {
  // The lint keeps one core busy for as long as all else here keeps the other.
  check: () => runSteps([...checkSteps({ cache: false }), () => runVitest('unit'), runFences], 2),
  unit: () => runSteps([() => runVitest('unit')], 1),
  integration: async () => {
    await requireSystemPackages([...serverNeeds, ...terminalNeeds], 'the integration tests');
    return runSteps([() => runVitest('integration')], 1);
  },
  contract: () => runSteps([() => runVitest('contract')], 1),
  e2e: runInTheApplication,
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
  const results = await runParts(
    Object.fromEntries(Object.entries(parts).filter(([name]) => isWanted(name, asked))),
    { before: installDependencies },
  );
  const { text, exitCode } = closing(results, performance.now() - started);
  process.stdout.write(text);
  return exitCode;
});

/** Without names everything is wanted, and nothing twice. @param {string} name @param {readonly string[]} asked */
function isWanted(name, asked) {
  const isInCheck = name === 'unit' && (asked.length === 0 || asked.includes('check'));
  return !isInCheck && (asked.length === 0 || asked.includes(name));
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
