// What the scripts find out about a machine before they install or build anything.
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeInDist } from '../../../scripts/steps/electron-from-npm.mjs';
import { isInstalled, npmCommand } from '../../../scripts/steps/install-dependencies.mjs';
import { rulesBroken } from '../../../scripts/steps/run-fences.mjs';
import { sourceStamp } from '../../../scripts/steps/source-stamp.mjs';
import { unmetNeeds } from '../../../scripts/steps/system-packages.mjs';

describe('installed dependencies', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/only-on-mac': { version: '1.0.0', optional: true },
    },
  };
  const tree = (zod: string) => ({ packages: { 'node_modules/zod': { version: zod } } });

  it('fit the lockfile, optional ones or not', () => {
    expect(isInstalled(lock, tree('4.6.7'))).toBe(true);
    expect(
      isInstalled(lock, { packages: { ...tree('4.6.7').packages, 'node_modules/x': { version: '1.0.0' } } }),
    ).toBe(true);
  });

  it('do not fit with another version or a missing package', () => {
    expect(isInstalled(lock, tree('4.6.6'))).toBe(false);
    expect(isInstalled(lock, { packages: {} })).toBe(false);
    expect(isInstalled(lock, {})).toBe(false);
  });

  it('are installed by the npm that runs the script', () => {
    expect(npmCommand(['ci'], { npm_execpath: '/opt/npm/npm-cli.js' })).toEqual([
      process.execPath,
      ['/opt/npm/npm-cli.js', 'ci'],
    ]);
  });
});

describe('system packages', () => {
  const linkerCache =
    '120 libs found in cache\n\tlibnss3.so (libc6,x86-64) => /lib/libnss3.so\n\tlibgbm.so.1 (libc6,x86-64) => /lib/libgbm.so.1\n';

  it('are missing where the linker or the disk does not know them', () => {
    const needs = [
      { debianPackage: 'libnss3', library: 'libnss3.so' },
      { debianPackage: 'libgbm1', library: 'libgbm.so.2' },
      { debianPackage: 'xvfb', file: '/usr/bin/Xvfb' },
      { debianPackage: 'nginx', file: '/usr/sbin/nginx' },
    ];
    const unmet = unmetNeeds(needs, linkerCache, (file) => file === '/usr/bin/Xvfb');
    expect(unmet.map(({ debianPackage }) => debianPackage)).toEqual(['libgbm1', 'nginx']);
  });
});

describe('the sources of a build', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-test-'));
    await mkdir(path.join(folder, 'src/inner'), { recursive: true });
    await writeFile(path.join(folder, 'src/one.ts'), 'one');
    await writeFile(path.join(folder, 'src/inner/two.ts'), 'two');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const stamp = () => sourceStamp(folder, ['src', 'lock.json']);

  it('are the same while their contents are', async () => {
    const before = await stamp();
    await utimes(path.join(folder, 'src/one.ts'), 1, 1);
    expect(await stamp()).toBe(before);
  });

  it('are the same whatever a runner left in a folder of libraries', async () => {
    const before = await stamp();
    await mkdir(path.join(folder, 'src/inner/node_modules/.vite'), { recursive: true });
    await writeFile(path.join(folder, 'src/inner/node_modules/.vite/results.json'), '{ "tookMs": 3 }');
    expect(await stamp()).toBe(before);
  });

  it.each([
    ['a file changes', () => writeFile(path.join(folder, 'src/inner/two.ts'), 'three')],
    ['a file is added', () => writeFile(path.join(folder, 'src/new.ts'), '')],
    ['a file is renamed', () => rename(path.join(folder, 'src/one.ts'), path.join(folder, 'src/first.ts'))],
    ['a missing file appears', () => writeFile(path.join(folder, 'lock.json'), '')],
    ['content moves between files', () => writeFile(path.join(folder, 'src/one.ts'), 'onetwo')],
  ])('are others when %s', async (_what, change) => {
    const before = await stamp();
    await change();
    expect(await stamp()).not.toBe(before);
  });
});

describe('an entry of the Electron archive', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/icudtl.dat', 'icudtl.dat'],
    ['Cypress/locales/en-US.pak', 'locales/en-US.pak'],
  ])('%s belongs to Electron', (entry, place) => {
    expect(placeInDist(entry)).toBe(place);
  });

  it.each([
    'Cypress/',
    'Cypress/locales/',
    'Cypress/resources/app/package.json',
    'Cypress/browser_v8_context_snapshot.bin',
    'Cypress/../../etc/passwd',
    'elsewhere.txt',
  ])('%s does not', (entry) => {
    expect(placeInDist(entry)).toBeNull();
  });
});

describe('a fixture of the fences', () => {
  it('names the rules it breaks in its first line', () => {
    expect(rulesBroken('// Breaks: imports/no-cycles, lint/eqeqeq\nexport {};')).toEqual([
      'imports/no-cycles',
      'lint/eqeqeq',
    ]);
    expect(rulesBroken('export {};\n// Breaks: imports/no-cycles')).toEqual([]);
  });
});
