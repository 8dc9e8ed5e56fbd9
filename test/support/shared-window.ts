// One running application for many stories in turn, each in a workspace of its own: starting it anew takes as long as
// half a story, and proves nothing where a story begins with an empty workspace and leaves settings alone.
import { randomFillSync } from 'node:crypto';
import { realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Bridge } from '#shared/ipc/contract.ts';
import { newId } from '#shared/ids/ids.ts';
import {
  freshFolder,
  launchApp,
  removeFolders,
  resize,
  untilUsable,
  type LaunchedApp,
  type LaunchOptions,
} from './launch-app.ts';

/** The application of one worker, as long as stories want it. */
export interface SharedWindow {
  /** An empty workspace in a page that was just loaded, as a start of the application would show them. */
  readonly take: (options: LaunchOptions) => Promise<LaunchedApp>;
  /** The story is over. Throws if an error went uncaught in the page. */
  readonly giveBack: () => void;
  /** Quits the application, if it runs, and removes its folders. */
  readonly end: () => Promise<void>;
}

/** Whether a start asks for nothing that only a new process has: a profile, arguments, an environment or settings. */
export function canBeShared(options: LaunchOptions = {}): boolean {
  return Object.keys(options).every((name) => name === 'window');
}

/** Starts nothing before it is taken for the first time. */
export function sharedWindow(): SharedWindow {
  let running: LaunchedApp | null = null;
  const folders: string[] = [];
  const end = async (): Promise<void> => {
    const ended = running;
    running = null;
    await ended?.close();
    await removeFolders(...folders.splice(0));
  };
  return {
    async take(options) {
      if (running === null) {
        running = await launchApp(options);
        folders.push(running.userData, running.workspace);
        return { ...running, close: end };
      }
      const workspace = await emptyWorkspace();
      folders.push(workspace);
      await openedIn(running, workspace);
      if (options.window !== undefined) await resize(running.app, running.page, options.window);
      return { ...running, workspace, close: end };
    },
    giveBack: () => running?.settled(),
    end,
  };
}

/** What the application makes of an empty folder that it is started with. */
async function emptyWorkspace(): Promise<string> {
  const folder = await freshFolder('workspace');
  const file = {
    format: 'flowbench.workspace',
    version: 1,
    id: newId('ws', (bytes) => randomFillSync(bytes)),
    name: path.basename(await realpath(folder)),
  };
  await writeFile(path.join(folder, 'flowbench.json'), JSON.stringify(file));
  return folder;
}

/** Opens a folder as starting the program a second time does, and loads the page anew. */
async function openedIn({ app, page }: LaunchedApp, folder: string): Promise<void> {
  await app.evaluate(({ app: program }, launch) => void program.emit('second-instance', {}, [], '', launch), {
    folder,
    openExample: false,
  });
  await page.waitForFunction(isOpen, folder, { polling: 50 });
  // Nothing of the new page lies under a pointer that the last story left there.
  await page.mouse.move(0, 0);
  await page.reload();
  await untilUsable(page);
}

/** Runs in the page: whether the main process has opened a folder. */
async function isOpen(folder: string): Promise<boolean> {
  const { flowbench } = globalThis as unknown as { flowbench: Bridge };
  return (await flowbench.call['workspace.read'](null)).folder === folder;
}
