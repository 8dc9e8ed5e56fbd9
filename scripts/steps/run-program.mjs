// Starts programs so that whatever way this script ends, nothing it started stays behind.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectRoot, say, Stop } from './project.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'inherit' | 'capture'} [output] what becomes of its output; captured output is part of the result
 * @property {string} [input] text for its standard input, which is otherwise closed
 * @property {number} [timeLimitMs] ended, and counted as failed, after this long
 * @property {boolean} [untouchable] leaves something broken behind when it is cut off: an interrupted script asks it to
 *   stop, as Ctrl-C would, and waits for its end
 *
 * @typedef {{ code: number, output: string }} RunResult `code` is 1 for an end by signal, 127 for a missing program
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** Those of them that have to come to an end by themselves. @type {Set<import('node:child_process').ChildProcess>} */
const untouchable = new Set();

/** Sends a signal to the whole group of a process that leads one. @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already, which is what was asked for.
  }
}

function endAll() {
  for (const child of running) if (!untouchable.has(child)) signalGroup(child, 'SIGKILL');
}
process.on('exit', endAll);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void endScript(signal === 'SIGINT' ? 130 : 143));
}

let isEnding = false;

/** @param {number} code */
async function endScript(code) {
  // Asked for a second time, it goes at once; what must not be cut off goes on without it.
  if (isEnding || untouchable.size === 0) process.exit(code);
  isEnding = true;
  say('waiting for what must not be cut off; interrupt again to go without waiting');
  await Promise.all(
    [...untouchable].map((child) => {
      const closed = once(child, 'close');
      // To the leader alone: apt-get ends after the package it is at, but dpkg below it would stop in the middle.
      child.kill('SIGINT');
      return closed;
    }),
  );
  process.exit(code);
}

/**
 * Starts a program as the leader of its own process group.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startProgram(command, args, options = {}) {
  const child = spawn(command, [...args], {
    cwd: projectRoot,
    detached: process.platform !== 'win32',
    ...options,
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Ends a program and everything in its group, gently first.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endProgram(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const closed = once(child, 'close');
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), 3000);
  await closed;
  clearTimeout(timer);
  // Members of the group that outlived their leader would keep a display or a port.
  signalGroup(child, 'SIGKILL');
}

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunResult>}
 */
export async function runProgram(command, args, options = {}) {
  const capture = options.output === 'capture';
  const child = startProgram(command, args, {
    stdio: [
      options.input === undefined ? 'ignore' : 'pipe',
      capture ? 'pipe' : 'inherit',
      capture ? 'pipe' : 'inherit',
    ],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: capture ? { ...(options.env ?? process.env), ...colours() } : options.env,
  });
  if (options.untouchable === true) {
    untouchable.add(child);
    for (const end of ['close', 'error']) child.once(end, () => untouchable.delete(child));
  }
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stdin?.end(options.input);
  const timer =
    options.timeLimitMs === undefined
      ? undefined
      : setTimeout(() => {
          output += `\nended after ${options.timeLimitMs} ms\n`;
          signalGroup(child, 'SIGKILL');
        }, options.timeLimitMs);
  try {
    const [code] = await once(child, 'close');
    return { code: code ?? 1, output };
  } catch (error) {
    return { code: 127, output: String(error) };
  } finally {
    clearTimeout(timer);
    signalGroup(child, 'SIGKILL');
  }
}

/** Captured output is shown later where this script writes, so that decides about colours. */
const colours = () =>
  process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined };

/**
 * Runs a program that has to succeed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 */
export async function mustRun(command, args, options = {}) {
  const result = await runProgram(command, args, options);
  if (result.code !== 0) {
    throw new Stop(
      `\`${[command, ...args].join(' ')}\` failed (exit code ${result.code}).\n${result.output}`,
    );
  }
  return result;
}
