// The shell around the page: window, menu, starts and ends, in the real application.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { commands } from '#shared/commands/commands.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
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
import { createEndpoint, createFlow, saved } from '../support/person.ts';
import { startedAt } from '../support/photographer.ts';

/** What the page knows of the open workspace. */
function workspaceOf({ page }: LaunchedApp) {
  return page.evaluate(() =>
    (globalThis as unknown as { flowbench: Bridge }).flowbench.call['workspace.read'](null),
  );
}

/** Answers dialogs as the person would, and writes their messages down in the main process. */
async function answerDialogs(
  { app }: LaunchedApp,
  answer: { folder?: string; button?: number },
): Promise<void> {
  await app.evaluate(({ dialog }, { folder, button }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: folder === undefined, filePaths: folder === undefined ? [] : [folder] });
    dialog.showMessageBox = (...args: unknown[]) => {
      asked.push((args.at(-1) as { message: string }).message);
      return Promise.resolve({ response: button ?? 0, checkboxChecked: false });
    };
  }, answer);
}
const dialogsOf = ({ app }: LaunchedApp) =>
  app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);

test.describe('the window', () => {
  test('can be made as small as everything stays usable, and has the page’s title', async ({ launch }) => {
    const { app, page } = await launch();
    const window = await app.evaluate(({ BrowserWindow }) => {
      const shown = BrowserWindow.getAllWindows()[0]!;
      return {
        smallest: shown.getMinimumSize(),
        visible: shown.isVisible(),
        menuBar: shown.isMenuBarVisible(),
      };
    });
    expect(window).toEqual({ smallest: [960, 600], visible: true, menuBar: false });
    const title = await page.title();
    expect(title).toMatch(/ – Flowbench$/);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
      title,
    );
  });

  test('opens where it was left, with the theme that was chosen', async ({ launch }) => {
    const first = await launch();
    const bounds = { x: 40, y: 30, width: 1111, height: 733 };
    await first.app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
      bounds,
    );
    await first.page.evaluate(() =>
      (globalThis as unknown as { flowbench: Bridge }).flowbench.call['settings.change']({ theme: 'dark' }),
    );
    expect(await first.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
    await first.close();

    const second = await launch({ userData: first.userData, workspace: first.workspace });
    const again = await second.app.evaluate(({ BrowserWindow, nativeTheme }) => {
      const shown = BrowserWindow.getAllWindows()[0]!;
      return {
        bounds: shown.getNormalBounds(),
        colour: shown.getBackgroundColor(),
        theme: nativeTheme.themeSource,
      };
    });
    expect(again).toEqual({ bounds, colour: '#121316', theme: 'dark' });
    await expect(second.page.locator('html')).toHaveClass(/theme-dark/);
  });

  test('wears what the system wears where that is chosen', async ({ launch }) => {
    const { page } = await launch({ settings: { theme: 'system' } });
    for (const colorScheme of ['dark', 'light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveClass(new RegExp(`^theme-${colorScheme}$`));
    }
  });

  test('keeps the sizes that were dragged', async ({ launch }) => {
    const first = await launch(startedAt({ width: 1280, height: 800 }));
    await createFlow(first.page);
    const parts = async ({ page }: LaunchedApp) => {
      const widthOf = async (name: string) =>
        (await page.getByRole('complementary', { name }).boundingBox())?.width;
      const panel = page.getByRole('region', { name: 'Panel', exact: true });
      return [await widthOf('Side bar'), await widthOf('Inspector'), (await panel.boundingBox())?.height];
    };
    const dragged = async (name: string, x: number, y: number) => {
      const line = (await first.page.getByRole('separator', { name }).boundingBox())!;
      const from = { x: line.x + line.width / 2, y: line.y + line.height / 2 };
      await first.page.mouse.move(from.x, from.y);
      await first.page.mouse.down();
      await first.page.mouse.move(from.x + x, from.y + y, { steps: 4 });
      await first.page.mouse.up();
    };
    await dragged('Side bar width', 60, 0);
    await dragged('Inspector width', -80, 0);
    await dragged('Panel height', 0, -50);
    await expect.poll(() => parts(first)).toEqual([252, 384, 307]);
    await first.close();

    const second = await launch({
      userData: first.userData,
      workspace: first.workspace,
      window: { width: 1280, height: 800 },
    });
    await expect.poll(() => parts(second)).toEqual([252, 384, 307]);
  });

  test('ignores a place that no display shows', async ({ launch }) => {
    const { app } = await launch({
      settings: { window: { x: -9000, y: -9000, width: 1000, height: 700, maximized: false } },
    });
    const { x, y } = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds());
    expect([x >= 0, y >= 0]).toEqual([true, true]);
  });
});

