// `npm run screenshot`: takes the pictures of README and guides anew, out of those that the end-to-end tests make.
import { copyFile } from 'node:fs/promises';
import { installDependencies } from './steps/install-dependencies.mjs';
import { inProject, runScript } from './steps/project.mjs';
import { mustRun } from './steps/run-program.mjs';

/** Where each picture of docs/screenshots comes from. */
const pictures = {
  'window.png': 'example-1280/flow-dark.png',
  'first-flow.png': 'guides/first-flow-light.png',
  'first-run.png': 'guides/first-run-light.png',
  'debugging.png': 'guides/debugging-light.png',
  'fault.png': 'guides/fault-light.png',
};

await runScript(async () => {
  await installDependencies();
  const tests = 'every view of the example at 1280|the first flow';
  await mustRun(process.execPath, [
    inProject('scripts', 'test-e2e.mjs'),
    'pictures.e2e',
    'guides.e2e',
    '--grep',
    tests,
  ]);
  for (const [name, made] of Object.entries(pictures))
    await copyFile(inProject('test-results-pictures', made), inProject('docs', 'screenshots', name));
});
