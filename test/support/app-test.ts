// The `test` of every story in the real application: what it starts is closed and cleared away, whatever happens.
import { test as base } from '@playwright/test';
import { launchApp, removeFolders, type LaunchedApp, type LaunchOptions } from './launch-app.ts';
import { canBeShared, sharedWindow, type SharedWindow } from './shared-window.ts';
import { startWorkerDesktop } from './worker-desktop.ts';

/**
 * Playwright's test with `launch`: starts the application as often as the story needs, and after it closes what is
 * still open and removes the folders. An error that went uncaught in a page fails the test.
 *
 * Where a file says `test.use({ sharesWindow: true })`, a start that asks for nothing of its own but a size is a new
 * workspace in the application that runs already. It is for stories that leave the main process as they found it: no
 * dialogs answered there, no settings changed, nothing looked for in the profile.
 */
export const test = base.extend<
  { launch: (options?: LaunchOptions) => Promise<LaunchedApp> },
  { workerDesktop: undefined; sharesWindow: boolean; shared: SharedWindow }
>({
  // Of the worker, so that such files have workers of their own: two windows on one screen take each other's focus.
  sharesWindow: [false, { option: true, scope: 'worker' }],
  workerDesktop: [
    // Playwright reads the fixtures a function needs from this pattern, and insists on one.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use, { parallelIndex }) => {
      const end = await startWorkerDesktop(parallelIndex);
      await use(undefined);
      await end();
    },
    { scope: 'worker', auto: true },
  ],
  shared: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const shared = sharedWindow();
      await use(shared);
      await shared.end();
    },
    { scope: 'worker' },
  ],
  launch: async ({ shared, sharesWindow }, use) => {
    const started: LaunchedApp[] = [];
    const taken: LaunchedApp[] = [];
    await use(async (options) => {
      if (sharesWindow && taken.length === 0 && canBeShared(options)) {
        const shown = await shared.take(options ?? {});
        taken.push(shown);
        return shown;
      }
      if (taken.length === 0) await shared.end();
      const launched = await launchApp(options);
      started.push(launched);
      return launched;
    });
    try {
      if (taken.length > 0) shared.giveBack();
      for (const launched of started) await launched.close();
    } finally {
      await removeFolders(...started.flatMap(({ userData, workspace }) => [userData, workspace]));
    }
  },
});
