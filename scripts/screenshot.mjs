// `npm run screenshot`: takes the README's picture anew, out of those that the end-to-end tests make of every view.
import { copyFile } from 'node:fs/promises';
import { installDependencies } from './steps/install-dependencies.mjs';
import { inProject, runScript } from './steps/project.mjs';
import { mustRun } from './steps/run-program.mjs';

await runScript(async () => {
  await installDependencies();
  const test = ['pictures', '--grep', 'every view of the example in dark at 1280'];
  await mustRun(process.execPath, [inProject('scripts', 'test-e2e.mjs'), ...test]);
  const picture = inProject('test-results-pictures', 'flow-1280-dark.png');
  await copyFile(picture, inProject('docs', 'screenshots', 'window.png'));
});
