// A start that cannot come to a good end says so and ends; it never leaves an empty or unprotected window.
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { inProject } from '../../scripts/steps/project.mjs';
import { endProgram, startProgram } from '../../scripts/steps/run-program.mjs';
import { test } from '../support/app-test.ts';
import {
  childEnvironment,
  electronRuntime,
  freshFolder,
  launchSwitches,
  removeFolders,
} from '../support/launch-app.ts';

test.skip(process.platform !== 'linux', 'counts the processes of Linux');

let installation: string;
let userData: string;
test.beforeEach(async () => {
  installation = await freshFolder('installation');
  userData = await freshFolder('user-data');
  for (const name of ['package.json', 'out/main', 'out/preload', 'out/renderer', 'examples']) {
    await mkdir(path.dirname(path.join(installation, name)), { recursive: true });
    await cp(inProject(name), path.join(installation, name), { recursive: true });
  }
});
test.afterEach(() => removeFolders(installation, userData));

/** Starts the installation and gives what it does. */
async function started() {
  const { program } = await electronRuntime();
  const args = [installation, ...launchSwitches(userData)];
  const child = startProgram(program, args, { stdio: 'ignore', env: childEnvironment() });
  const log = () => readFile(path.join(userData, 'logs/main.log'), 'utf8').catch(() => '');
  return { child, log };
}

/** How many processes for pages this start has; its dialog lets nothing else be asked of it. */
async function pageProcesses(): Promise<number> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => ''));
  const isPage = (command: string) => command.includes('--type=renderer') && command.includes(userData);
  return (await Promise.all(commands)).filter(isPage).length;
}

test('an installation without its page opens no window, and the log says what is missing', async () => {
  await rm(path.join(installation, 'out/renderer'), { recursive: true });
  const { child, log } = await started();
  try {
    await expect.poll(log, { timeout: 30_000 }).toContain('A part of Flowbench is missing');
    expect(await pageProcesses()).toBe(0);
  } finally {
    await endProgram(child);
  }
});

test('the same installation with its page opens it', async () => {
  const { child, log } = await started();
  try {
    await expect.poll(pageProcesses, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(await log()).not.toContain('defect');
  } finally {
    await endProgram(child);
  }
});
