// The places every script needs to know, relative to this checkout and never to the folder it is called from.
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of this checkout. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

/**
 * An absolute path inside this checkout.
 *
 * @param {readonly string[]} parts
 */
export const inProject = (...parts) => path.join(projectRoot, ...parts);

/** The major version every build is made for: the oldest Electron that may run it, so that one build serves all. */
export const oldestElectronMajor = '33';

/**
 * Where what was expensive to fetch is kept between runs and checkouts.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheFolder(env = process.env) {
  if (env.FLOWBENCH_CACHE) return path.resolve(env.FLOWBENCH_CACHE);
  if (process.platform === 'win32' && env.LOCALAPPDATA)
    return path.join(env.LOCALAPPDATA, 'flowbench', 'cache');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'flowbench');
  return path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'flowbench');
}

/** True for the user whose programs Chromium refuses to sandbox. */
export const isRoot = process.getuid?.() === 0;

/**
 * One line about what a script is doing, apart from what the programs it starts print.
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`flowbench: ${line}\n`);
}

/** A problem the person at the keyboard can solve: shown as a sentence, without a stack. */
export class Stop extends Error {}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof Stop) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Runs a script's main function and turns its result into the exit code.
 *
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${describe(error)}\n`);
    process.exitCode = 1;
  }
}
