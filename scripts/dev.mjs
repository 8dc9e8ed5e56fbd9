// `npm run dev`: the application with hot reload of the page, and a restart when the main process changes.
import { rm } from 'node:fs/promises';
import { resolveElectronRuntime } from './electron-runtime.mjs';
import { buildStamp } from './steps/build-parts.mjs';
import { installDependencies } from './steps/install-dependencies.mjs';
import { isRoot, oldestElectronMajor, projectRoot, runScript } from './steps/project.mjs';
import { electronNeeds, requireSystemPackages } from './steps/system-packages.mjs';

await runScript(async () => {
  await installDependencies();
  await requireSystemPackages(electronNeeds, 'the application');
  process.env.ELECTRON_MAJOR_VER = oldestElectronMajor;
  process.env.ELECTRON_EXEC_PATH = (await resolveElectronRuntime()).program;
  process.env.ELECTRON_CLI_ARGS = JSON.stringify(process.argv.slice(2));
  if (isRoot) process.env.NO_SANDBOX = '1';

  // What this leaves in out/ is no build that `npm start` may take for one.
  await rm(buildStamp('application'), { force: true });

  const { createServer } = await import('electron-vite');
  await createServer({ root: projectRoot, build: { watch: {} } }, {});
  // The running Electron ends this process when its last window closes.
  await new Promise(() => {});
});
