// Knows which parts of the operating system Electron and the tests need, and installs them where it may.
import { existsSync } from 'node:fs';
import { isRoot, say, Stop } from './project.mjs';
import { mustRun, runProgram } from './run-program.mjs';

/**
 * @typedef {object} SystemNeed
 * @property {string} debianPackage
 * @property {string} [library] a shared library that the dynamic linker must know
 * @property {string} [file] a file that must exist
 */

/** What Electron itself links to or loads. @type {readonly SystemNeed[]} */
export const electronNeeds = [
  { debianPackage: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { debianPackage: 'libnss3', library: 'libnss3.so' },
  { debianPackage: 'libasound2', library: 'libasound.so.2' },
  { debianPackage: 'libgbm1', library: 'libgbm.so.1' },
  { debianPackage: 'libdrm2', library: 'libdrm.so.2' },
  { debianPackage: 'libxss1', library: 'libXss.so.1' },
  { debianPackage: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0' },
  { debianPackage: 'libsecret-1-0', library: 'libsecret-1.so.0' },
];

/** A display and a key ring for the tests in the real application. @type {readonly SystemNeed[]} */
export const desktopNeeds = [
  { debianPackage: 'xvfb', file: '/usr/bin/Xvfb' },
  { debianPackage: 'dbus-daemon', file: '/usr/bin/dbus-daemon' },
  { debianPackage: 'libglib2.0-bin', file: '/usr/bin/gdbus' },
  { debianPackage: 'gnome-keyring', file: '/usr/bin/gnome-keyring-daemon' },
];

/** Servers, proxies and a client that nobody here wrote and a maker of certificates, for tests that send requests. @type {readonly SystemNeed[]} */
export const serverNeeds = [
  { debianPackage: 'python3-httpbin', file: '/usr/lib/python3/dist-packages/httpbin/__init__.py' },
  { debianPackage: 'gunicorn', file: '/usr/bin/gunicorn' },
  { debianPackage: 'openssl', file: '/usr/bin/openssl' },
  { debianPackage: 'curl', file: '/usr/bin/curl' },
  { debianPackage: 'nginx-light', file: '/usr/sbin/nginx' },
  { debianPackage: 'squid', file: '/usr/sbin/squid' },
  { debianPackage: 'tinyproxy-bin', file: '/usr/bin/tinyproxy' },
  { debianPackage: 'microsocks', file: '/usr/bin/microsocks' },
];

/** A checker of XML, a terminal and the shells that commands are completed in, for tests of the command line. @type {readonly SystemNeed[]} */
export const terminalNeeds = [
  { debianPackage: 'libxml2-utils', file: '/usr/bin/xmllint' },
  { debianPackage: 'bsdutils', file: '/usr/bin/script' },
  { debianPackage: 'zsh', file: '/usr/bin/zsh' },
  { debianPackage: 'fish', file: '/usr/bin/fish' },
];

/** What `npm run package` needs to write archives without a download. @type {readonly SystemNeed[]} */
export const archiveNeeds = [{ debianPackage: 'p7zip-full', file: '/usr/bin/7za' }];

/**
 * The needs that this system does not meet.
 *
 * @param {readonly SystemNeed[]} needs
 * @param {string} linkerCache what `ldconfig -p` prints
 * @param {(file: string) => boolean} exists
 */
export function unmetNeeds(needs, linkerCache, exists = existsSync) {
  const libraries = new Set(linkerCache.split('\n').map((line) => line.trim().split(' ')[0]));
  return needs.filter(
    ({ library, file }) =>
      (library !== undefined && !libraries.has(library)) || (file !== undefined && !exists(file)),
  );
}

/**
 * Makes sure that the system has what is needed: installs it on Debian as root, else says which command would.
 *
 * Does nothing on macOS and Windows, where the application brings everything along.
 *
 * @param {readonly SystemNeed[]} needs
 * @param {string} purpose what cannot go on without, for the sentence
 */
export async function requireSystemPackages(needs, purpose) {
  if (process.platform !== 'linux') return;
  const unmet = await findUnmet(needs);
  if (unmet.length === 0) return;
  const packages = unmet.map((need) => need.debianPackage);
  if (!existsSync('/usr/bin/apt-get')) {
    const names = unmet.map((need) => need.library ?? need.file).join(', ');
    throw new Stop(
      `This system lacks what ${purpose} needs: ${names}. Install it with your package manager and try again.`,
    );
  }
  if (!isRoot) {
    throw new Stop(
      `This system lacks packages that ${purpose} needs. Install them and try again:\n\n` +
        `  sudo apt-get update && sudo apt-get install --no-install-recommends ${packages.join(' ')}\n`,
    );
  }
  say(`installing system packages for ${purpose}: ${packages.join(' ')}`);
  await installPackages(packages);
  const still = await findUnmet(needs);
  if (still.length > 0)
    throw new Stop(
      `Still missing after the installation: ${still.map((need) => need.debianPackage).join(', ')}.`,
    );
}

/** @param {readonly SystemNeed[]} needs */
async function findUnmet(needs) {
  const linker = existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig';
  return unmetNeeds(needs, (await runProgram(linker, ['-p'], { output: 'capture' })).output);
}

/** @param {readonly string[]} packages */
async function installPackages(packages) {
  // RUNLEVEL=1 tells Debian's packages not to start what they install: the tests start their own servers, on their own ports.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  const update = await runProgram('apt-get', [...apt, 'update'], {
    env,
    output: 'capture',
    timeLimitMs: 300_000,
  });
  // A third-party source that does not answer must not keep Debian's own packages from being installed.
  if (update.code !== 0) say('apt-get update reported errors; going on with what it fetched');
  await mustRun('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...packages], {
    env,
    output: 'capture',
    untouchable: true,
  });
}
