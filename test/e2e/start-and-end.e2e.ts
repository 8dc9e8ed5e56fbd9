// Every way the application starts, ends and comes back from a page that broke.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { projectRoot } from '../../scripts/steps/project.mjs';
import { storyId } from '../stories/story-id.ts';
import { test } from '../support/app-test.ts';
import {
  childEnvironment,
  electronRuntime,
  freshFolder,
  launchSwitches,
  removeFolders,
  type LaunchedApp,
} from '../support/launch-app.ts';
import { createEndpoint, saved } from '../support/person.ts';
import { answerDialogs, dialogsOf, workspaceOf } from '../support/answered-dialogs.ts';

/** Closes the window while its page is there but not drawn yet: it is heard all the same. */
async function endedBeforeItIsDrawn({ app }: LaunchedApp): Promise<void> {
  const closed = once(app.process(), 'exit');
  await app.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = () => Promise.reject(new Error('Nobody is to be asked'));
    const window = BrowserWindow.getAllWindows()[0]!;
    window.webContents.once('dom-ready', () => {
      // The page has called, so it is asked; it is kept from going on until it has been.
      const busy = 'for (const until = performance.now() + 1000; performance.now() < until; );';
      void window.webContents.executeJavaScript(busy);
      setTimeout(() => window.close(), 500);
    });
    window.webContents.reload();
  });
  expect(await closed).toEqual([0, null]);
}

/** A page that does not answer is told of when its window is to close, and the person decides. */
async function endedThoughItDoesNotAnswer(launched: LaunchedApp): Promise<void> {
  await answerDialogs(launched, { button: 0 });
  const closed = once(launched.app.process(), 'exit');
  await launched.page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  const close = () => launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await close();
  await expect.poll(() => dialogsOf(launched)).toEqual([expect.stringContaining('still saving')]);
  expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(launched.app.process().exitCode).toBeNull();

  await answerDialogs(launched, { button: 1 });
  await close();
  await closed;
}

test.describe('a start', () => {
  test('opens the example where it is asked for, and again without being asked after an end that was heard by a page not drawn yet', async ({
    launch,
  }) => {
    const first = await launch({ workspace: null, args: ['--open-example'] });
    const opened = await workspaceOf(first);
    expect(opened.folder).toBe(path.join(first.userData, 'example'));
    expect(opened.sampleUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(opened.problems).toEqual([]);
    await endedBeforeItIsDrawn(first);
    const second = await launch({ userData: first.userData, workspace: null });
    expect((await workspaceOf(second)).folder).toBe(opened.folder);
  });

  test('makes a workspace of the person’s own where there is nothing to open; its end asks about a page that does not answer', async ({
    launch,
  }) => {
    const home = await freshFolder('home');
    // Where this desktop keeps documents; without the file it would be the home folder itself.
    mkdirSync(path.join(home, '.config'));
    writeFileSync(path.join(home, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Documents"\n');
    const launched = await launch({ workspace: null, env: { HOME: home, XDG_CONFIG_HOME: undefined } });
    const { folder, name, documents } = await workspaceOf(launched);
    expect({ folder, name, documents }).toEqual({
      folder: path.join(home, 'Documents', 'Flowbench'),
      name: 'Flowbench',
      documents: [],
    });
    expect(existsSync(path.join(folder, 'flowbench.json'))).toBe(true);
    await endedThoughItDoesNotAnswer(launched);
    await removeFolders(home);
  });

  test('a second one brings the first to the front, hands its folder over, and ends', async ({ launch }) => {
    const launched = await launch();
    const folder = await freshFolder('shop');
    // What a second start names is opened and never made: it has to be a workspace already.
    const shop = { format: 'flowbench.workspace', version: 1, id: storyId('ws', 'Shop'), name: 'Shop' };
    writeFileSync(path.join(folder, 'flowbench.json'), JSON.stringify(shop));
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const { program } = await electronRuntime();
    const second = spawn(program, [projectRoot, ...launchSwitches(launched.userData), folder], {
      env: childEnvironment(),
      stdio: 'ignore',
    });
    const [code] = (await once(second, 'exit')) as [number];
    expect(code).toBe(0);
    expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await expect
      .poll(() =>
        launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
      )
      .toBe(false);
    await expect.poll(async () => (await workspaceOf(launched)).folder).toBe(folder);
    await expect(launched.page.getByRole('button', { name: 'Shop', exact: true })).toBeVisible();
    await removeFolders(folder);
  });
});

test.describe('an end', () => {
  test('waits until the page has saved, and leaves log, settings and vault to their owner', async ({
    launch,
  }) => {
    const { page, userData, workspace, close } = await launch();
    await createEndpoint(page, { name: 'Shop API', baseUrl: 'https://shop.example', token: 'tok-61f0a2' });
    await expect(page.getByText('set just now')).toBeVisible();
    await saved(page);
    const typed = 'Typed in the last moment';
    await page.getByRole('textbox', { name: 'Description' }).fill(typed);
    // Nothing is written before the typing has paused: the end comes first.
    expect(readFileSync(path.join(workspace, 'endpoints/shop-api.json'), 'utf8')).not.toContain(typed);
    await close();
    expect(readFileSync(path.join(workspace, 'endpoints/shop-api.json'), 'utf8')).toContain(typed);

    const files = readdirSync(userData, { recursive: true, encoding: 'utf8' });
    const vaults = files.filter((file) => path.basename(file) === 'vault.json');
    expect(vaults).toHaveLength(1);
    for (const file of ['settings.json', 'logs/main.log', ...vaults]) {
      expect(statSync(path.join(userData, file)).mode & 0o777, file).toBe(0o600);
    }
    expect(readFileSync(path.join(userData, 'logs', 'main.log'), 'utf8')).toMatch(
      /note Flowbench \d+\.\d+\.\d+ starts on Electron/,
    );
  });
});

test.describe('a page that breaks', () => {
  test('is loaded again once, with the work kept, and the person is told', async ({ launch }) => {
    const launched = await launch();
    await createEndpoint(launched.page, { name: 'Shop API', baseUrl: 'https://shop.example' });
    const typed = 'Typed before the window broke';
    await launched.page.getByRole('textbox', { name: 'Description' }).fill(typed);
    await saved(launched.page);
    await answerDialogs(launched, {});
    const crash = () =>
      launched.app.evaluate(({ BrowserWindow }) => {
        const { webContents } = BrowserWindow.getAllWindows()[0]!;
        const loaded = new Promise<void>((resolve) => {
          webContents.once('did-finish-load', () => resolve());
        });
        webContents.forcefullyCrashRenderer();
        return loaded.then(() => webContents.executeJavaScript('document.title') as Promise<string>);
      });
    await crash();
    expect(await dialogsOf(launched)).toEqual([expect.stringContaining('was loaded again')]);
    const file = path.join(launched.workspace, 'endpoints/shop-api.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ description: typed });
    const shown = () =>
      launched.app.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
            `document.querySelector('[aria-label="Description"]')?.value`,
          ) as Promise<string | undefined>,
      );
    await expect.poll(shown).toBe(typed);
    await crash();
    expect(await dialogsOf(launched)).toEqual([
      expect.stringContaining('was loaded again'),
      expect.stringContaining('stopped working again'),
    ]);
    const log = readFileSync(path.join(launched.userData, 'logs', 'main.log'), 'utf8');
    expect(log.match(/The page is gone: /g)).toHaveLength(2);
  });
});
