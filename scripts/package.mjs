// `npm run package [-- deb]`: builds the application and packages it for the system this runs on, into dist/.
import { readdir } from 'node:fs/promises';
import { buildPart } from './steps/build-parts.mjs';
import { installDependencies } from './steps/install-dependencies.mjs';
import { makeDeb } from './steps/make-deb.mjs';
import { packageApplication } from './steps/package-application.mjs';
import { inProject, runScript, say } from './steps/project.mjs';
import { archiveNeeds, electronNeeds, requireSystemPackages } from './steps/system-packages.mjs';

await runScript(async () => {
  const asked = process.argv.slice(2);
  await installDependencies();
  await requireSystemPackages([...electronNeeds, ...archiveNeeds], 'packaging');
  await buildPart('application', { always: true });
  await buildPart('command-line');
  say('packaging; the archive takes a minute');
  const archive = process.platform === 'linux' ? 'tar.gz' : 'zip';
  // `deb` is ours to make; whatever else is asked for is a name of electron-builder's.
  const targets = ['dir', archive, ...asked.filter((target) => target !== 'deb')];
  const { code } = await packageApplication({ targets });
  if (code !== 0) return code;
  if (asked.includes('deb')) await makeDeb();
  for (const name of await readdir(inProject('dist'))) process.stdout.write(`dist/${name}\n`);
  return 0;
});
