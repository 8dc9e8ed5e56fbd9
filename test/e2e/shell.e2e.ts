// The shell around the page: window and menu, in the real application.
import { expect } from '@playwright/test';
import { commands } from '#shared/commands/commands.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import { answerDialogs, workspaceOf } from '../support/answered-dialogs.ts';
import { test } from '../support/app-test.ts';
import { freshFolder, removeFolders, resize, type LaunchedApp } from '../support/launch-app.ts';
import { createFlow } from '../support/person.ts';
import { startedAt } from '../support/photographer.ts';

test.use({ sharesWindow: true });

const size = startedAt({ width: 1280, height: 800 });

test.describe('the window', () => {
  test('opens where it was left, with the theme that was chosen and the sizes that were dragged', async ({
    launch,
  }) => {
    const first = await launch({ ...size, alone: true });
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
    await resize(second.app, second.page, size.window);
    await expect.poll(() => parts(second)).toEqual([252, 384, 307]);
  });

  test('ignores a place that no display shows', async ({ launch }) => {
    const { app } = await launch({
      settings: { window: { x: -9000, y: -9000, width: 1000, height: 700, maximized: false } },
    });
    const { x, y } = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds());
    expect([x >= 0, y >= 0]).toEqual([true, true]);
  });

  test('can be made as small as everything stays usable, and has the page’s title', async ({ launch }) => {
    const { app, page } = await launch(size);
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

  test('wears what the system wears where that is chosen', async ({ launch }) => {
    const { page } = await launch({ ...size, settings: { theme: 'system' } });
    for (const colorScheme of ['dark', 'light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveClass(new RegExp(`^theme-${colorScheme}$`));
    }
  });
});

test.describe('the menu', () => {
  test('has every command with its keys, and leaves the keys to the page', async ({ launch }) => {
    const { app, page } = await launch(size);
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
    const launched = await launch(size);
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
    // A workspace that is not there any more is forgotten when it is asked for.
    await removeFolders(other);
    await launched.page.evaluate(
      (gone) =>
        (globalThis as unknown as { flowbench: Bridge }).flowbench.call['workspace.open']({ folder: gone }),
      other,
    );
    await expect.poll(labels).toEqual([expect.stringContaining(launched.workspace)]);
  });
});
