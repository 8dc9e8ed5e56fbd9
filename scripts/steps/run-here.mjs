// Runs what a script was started for in the same terminal, as if it had been started there itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

function childEnvironment() {
  const env = { ...process.env };
  // Electron crashes on an address that is set and empty; one that is not set it can do without.
  if (env.DBUS_SESSION_BUS_ADDRESS === '') delete env.DBUS_SESSION_BUS_ADDRESS;
  return env;
}

/**
 * Runs a program in this terminal and gives its exit code; a signal to this script reaches the program too.
 *
 * @param {string} program
 * @param {readonly string[]} args
 */
export async function runHere(program, args) {
  // A folder named on the command line is meant from where the command was typed, which npm leaves in INIT_CWD.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const child = spawn(program, [...args], { stdio: 'inherit', cwd, env: childEnvironment() });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.removeAllListeners(signal).on(signal, () => child.kill(signal));
  }
  const [code] = await once(child, 'close');
  return code ?? 1;
}
