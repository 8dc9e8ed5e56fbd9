// `npm run build`: the application and the command line, always from scratch.
import { buildPart } from './steps/build-parts.mjs';
import { installDependencies } from './steps/install-dependencies.mjs';
import { runScript } from './steps/project.mjs';

await runScript(async () => {
  await installDependencies();
  await buildPart('application', { always: true });
  await buildPart('command-line', { always: true });
});
