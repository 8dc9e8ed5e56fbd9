// A machine that is set up for production must still get what builds and tests need: a real npm installs it here.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const steps = new URL('../../../scripts/steps/install-dependencies.mjs', import.meta.url).href;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'flowbench-install-'));
  for (const name of ['builder', 'extra']) {
    await mkdir(path.join(root, name, 'package'), { recursive: true });
    const about = JSON.stringify({ name, version: '1.0.0' });
    await writeFile(path.join(root, name, 'package', 'package.json'), about);
    await run('tar', ['czf', `${name}.tgz`, '-C', name, 'package'], { cwd: root });
  }
  const needs = {
    devDependencies: { builder: 'file:builder.tgz' },
    optionalDependencies: { extra: 'file:extra.tgz' },
  };
  const packages = {
    '': { name: 'shop', ...needs },
    'node_modules/builder': { version: '1.0.0', resolved: 'file:builder.tgz', dev: true },
    'node_modules/extra': { version: '1.0.0', resolved: 'file:extra.tgz', optional: true },
  };
  await writeFile(path.join(root, 'package.json'), JSON.stringify({ name: 'shop', ...needs }));
  const lock = { name: 'shop', lockfileVersion: 3, requires: true, packages };
  await writeFile(path.join(root, 'package-lock.json'), JSON.stringify(lock));
});
afterAll(() => rm(root, { recursive: true, force: true }));

it.each([{ NODE_ENV: 'production' }, { npm_config_omit: 'dev' }, { npm_config_omit: 'optional' }])(
  'with %j dependencies for building are installed all the same',
  async (env) => {
    await rm(path.join(root, 'node_modules'), { recursive: true, force: true });
    const script = `import { installDependencies } from ${JSON.stringify(steps)};
      await installDependencies(${JSON.stringify(root)});`;
    await run(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, ...env },
    });
    const installed = await readdir(path.join(root, 'node_modules'));
    expect(installed.sort()).toEqual(['.package-lock.json', 'builder', 'extra']);
  },
);
