// The `test` of every story in the real application: what it starts is closed and cleared away, whatever happens.
import { test as base } from '@playwright/test';
import { launchApp, removeFolders, type LaunchedApp, type LaunchOptions } from './launch-app.ts';
import { startWorkerDesktop } from './worker-desktop.ts';

/**
 * Playwright's test with `launch`: starts the application as often as the story needs, and after it closes what is
 * still open and removes the folders. An error that went uncaught in a page fails the test.
 */
export const test = base.extend<
  { launch: (options?: LaunchOptions) => Promise<LaunchedApp> },
  { workerDesktop: undefined }
>({
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
  // eslint-disable-next-line no-empty-pattern
  launch: async ({}, use) => {
    const started: LaunchedApp[] = [];
    await use(async (options) => {
      const launched = await launchApp(options);
      started.push(launched);
      return launched;
    });
    try {
      for (const launched of started) await launched.close();
    } finally {
      await removeFolders(...started.flatMap(({ userData, workspace }) => [userData, workspace]));
    }
  },
});
