// Stands in for the dialogs of the system, which no test can press a button of, and writes down what they said.
import type { Bridge } from '#shared/ipc/contract.ts';
import type { LaunchedApp } from './launch-app.ts';

/** What the page knows of the open workspace. */
export function workspaceOf({ page }: LaunchedApp) {
  return page.evaluate(() =>
    (globalThis as unknown as { flowbench: Bridge }).flowbench.call['workspace.read'](null),
  );
}

/** Answers dialogs as the person would, and writes their messages down in the main process. */
export async function answerDialogs(
  { app }: LaunchedApp,
  answer: { folder?: string; button?: number; saveFile?: string },
): Promise<void> {
  await app.evaluate(({ dialog }, { folder, button, saveFile }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: folder === undefined, filePaths: folder === undefined ? [] : [folder] });
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: saveFile === undefined, filePath: saveFile ?? '' });
    dialog.showMessageBox = (...args: unknown[]) => {
      asked.push((args.at(-1) as { message: string }).message);
      return Promise.resolve({ response: button ?? 0, checkboxChecked: false });
    };
  }, answer);
}

/** What the dialogs said so far. */
export const dialogsOf = ({ app }: LaunchedApp) =>
  app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
