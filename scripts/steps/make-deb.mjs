// Turns the unpacked Linux application into a Debian package with Debian's own tool; electron-builder would download one.
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inProject, Stop } from './project.mjs';
import { mustRun } from './run-program.mjs';
import { electronNeeds } from './system-packages.mjs';

/** @typedef {{ name: string, productName: string, version: string, description: string, author: string, license: string }} About */

const architectures = /** @type {Record<string, string>} */ ({ x64: 'amd64', arm64: 'arm64' });

/**
 * Writes dist/NAME_VERSION_ARCHITECTURE.deb from dist/linux-unpacked.
 *
 * @param {{ level?: number }} [options] `level` 1 is fast, 9 small
 * @returns {Promise<string>} the file
 */
export async function makeDeb({ level = 6 } = {}) {
  const architecture = architectures[process.arch];
  if (architecture === undefined) throw new Stop(`There is no Debian architecture for ${process.arch}.`);
  /** @type {About} */
  const about = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
  const root = await mkdtemp(path.join(os.tmpdir(), 'flowbench-deb-'));
  try {
    await chmod(root, 0o755);
    await layOut(root, about);
    const sizeKb = Math.ceil((await sizeBytes(root)) / 1024);
    await mkdir(path.join(root, 'DEBIAN'));
    await writeFile(path.join(root, 'DEBIAN', 'control'), controlFile(about, architecture, sizeKb));
    const file = inProject('dist', `${about.name}_${about.version}_${architecture}.deb`);
    const pack = ['--root-owner-group', '-Zgzip', `-z${level}`, '--build', root, file];
    await mustRun('dpkg-deb', pack, { output: 'capture' });
    return file;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** @param {string} root @param {About} about */
async function layOut(root, { name, productName, description }) {
  const program = `/opt/${productName}`;
  await cp(inProject('dist', 'linux-unpacked'), path.join(root, program), { recursive: true });
  // Needed where the system lets no ordinary user make namespaces; the package's files belong to root.
  await chmod(path.join(root, program, 'chrome-sandbox'), 0o4755);

  await mkdir(path.join(root, 'usr/bin'), { recursive: true });
  for (const each of [name, `${name}-cli`])
    await symlink(`${program}/${each}`, path.join(root, 'usr/bin', each));

  const entry = [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${productName}`,
    `Comment=${description}`,
    `Exec=${program}/${name} %U`,
    `Icon=${name}`,
    `StartupWMClass=${productName}`,
    'Categories=Development;',
    'Terminal=false',
    '',
  ].join('\n');
  await writeInto(root, `usr/share/applications/${name}.desktop`, entry);
  await writeInto(
    root,
    `usr/share/icons/hicolor/scalable/apps/${name}.svg`,
    await readFile(inProject('build', 'icon.svg')),
  );
  await writeInto(root, `usr/share/doc/${name}/copyright`, await readFile(inProject('LICENSE')));
}

/** @param {string} root @param {string} file @param {string | Buffer} content */
async function writeInto(root, file, content) {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), content);
}

/**
 * @param {About} about
 * @param {string} architecture
 * @param {number} sizeKb
 */
export function controlFile(about, architecture, sizeKb) {
  return [
    `Package: ${about.name}`,
    `Version: ${about.version}`,
    `Architecture: ${architecture}`,
    `Maintainer: ${about.author} <flowbench@localhost>`,
    `Installed-Size: ${sizeKb}`,
    `Depends: ${electronNeeds.map((need) => need.debianPackage).join(', ')}`,
    'Section: devel',
    'Priority: optional',
    `Description: ${about.description.replace(/\.$/, '')}`,
    '',
  ].join('\n');
}

/** @param {string} folder */
async function sizeBytes(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map((file) => stat(path.join(file.parentPath, file.name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
