// Where the scripts may not install system packages they must touch nothing and print a command that can be pasted.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject, isRoot } from '../../../scripts/steps/project.mjs';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'flowbench-packages-'));
  await chmod(folder, 0o777);
  await cp(inProject('scripts', 'steps'), path.join(folder, 'steps'), { recursive: true });
  const program = path.join(folder, 'apt-get');
  await writeFile(program, `#!/bin/sh\necho "$@" >'${path.join(folder, 'mark')}'\n`, { mode: 0o755 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Demands two packages that no system has, as somebody who may install nothing. */
async function demand(): Promise<{ readonly error: string; readonly code: number | null }> {
  const script = `
    import { runScript } from './steps/project.mjs';
    import { requireSystemPackages } from './steps/system-packages.mjs';
    const needs = ['lemon', 'melon'].map((name) => ({ debianPackage: name, file: '/nonexistent/' + name }));
    await runScript(() => requireSystemPackages(needs, 'the application'));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` },
    ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
  });
  let error = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (error += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { error, code };
}

describe.runIf(process.platform === 'linux')('system packages that an ordinary user lacks', () => {
  it('are named in a command to paste, and nothing is installed', async () => {
    const { error, code } = await demand();
    expect(error).toBe(
      '\nThis system lacks packages that the application needs. Install them and try again:\n\n' +
        '  sudo apt-get update && sudo apt-get install --no-install-recommends lemon melon\n\n',
    );
    expect(code).toBe(1);
    expect(await readdir(folder)).not.toContain('mark');
  });
});
