// Installs what is missing and builds the command line if its sources changed.
import { buildPart } from './steps/build-parts.mjs';
import { installDependencies } from './steps/install-dependencies.mjs';
import { runScript } from './steps/project.mjs';

await runScript(async () => {
  await installDependencies();
  await buildPart('command-line');
  return 0;
});
