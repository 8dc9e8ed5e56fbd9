// `npm start`: from a fresh checkout to the open application, or, where no display answers, to its main job in text.
import { resolveElectronRuntime } from './electron-runtime.mjs';
import { answeringDisplay } from './steps/answering-display.mjs';
import { buildPart } from './steps/build-parts.mjs';
import { installDependencies } from './steps/install-dependencies.mjs';
import { inProject, isRoot, projectRoot, runScript, say } from './steps/project.mjs';
import { runHere } from './steps/run-here.mjs';
import { electronNeeds, requireSystemPackages } from './steps/system-packages.mjs';

await runScript(async () => {
  const display = await answeringDisplay();
  return display === null ? await showInText() : await openWindow(display, process.argv.slice(2));
});

/** Needs nothing but Node: a machine without a display is often one where nothing else may be installed. */
async function showInText() {
  say('no display answers; running the example flow in text instead');
  await installDependencies();
  await buildPart('command-line');
  return runHere(process.execPath, [inProject('out', 'cli', 'headless-example.js')]);
}

/**
 * @param {import('./steps/answering-display.mjs').Display} display
 * @param {readonly string[]} args passed on to the application
 */
async function openWindow(display, args) {
  await installDependencies();
  await requireSystemPackages(electronNeeds, 'the application');
  const electron = await resolveElectronRuntime();
  await buildPart('application');
  return runHere(electron.program, [projectRoot, ...launchSwitches(display), '--open-example', ...args]);
}

/** @param {import('./steps/answering-display.mjs').Display} display */
function launchSwitches(display) {
  return [
    // Chromium does not start as root with its sandbox on. The application sees the switch and says so.
    ...(isRoot ? ['--no-sandbox'] : []),
    ...(display.kind === 'wayland' ? ['--ozone-platform=wayland'] : []),
  ];
}
