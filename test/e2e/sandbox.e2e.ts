// The operating system's sandbox, which root does without: started as an ordinary user, the package has it and works.
import { chmod, chown, cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { isRoot } from '../../scripts/steps/project.mjs';
import { test } from '../support/app-test.ts';
import { attachToApp } from '../support/attach-to-app.ts';
import { freshFolder, removeFolders } from '../support/launch-app.ts';
import { packagedProgram } from '../support/packaged-app.ts';
import { answer, conversation } from '../support/person.ts';

/** The user `nobody`, who owns nothing and is in no group. */
const nobody = { uid: 65_534, gid: 65_534 };

/** Processes below another one, by their ids. */
async function descendants(pid: number): Promise<readonly number[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(
    processes.map(async (name) => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
      // The second field is a name in brackets that may hold anything; the parent is the second one after it.
      return { pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 1).split(' ')[2]) };
    }),
  );
  const found = [pid];
  for (let index = 0; index < found.length; index += 1) {
    found.push(...parents.filter(({ parent }) => parent === found[index]).map((child) => child.pid));
  }
  return found.slice(1);
}

/** Whether a process is confined to a filter of system calls (proc(5), "Seccomp": 2). */
async function isFiltered(pid: number): Promise<boolean> {
  return /^Seccomp:\t2$/m.test(await readFile(`/proc/${String(pid)}/status`, 'utf8'));
}

test('an ordinary user gets the sandbox of the operating system, and everything works in it', async () => {
  const folder = await freshFolder('sandbox');
  const userData = path.join(folder, 'user-data');
  // A copy, because the place of this checkout may be closed to other users.
  await cp(path.dirname(packagedProgram), path.join(folder, 'app'), { recursive: true });
  await chmod(folder, 0o777);
  if (isRoot) await chown(folder, nobody.uid, nobody.gid);

  const app = await attachToApp({
    program: path.join(folder, 'app', path.basename(packagedProgram)),
    args: ['--open-example'],
    userData,
    // The home, the bus and the temporary files of these tests belong to the user who runs them.
    env: {
      HOME: folder,
      TMPDIR: folder,
      XDG_RUNTIME_DIR: undefined,
      XDG_CONFIG_HOME: undefined,
      XDG_CACHE_HOME: undefined,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
    ...(isRoot ? { user: nobody } : {}),
  });

  const commands = await Promise.all(
    (await descendants(app.pid)).map(async (pid) => ({
      pid,
      command: (await readFile(`/proc/${String(pid)}/cmdline`, 'utf8')).replaceAll('\0', ' '),
    })),
  );
  expect(commands.filter(({ command }) => command.includes('--no-sandbox'))).toEqual([]);
  const renderers = commands.filter(({ command }) => command.includes('--type=renderer'));
  expect(renderers).not.toEqual([]);
  for (const { pid } of renderers) expect(await isFiltered(pid)).toBe(true);
  await expect(app.page.getByText('No sandbox')).toHaveCount(0);

  await app.page.keyboard.press('Control+Enter');
  await answer(app.page, '10482');
  await expect(conversation(app.page)).toContainText('It is in Coimbra');
  expect(await app.close()).toBe(0);
  await removeFolders(folder);
});
