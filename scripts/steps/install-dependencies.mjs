// Brings node_modules in line with the lockfile, and does nothing when it already is.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot, say } from './project.mjs';
import { mustRun, runProgram } from './run-program.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lockfile
 */

/**
 * True where what npm wrote down about an installed tree satisfies the lockfile.
 *
 * npm keeps that note up to date whichever command changed the tree, so no stamp of our own can go stale. Packages
 * that the tree has beyond the lockfile do no harm; optional ones may be missing, because they are for other systems.
 *
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted.packages ?? {}).every(([folder, entry]) => {
    if (folder === '') return true;
    const found = installed.packages?.[folder];
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version;
  });
}

/** @param {string} file @returns {Promise<Lockfile | null>} */
async function readLockfile(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * How to start the npm that started this script, so that a second installation of npm is never mixed in.
 *
 * @param {readonly string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function npmCommand(args, env = process.env) {
  if (env.npm_execpath?.endsWith('.js')) return [process.execPath, [env.npm_execpath, ...args]];
  // npm is a .cmd file on Windows, which only a command interpreter can start.
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/c', 'npm', ...args]] : ['npm', [...args]];
}

/** npm's cache folder as it is now, before a script changes HOME. */
export async function npmCacheFolder() {
  const { code, output } = await runProgram(...npmCommand(['config', 'get', 'cache', '--silent']), {
    output: 'capture',
  });
  return code === 0 ? output.trim().split('\n').at(-1) : undefined;
}

// NODE_ENV=production, or an `omit` in somebody's .npmrc, would leave out what builds and tests need.
const everything = ['--include=dev', '--include=optional', '--include=peer'];

/**
 * Installs the locked dependencies if they are missing or differ.
 *
 * @param {string} root
 */
export async function installDependencies(root = projectRoot) {
  const wanted = await readLockfile(path.join(root, 'package-lock.json'));
  const installed = await readLockfile(path.join(root, 'node_modules', '.package-lock.json'));
  if (wanted !== null && installed !== null && isInstalled(wanted, installed)) return;
  say('installing the dependencies (npm ci)');
  const args = ['ci', ...everything, '--no-audit', '--no-fund', '--loglevel=error'];
  await mustRun(...npmCommand(args), { cwd: root });
}
