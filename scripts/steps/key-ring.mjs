// A message bus of its own with GNOME's key ring on it, so that tests store secrets for real and touch nobody's ring.
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { mustRun, endProgram, startProgram } from './run-program.mjs';
import { Stop } from './project.mjs';

// No service folders: nothing on this bus starts by itself, least of all a second, locked key ring.
const busConfiguration = (/** @type {string} */ folder) => `<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/**
 * Starts a message bus and, unless told otherwise, an unlocked key ring on it, in a home folder of its own.
 *
 * @param {{ keyRing?: boolean }} [options]
 * @returns {Promise<{ env: Record<string, string>, home: string, end: () => Promise<void> }>} `env` makes a program
 *   use this home, bus and ring
 */
export async function startKeyRing({ keyRing = true } = {}) {
  const home = await mkdtemp(path.join(os.tmpdir(), 'flowbench-home-'));
  const runtime = path.join(home, 'runtime');
  await mkdir(runtime, { mode: 0o700 });
  const configuration = path.join(home, 'bus.conf');
  await writeFile(configuration, busConfiguration(runtime));

  /** @type {import('node:child_process').ChildProcess[]} */
  const started = [];
  const end = async () => {
    for (const program of started.reverse()) await endProgram(program);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const env = homeEnvironment(home, runtime);
  try {
    const bus = startProgram(
      'dbus-daemon',
      ['--config-file', configuration, '--nofork', '--print-address=1'],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, ...env },
      },
    );
    started.push(bus);
    env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus, 'dbus-daemon');
    if (keyRing) {
      const ringEnv = { ...process.env, ...env };
      started.push(startUnlocked(ringEnv));
      const wait = ['wait', '--session', '--timeout', '20', 'org.freedesktop.secrets'];
      await mustRun('gdbus', wait, { env: ringEnv, output: 'capture' });
    }
    return { env, home, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** @param {string} home @param {string} runtime @returns {Record<string, string>} */
function homeEnvironment(home, runtime) {
  return {
    HOME: home,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_DATA_HOME: path.join(home, '.local', 'share'),
    // Chromium picks the key ring by the desktop's name.
    XDG_CURRENT_DESKTOP: 'GNOME',
    // There is no accessibility bus here; GTK would wait for one at every start.
    NO_AT_BRIDGE: '1',
  };
}

/** @param {NodeJS.ProcessEnv} env */
function startUnlocked(env) {
  const daemon = startProgram('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env,
  });
  // The first password a new ring is unlocked with becomes its password.
  daemon.stdin?.end('flowbench tests');
  return daemon;
}

/** @param {import('node:child_process').ChildProcess} program @param {string} name */
async function firstLine(program, name) {
  const line = await Promise.race([
    once(/** @type {import('node:stream').Readable} */ (program.stdout), 'data').then(([bytes]) =>
      String(bytes).trim(),
    ),
    once(program, 'close').then(() => ''),
  ]);
  if (line === '') throw new Stop(`${name} ended before it was ready.`);
  return line;
}
