import os from 'node:os';
import { defineConfig } from 'vitest/config';

/** Files share their modules: loading them anew for each took as long as the tests themselves, and more. */
const project = (name: string, timeout: number, maxWorkers?: number) => ({
  test: {
    name,
    isolate: false,
    // Left out, as many files at the same time as the runner sees fit for this machine.
    ...(maxWorkers === undefined ? {} : { maxWorkers }),
    environment: 'node' as const,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: timeout,
    hookTimeout: timeout,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 20_000),
      // They mostly wait for what they have started: one more at a time than there are cores.
      project('integration', 60_000, os.availableParallelism() + 1),
      project('contract', 60_000),
    ],
  },
});
