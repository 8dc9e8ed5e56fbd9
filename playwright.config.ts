// The tests in the real application: as many at a time as there are desktops for.
import { defineConfig } from '@playwright/test';
import { workerDesktops } from './test/support/worker-desktop.ts';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  workers: workerDesktops,
  fullyParallel: false,
  forbidOnly: true,
  // A test that passes the second time found something out the first time.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
