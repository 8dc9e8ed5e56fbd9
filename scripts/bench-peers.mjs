// `node scripts/bench-peers.mjs`: installs the tools that `npm run bench -- cli` holds the command line against.
// They are kept in the cache folder, apart from the project, which depends on none of them.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand } from './steps/install-dependencies.mjs';
import { cacheFolder, runScript, say } from './steps/project.mjs';
import { mustRun } from './steps/run-program.mjs';

/** Each by its package, its version and its program inside the package. */
export const peers = {
  stepci: { package: 'stepci', version: '2.8.2', program: 'dist/index.js' },
  bru: { package: '@usebruno/cli', version: '4.1.0', program: 'bin/bru.js' },
  newman: { package: 'newman', version: '6.2.2', program: 'bin/newman.js' },
  httpyac: { package: 'httpyac', version: '6.16.7', program: 'bin/httpyac.js' },
};

/** @typedef {keyof typeof peers} PeerName */

const folder = path.join(cacheFolder(), 'bench-peers');

/** @param {PeerName} name */
const packageFolder = (name) => path.join(folder, 'node_modules', peers[name].package);

/**
 * The program of a peer; `null` where that version of it is not installed.
 *
 * @param {PeerName} name
 */
export async function peerProgram(name) {
  const text = await readFile(path.join(packageFolder(name), 'package.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text).version === peers[name].version
    ? path.join(packageFolder(name), peers[name].program)
    : null;
}

async function install() {
  const names = /** @type {PeerName[]} */ (Object.keys(peers));
  const programs = await Promise.all(names.map(peerProgram));
  if (programs.every((program) => program !== null)) {
    say(`${names.join(', ')} are installed in ${folder}`);
    return;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  const wanted = names.map((name) => `${peers[name].package}@${peers[name].version}`);
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  say(`installing ${wanted.join(', ')} in ${folder}`);
  await mustRun(...npmCommand(['install', '--save-exact', ...quietly, ...wanted]), { cwd: folder });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(install);
