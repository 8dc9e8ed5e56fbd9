// `npm start` where no display answers: it must show the main job, exit accordingly, and install nothing on the way.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '../../../scripts/steps/project.mjs';

/** A checkout of its own, so that nothing is built into this one while other tests use it. */
let checkout: string;
let machine: string;

beforeAll(async () => {
  checkout = await mkdtemp(path.join(os.tmpdir(), 'flowbench-checkout-'));
  const needed = ['scripts', 'shared', 'electron', 'examples'];
  for (const name of [...needed, 'package.json', 'package-lock.json', 'tsconfig.base.json'])
    await cp(inProject(name), path.join(checkout, name), { recursive: true });
  await symlink(inProject('node_modules'), path.join(checkout, 'node_modules'), 'junction');

  machine = await mkdtemp(path.join(os.tmpdir(), 'flowbench-machine-'));
  for (const name of ['home', 'cache', 'programs', 'marks']) await mkdir(path.join(machine, name));
  for (const name of ['apt-get', 'sudo', 'npm'])
    await writeFile(
      path.join(machine, 'programs', name),
      `#!/bin/sh\necho "$@" >>'${path.join(machine, 'marks', name)}'\n`,
      { mode: 0o755 },
    );
});
afterAll(async () => {
  for (const folder of [checkout, machine]) await rm(folder, { recursive: true, force: true });
});

async function start(changes: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [path.join(checkout, 'scripts', 'start.mjs')], {
    cwd: machine,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${path.join(machine, 'programs')}${path.delimiter}${process.env['PATH'] ?? ''}`,
      HOME: path.join(machine, 'home'),
      TMPDIR: os.tmpdir(),
      FLOWBENCH_CACHE: path.join(machine, 'cache'),
      ...changes,
    },
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => (text[name] += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { ...text, code };
}

describe.runIf(process.platform === 'linux')('npm start without a display', () => {
  it('prints the conversation and the response variable, and exits with 0', async () => {
    const { stdout, stderr, code } = await start();
    expect(stderr).toContain('no display answers; running the example flow in text instead');
    expect(stdout).toContain('  bot  What is your order number? Try 10482.\n  you  10482\n');
    expect(stdout).toContain('  bot  It is in Coimbra and should arrive on 2026-03-13.\n');
    expect(stdout).toMatch(/^ {2}order = \{$/m);
    expect(stdout).toContain('"status_code": 200');
    expect(code).toBe(0);
  });

  it('has installed no system package, no dependency and no Electron for that', async () => {
    expect(await readdir(path.join(machine, 'marks'))).toEqual([]);
    expect(await readdir(path.join(machine, 'cache'))).toEqual([]);
    expect(await readdir(path.join(machine, 'home'))).toEqual([]);
  });

  it('takes variables that name a dead display for none, and builds nothing a second time', async () => {
    const { stderr, code } = await start({
      DISPLAY: ':59123',
      WAYLAND_DISPLAY: 'wayland-9',
      XDG_RUNTIME_DIR: machine,
    });
    expect(stderr).toBe('flowbench: no display answers; running the example flow in text instead\n');
    expect(code).toBe(0);
  });

  it('exits with 1 where the run does not come to its end', async () => {
    const answers = path.join(checkout, 'examples', 'order-lookup', 'answers.json');
    const none = { flow: 'Order lookup', environment: 'local', inputs: {}, answers: [] };
    await writeFile(answers, JSON.stringify(none));
    expect((await start()).code).toBe(1);
    await writeFile(answers, '{ "flow": ');
    const { stderr, code } = await start();
    expect(stderr).toContain('answers.json');
    expect(code).toBe(1);
  });
});