test.describe('the menu', () => {
  test('has every command with its keys, and leaves the keys to the page', async ({ launch }) => {
    const { app, page } = await launch();
    const ids = commands.map(({ id }) => id);
    const items = await app.evaluate(
      ({ Menu }, wanted) =>
        wanted.map((id) => {
          const item = Menu.getApplicationMenu()?.getMenuItemById(id);
          return {
            id,
            label: item?.label,
            keys: item?.accelerator ?? '',
            registered: item?.registerAccelerator,
          };
        }),
      ids,
    );
    for (const [index, { title, keys, menu }] of commands.entries()) {
      const item = items[index]!;
      expect(item.label).toBe(menu === null ? undefined : title);
      expect(item.keys === '').toBe(menu === null || keys === '');
      if (item.keys !== '') expect(item.registered).toBe(false);
    }

    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      (globalThis as unknown as { flowbench: Bridge }).flowbench.on['command.invoked'](
        ({ id }) => void heard.push(id),
      );
    });
    await page.keyboard.press('Control+B');
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('side-bar.endpoints')?.click();
    });
    await page.waitForFunction(() => (globalThis as unknown as { heard: string[] }).heard.length > 0);
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([
      'side-bar.endpoints',
    ]);
  });

  test('opens recent workspaces, after the page has saved', async ({ launch }) => {
    const launched = await launch();
    const other = await freshFolder('other');
    await answerDialogs(launched, { folder: other });
    await launched.page.evaluate(() =>
      (globalThis as unknown as { flowbench: Bridge }).flowbench.call['workspace.create']({
        folder: null,
        name: 'Other',
      }),
    );
    const labels = () =>
      launched.app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()
          ?.getMenuItemById('open-recent')
          ?.submenu?.items.map(({ label }) => label),
      );
    expect(await labels()).toEqual([`Other (${other})`, expect.stringContaining(launched.workspace)]);
    await launched.app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('open-recent')?.submenu?.items[1]?.click();
    });
    await expect.poll(async () => (await workspaceOf(launched)).folder).toBe(launched.workspace);
    await removeFolders(other);
  });
});

test.describe('a start', () => {
  test('opens the example where it is asked for, and opens it again without being asked', async ({
    launch,
  }) => {
    const first = await launch({ workspace: null, args: ['--open-example'] });
    const opened = await workspaceOf(first);
    expect(opened.folder).toBe(path.join(first.userData, 'example'));
    expect(opened.sampleUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(opened.problems).toEqual([]);
    await first.close();
    const second = await launch({ userData: first.userData, workspace: null });
    expect((await workspaceOf(second)).folder).toBe(opened.folder);
  });

  test('makes a workspace of the person’s own where there is nothing to open', async ({ launch }) => {
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
    await launched.close();
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

  test('keeps its log, settings and vault to their owner', async ({ launch }) => {
    const { page, userData, close } = await launch();
    await createEndpoint(page, { name: 'Shop API', baseUrl: 'https://shop.example', token: 'tok-61f0a2' });
    await expect(page.getByText('set just now')).toBeVisible();
    await close();
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

test.describe('an end', () => {
  test('waits until the page has saved', async ({ launch }) => {
    const { page, workspace, close } = await launch();
    await createEndpoint(page, { name: 'Shop API', baseUrl: 'https://shop.example' });
    await saved(page);
    const typed = 'Typed in the last moment';
    await page.getByRole('textbox', { name: 'Description' }).fill(typed);
    // Nothing is written before the typing has paused: the end comes first.
    expect(readFileSync(path.join(workspace, 'endpoints/shop-api.json'), 'utf8')).not.toContain(typed);
    await close();
    expect(readFileSync(path.join(workspace, 'endpoints/shop-api.json'), 'utf8')).toContain(typed);
  });

  test('asks the person about a page that does not answer', async ({ launch }) => {
    const launched = await launch();
    await answerDialogs(launched, { button: 0 });
    const closed = once(launched.app.process(), 'exit');
    await launched.page.evaluate(() => {
      setTimeout(() => {
        for (;;);
      });
    });
    const close = () =>
      launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await close();
    await expect.poll(() => dialogsOf(launched)).toEqual([expect.stringContaining('still saving')]);
    expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(launched.app.process().exitCode).toBeNull();

    await answerDialogs(launched, { button: 1 });
    await close();
    await closed;
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
