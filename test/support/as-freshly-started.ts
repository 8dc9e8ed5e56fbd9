// Makes a running application show what it would if it had just been started: by what it offers people itself, and where
// it offers nothing, by putting back what only tests change.
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Dialog } from 'electron';
import type { Bridge } from '#shared/ipc/contract.ts';
import { settingsSchema } from '#shared/settings/settings.ts';
import { emptyWorkspace, exampleCopied, isExampleAsked } from './fresh-workspaces.ts';
import { removeFolders, resize, untilUsable, type LaunchedApp, type LaunchOptions } from './launch-app.ts';

interface WithBridge {
  readonly flowbench: Bridge;
}

interface WithDialogs {
  readonly keptDialogs: Dialog;
}

/** Remembers the dialogs of the system, which stories answer by putting something in their place. */
export async function dialogsKept({ app }: LaunchedApp): Promise<void> {
  await app.evaluate(({ dialog }) => void Object.assign(globalThis, { keptDialogs: { ...dialog } }));
}

/**
 * Shows the workspace that a start with these options opens, in a page that was just loaded, with the settings of such a
 * start and none of the story before: its folder is removed, and forgotten among the recent ones.
 */
export async function shownAfresh(running: LaunchedApp, options: LaunchOptions): Promise<LaunchedApp> {
  const { app, page } = running;
  await settingsReset(running, options.settings ?? {});
  await systemReset(running);
  if (options.window !== undefined) await resize(app, page, options.window);
  // As it is listed; the story may have removed it itself.
  const left = [await realpath(running.workspace).catch(() => running.workspace)];
  const workspace = await opened(running, options, left);
  await removeFolders(...left);
  for (const folder of left) await forgotten(running, folder);
  await dialogsReset(running);
  await pageReset(running);
  return { ...running, workspace };
}

/** All that a page may change, as the file of settings of such a start says, or as they are where it says nothing. */
async function settingsReset({ page }: LaunchedApp, settings: object): Promise<void> {
  const { defaults, history, keys, proxy, theme } = settingsSchema.parse(settings);
  await page.evaluate(
    (patch) => (globalThis as unknown as WithBridge).flowbench.call['settings.change'](patch),
    { defaults, history, keys, proxy, theme },
  );
}

/** Opens the workspace and gives its folder; what had to be open on the way there is left too. */
async function opened(running: LaunchedApp, options: LaunchOptions, left: string[]): Promise<string> {
  if (!isExampleAsked(options)) return folderOpened(running, options.workspace ?? (await emptyWorkspace()));
  const folder = path.join(await realpath(running.userData), 'example');
  // What is open is not opened anew.
  if (left[0] === folder) left.splice(0, 1, await folderOpened(running, await emptyWorkspace()));
  await removeFolders(folder);
  await exampleCopied(folder);
  const outcome = await running.page.evaluate(() =>
    (globalThis as unknown as WithBridge).flowbench.call['workspace.open-example'](null),
  );
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return folder;
}

/** Opens a folder as a person does who picks it in the dialog of the system. */
async function folderOpened({ app, page }: LaunchedApp, folder: string): Promise<string> {
  await app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] });
  }, folder);
  const outcome = await page.evaluate(() =>
    (globalThis as unknown as WithBridge).flowbench.call['workspace.open']({ folder: null }),
  );
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return folder;
}

/** A workspace that is not there any more is forgotten when it is asked for. */
async function forgotten({ page }: LaunchedApp, folder: string): Promise<void> {
  await page.evaluate(
    (gone) => (globalThis as unknown as WithBridge).flowbench.call['workspace.open']({ folder: gone }),
    folder,
  );
}

/** What belongs to the window and to the system, and outlives a page. */
async function systemReset({ app, page }: LaunchedApp): Promise<void> {
  await app.evaluate(({ BrowserWindow, clipboard }) => {
    clipboard.clear();
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(0);
  });
  await page.emulateMedia({ media: null, colorScheme: 'light', reducedMotion: 'no-preference' });
}

async function dialogsReset({ app }: LaunchedApp): Promise<void> {
  await app.evaluate(
    ({ dialog }) => void Object.assign(dialog, (globalThis as unknown as WithDialogs).keptDialogs),
  );
}

/** A page that was just loaded, with nothing of it under a pointer that the last story left there. */
async function pageReset({ page }: LaunchedApp): Promise<void> {
  await page.mouse.move(0, 0);
  await page.reload();
  await untilUsable(page);
}
