// What a person installs: the package holds what it should, is locked down, and starts.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect } from '@playwright/test';
import type { Bridge } from '#shared/ipc/contract.ts';
import { inProject } from '../../scripts/steps/project.mjs';
import { test } from '../support/app-test.ts';
import { attachToApp } from '../support/attach-to-app.ts';
import { storyBundle } from '../support/bundle-story.ts';
import { freshFolder, removeFolders } from '../support/launch-app.ts';
import { answer, conversation } from '../support/person.ts';
import { packagedArchive, packagedProgram, startPackagedApp } from '../support/packaged-app.ts';

const run = promisify(execFile);
const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { version: string };

/** The names in a listing of tar, without those of folders. */
function filesIn(listing: string): string[] {
  return listing.split('\n').filter((name) => name !== '' && !name.endsWith('/'));
}

async function unpackedFiles(): Promise<readonly string[]> {
  const folder = path.dirname(packagedProgram);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

test.describe('the package', () => {
  test('holds the three bundles, the command line and nothing of npm', () => {
    const files = listPackage(packagedArchive, { isPack: false }).map((file) =>
      file.split(path.sep).join('/'),
    );
    expect(files).toContain('/out/main/main.js');
    expect(files).toContain('/out/main/bundle-worker.cjs');
    expect(files).toContain('/out/cli/flowbench.js');
    expect(files).toContain('/out/preload/preload.cjs');
    expect(files).toContain('/out/renderer/index.html');
    // The licences of what was bundled ask to be passed on with it.
    expect(files).toContain('/out/main/licenses.md');
    expect(files).toContain('/out/cli/flowbench-licenses.md');
    expect(files).toContain('/out/renderer/licenses.md');
    expect(files.filter((file) => /node_modules|\.map$|\.tsx?$|^\/test|^\/scripts/.test(file))).toEqual([]);
    expect(existsSync(path.join(path.dirname(packagedArchive), 'default_app.asar'))).toBe(false);
  });

  test('has every switch of Electron that an attacker could use turned off', async () => {
    const wire = await getCurrentFuseWire(packagedProgram);
    // One character for each fuse, as it stands in the program.
    const state = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0);
    expect(state(FuseV1Options.RunAsNode)).toBe('0');
    expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe('0');
    expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe('0');
    expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe('0');
    expect(state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot)).toBe('0');
    expect(state(FuseV1Options.EnableCookieEncryption)).toBe('1');
    expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe('1');
  });

  test('comes as an archive that holds every file of it', async () => {
    test.skip(process.platform !== 'linux', 'made on Linux');
    const { stdout } = await run('tar', ['-tzf', inProject('dist', `flowbench-${version}.tar.gz`)]);
    const packed = filesIn(stdout).map((file) => file.replace(/^\.?\/?flowbench-[^/]+\//, ''));
    expect(packed.sort()).toEqual(await unpackedFiles());
  });

  test('comes as a Debian package, with its menu entry, its icon and its licence', async () => {
    test.skip(process.platform !== 'linux', 'made on Linux');
    const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
    const file = inProject('dist', `flowbench_${version}_${architecture}.deb`);
    const { stdout } = await run('sh', ['-c', `dpkg-deb --fsys-tarfile '${file}' | tar -t`]);
    expect(filesIn(stdout).sort()).toEqual(
      [
        ...(await unpackedFiles()).map((each) => `./opt/Flowbench/${each}`),
        './usr/bin/flowbench',
        './usr/bin/flowbench-cli',
        './usr/share/applications/flowbench.desktop',
        './usr/share/doc/flowbench/copyright',
        './usr/share/icons/hicolor/scalable/apps/flowbench.svg',
      ].sort(),
    );
    const { stdout: fields } = await run('dpkg-deb', ['--field', file]);
    expect(fields).toMatch(new RegExp(`^Package: flowbench\nVersion: ${version}\n`));
    expect(fields).toContain('libsecret-1-0');
  });

  test('starts, shows its window and ends when that is closed', async () => {
    const userData = await freshFolder('packaged');
    const app = await startPackagedApp(userData);
    await expect(app.page).toHaveTitle(/Flowbench/);
    expect(await app.close()).toBe(0);
    await removeFolders(userData);
  });

  test('makes the API Calls of the example', async () => {
    const userData = await freshFolder('packaged');
    const app = await startPackagedApp(userData, ['--open-example']);
    await app.page.keyboard.press('Control+Enter');
    await expect(conversation(app.page)).toContainText('What is your order number?');
    await answer(app.page, '10482');
    await expect(conversation(app.page)).toContainText('It is in Coimbra');
    expect(await app.close()).toBe(0);
    await removeFolders(userData);
  });

  test('reads a bundle in the thread that came along', async () => {
    const userData = await freshFolder('packaged');
    const app = await startPackagedApp(userData);
    await expect(app.page).toHaveTitle(/Flowbench/);
    const read = await app.page.evaluate(
      (text) =>
        (globalThis as unknown as { flowbench: Bridge }).flowbench.call['bundle.read']({ name: 'a', text }),
      await storyBundle(),
    );
    expect(read).toMatchObject({ ok: true, value: { name: 'Acme Shop' } });
    expect(await app.close()).toBe(0);
    await removeFolders(userData);
  });

  test('reaches the command line without a display, a window or a key ring', async () => {
    test.skip(process.platform !== 'linux', 'made on Linux');
    const home = await freshFolder('packaged');
    // As the Debian package puts it on the path.
    const onPath = path.join(home, 'flowbench-cli');
    await symlink(path.join(path.dirname(packagedProgram), 'flowbench-cli'), onPath);
    const env = { PATH: process.env['PATH'], HOME: home };
    const commandLine = (...args: readonly string[]) =>
      run(onPath, args, { env, cwd: home }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: unknown) => error as { code: number; stdout: string; stderr: string },
      );
    const example = inProject('examples', 'order-lookup');
    // Its own arguments are none of the browser engine's.
    const passed = await commandLine(
      'run',
      example,
      '--flow',
      'Support',
      '--timeout',
      '60000',
      '--seed',
      '1',
    );
    expect(passed.code).toBe(0);
    expect(passed.stdout).toMatch(/\n1 passed in /);
    const wrong = await commandLine('run', example, '--remote-debugging-port=0');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect('stderr' in wrong ? wrong.stderr : '').toContain('There is no option --remote-debugging-port.');
    const read = execFile(onPath, ['render'], { env, cwd: home });
    read.stdin?.end('{"template":"Hello {{name}}","field":"text","variables":{"name":"Ana"}}');
    const [text, [code]] = await Promise.all([textOf(read.stdout!), once(read, 'close')]);
    expect([code, JSON.parse(text)]).toEqual([0, { output: 'Hello Ana', warnings: [] }]);
    await removeFolders(home);
  });

  test('runs no script that an environment variable names', async () => {
    const userData = await freshFolder('packaged');
    const app = await attachToApp({
      program: packagedProgram,
      args: [],
      userData,
      env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nonexistent/script.cjs' },
    });
    await expect(app.page).toHaveTitle(/Flowbench/);
    expect(await app.close()).toBe(0);
    await removeFolders(userData);
  });
});
