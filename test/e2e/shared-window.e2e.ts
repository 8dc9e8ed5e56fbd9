// The application that stories share shows each of them what a start would have shown, and nothing of the story before.
import { expect } from '@playwright/test';
import type { Bridge } from '#shared/ipc/contract.ts';
import { answerDialogs } from '../support/answered-dialogs.ts';
import { test } from '../support/app-test.ts';
import { launchApp, removeFolders, type LaunchedApp } from '../support/launch-app.ts';
import { card, createEndpoint, createFlow, dragNode, saved } from '../support/person.ts';
import { startedAt } from '../support/photographer.ts';
import { canBeShared, sharedWindow, type SharedWindow } from '../support/shared-window.ts';

const size = startedAt({ width: 1280, height: 800 });
const example = { workspace: null, args: ['--open-example'], ...size };

/** All that a story can tell about what was before it; what is called by a folder or a time of its own has its name taken. */
async function whatShows({ app, page }: LaunchedApp): Promise<unknown> {
  const told = await page.evaluate(async () => {
    const { call } = (globalThis as unknown as { flowbench: Bridge }).flowbench;
    const { documents, folder, folders, name, problems, sampleUrl } = await call['workspace.read'](null);
    const {
      lastWorkspace,
      recentWorkspaces,
      window: bounds,
      ...settings
    } = await call['settings.read'](null);
    return {
      workspace: { documents, folders, problems, hasSample: sampleUrl !== null },
      settings: { ...settings, maximized: bounds?.maximized ?? false },
      isLast: lastWorkspace === folder,
      recent: recentWorkspaces.map((recent) => recent.folder === folder),
      view: await call['view.read'](null),
      vault: await call['vault.status'](null),
      runs: (await call['history.list']({ offset: 0, length: 10 })).runs,
      trash: await call['trash.list'](null),
      shown: document.body.innerText.replaceAll(name, 'NAME'),
      size: [innerWidth, innerHeight, devicePixelRatio],
    };
  });
  const system = await app.evaluate(({ BrowserWindow, clipboard, Menu, nativeTheme }) => ({
    clipboard: clipboard.readText(),
    theme: nativeTheme.themeSource,
    zoom: BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel(),
    newFlow: Menu.getApplicationMenu()?.getMenuItemById('flow.new')?.accelerator,
  }));
  return { ...told, ...system };
}

/** Leaves as much behind as a story can. */
async function leftUntidy(launched: LaunchedApp): Promise<void> {
  const { app, page } = launched;
  await createEndpoint(page, { name: 'Shop API', baseUrl: 'https://shop.example', token: 'tok-4f2a' });
  await createFlow(page);
  await dragNode(page, 'Message', { x: 300, y: 120 }, 'Hello');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+B');
  await page.keyboard.press('Control+J');
  await saved(page);
  await page.evaluate(() =>
    (globalThis as unknown as { flowbench: Bridge }).flowbench.call['settings.change']({
      theme: 'dark',
      keys: { 'flow.new': ['Mod+Y'] },
      history: { mostRuns: 1, mostMegabytes: 1 },
      proxy: { mode: 'none' },
    }),
  );
  await answerDialogs(launched, { button: 1 });
  await app.evaluate(async ({ BrowserWindow, clipboard }) => {
    await clipboard.writeText('of the story before');
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(2);
  });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
}

const nativeDialogs = ({ app }: LaunchedApp) =>
  app.evaluate(({ dialog }) =>
    ['showOpenDialog', 'showSaveDialog', 'showMessageBox'].map((name) => String(Reflect.get(dialog, name))),
  );

for (const [name, options] of [
  ['an empty workspace', size],
  ['the example', example],
] as const) {
  test(`after a story, ${name} is what a start shows`, async () => {
    const started = await launchApp(options);
    const fresh = await whatShows(started);
    const dialogs = await nativeDialogs(started);
    await started.close();
    await removeFolders(started.userData, started.workspace);

    const shared: SharedWindow = sharedWindow();
    try {
      await leftUntidy(await shared.take(options));
      const again = await shared.take(options);
      expect(await whatShows(again)).toEqual(fresh);
      expect(await nativeDialogs(again)).toEqual(dialogs);
      await expect(card(again.page, 'Hello')).toHaveCount(0);
    } finally {
      await shared.end();
    }
  });
}

test('a start that asks for more than what is shown is one of its own', () => {
  expect(canBeShared({ window: size.window })).toBe(true);
  expect(canBeShared(example)).toBe(true);
  expect(canBeShared({ ...size, workspace: '/work/acme-shop' })).toBe(true);
  for (const more of [
    { userData: '/home/ada' },
    { env: {} },
    { alone: true },
    { args: ['--password-store=basic'] },
    { workspace: null },
    { window: undefined },
  ] as const)
    expect(canBeShared({ ...size, ...more } as never)).toBe(false);
});
