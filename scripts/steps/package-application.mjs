// Makes the application that a person installs out of what was built, with electron-builder and no download.
import { resolveElectronRuntime } from '../electron-runtime.mjs';
import { inProject, projectRoot } from './project.mjs';
import { runProgram } from './run-program.mjs';

/**
 * Packages what lies in out/.
 *
 * @param {object} options
 * @param {readonly string[]} options.targets electron-builder's names, such as `dir` and `tar.gz`
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {'inherit' | 'capture'} [options.output]
 */
export async function packageApplication({ targets, env = process.env, output = 'inherit' }) {
  const electron = await resolveElectronRuntime(env);
  const args = [
    inProject('node_modules', 'electron-builder', 'cli.js'),
    ...platformSwitch(),
    ...targets,
    '--publish=never',
    `--config.electronVersion=${electron.version}`,
    `--config.electronDist=${electron.folder}`,
  ];
  return runProgram(process.execPath, args, {
    cwd: projectRoot,
    env: {
      ...env,
      // The strongest level takes four times as long and saves one per cent.
      ELECTRON_BUILDER_COMPRESSION_LEVEL: env.ELECTRON_BUILDER_COMPRESSION_LEVEL ?? '5',
      ...(process.platform === 'linux' ? { ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za' } : {}),
    },
    output,
  });
}

function platformSwitch() {
  if (process.platform === 'darwin') return ['--mac'];
  return process.platform === 'win32' ? ['--win'] : ['--linux'];
}
