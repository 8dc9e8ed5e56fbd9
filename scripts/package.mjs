// `npm run package`: builds the application and packages it for the system this runs on, into dist/.
import { buildPart } from './steps/build-parts.mjs';
import { installDependencies } from './steps/install-dependencies.mjs';
import { packageApplication } from './steps/package-application.mjs';
import { runScript, say } from './steps/project.mjs';
import { archiveNeeds, electronNeeds, requireSystemPackages } from './steps/system-packages.mjs';

await runScript(async () => {
  await installDependencies();
  await requireSystemPackages([...electronNeeds, ...archiveNeeds], 'packaging');
  await buildPart('application', { always: true });
  const archive = process.platform === 'linux' ? 'tar.gz' : 'zip';
  say('packaging; the archive takes a minute');
  const targets = ['dir', archive, ...process.argv.slice(2)];
  return (await packageApplication({ targets })).code;
});
