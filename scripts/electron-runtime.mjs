// Finds a real Electron that starts on this machine, fetching one if there is none. Prints its folder when run alone.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { canUseElectronFromNpm, electronFromNpm } from './steps/electron-from-npm.mjs';
import { cacheFolder, inProject, runScript, say, Stop } from './steps/project.mjs';
import { runProgram } from './steps/run-program.mjs';
import { failedLately, rememberTry } from './steps/unreached-host.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} folder
 * @property {string} program the executable
 * @property {string} version such as `33.2.1`
 * @property {'override' | 'electron' | 'npm'} from the environment variable, the electron package, or the stand-in
 */

const programInFolder =
  {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  }[/** @type {string} */ (process.platform)] ?? 'electron';

/**
 * Resolves an Electron in this order: `ELECTRON_OVERRIDE_DIST_PATH`; what the `electron` package has downloaded or can
 * download; the copy inside an npm package.
 *
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectronRuntime(env = process.env) {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const version = await electronVersion(override);
    if (version === null)
      throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, where no Electron starts.`);
    return runtime(override, version, 'override');
  }

  const own = inProject('node_modules', 'electron', 'dist');
  const ownVersion =
    (await electronVersion(own)) ?? ((await download(env)) ? await electronVersion(own) : null);
  if (ownVersion !== null) return runtime(own, ownVersion, 'electron');

  if (canUseElectronFromNpm) {
    const folder = await electronFromNpm();
    const version = await electronVersion(folder);
    if (version !== null) return runtime(folder, version, 'npm');
    throw new Stop(`The Electron in ${folder} does not start. Remove that folder and try again.`);
  }
  throw new Stop(
    `There is no Electron for ${process.platform}-${process.arch} within reach: its download host does not answer. ` +
      'Set ELECTRON_MIRROR to a host that does, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  );
}

/** @param {string} folder @param {string} version @param {ElectronRuntime['from']} from @returns {ElectronRuntime} */
const runtime = (folder, version, from) => ({
  folder: path.resolve(folder),
  program: path.resolve(folder, programInFolder),
  version,
  from,
});

/**
 * The version that the Electron in a folder answers with, or `null` where it does not start.
 *
 * @param {string} folder
 */
async function electronVersion(folder) {
  const program = path.join(folder, programInFolder);
  if (!existsSync(program)) return null;
  const { code, output } = await runProgram(program, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    output: 'capture',
    timeLimitMs: 20_000,
  });
  const version = /^\d+\.\d+\.\d+\S*$/m.exec(output)?.[0];
  return code === 0 && version !== undefined ? version : null;
}

/**
 * Downloads Electron into its package. A try that failed is not repeated for a day where the stand-in will do.
 *
 * @param {NodeJS.ProcessEnv} env
 */
async function download(env) {
  const installer = inProject('node_modules', 'electron', 'install.js');
  if (env.ELECTRON_SKIP_BINARY_DOWNLOAD || !existsSync(installer)) return false;
  const host =
    env.ELECTRON_MIRROR || env.npm_config_electron_mirror || 'https://github.com/electron/electron/releases/';
  const cache = cacheFolder(env);
  if (canUseElectronFromNpm && (await failedLately(cache, host))) return false;
  const succeeded = await tryDownload(installer, host, env);
  await rememberTry(cache, host, succeeded);
  return succeeded;
}

/** @param {string} installer @param {string} host @param {NodeJS.ProcessEnv} env */
async function tryDownload(installer, host, env) {
  // Behind a proxy only the installer knows the way, so the question would get the wrong answer.
  if (!env.ELECTRON_GET_USE_PROXY && !(await answers(host))) return false;
  say('downloading Electron');
  return (await runProgram(process.execPath, [installer], { timeLimitMs: 600_000 })).code === 0;
}

/** @param {string} url */
async function answers(url, limitMs = 4000) {
  try {
    const response = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(limitMs),
    });
    return response.status < 500;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    process.stdout.write(`${(await resolveElectronRuntime()).folder}\n`);
  });
}
