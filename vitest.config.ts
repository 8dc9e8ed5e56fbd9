import os from 'node:os';
import { defineConfig } from 'vitest/config';

interface Sharing {
  /** Whether each file has modules of its own. */
  readonly isolate: boolean;
  /** Files at the same time; left out, as many as the runner sees fit for this machine. */
  readonly maxWorkers?: number;
}

const project = (name: string, timeout: number, sharing: Sharing) => ({
  test: {
    name,
    ...sharing,
    environment: 'node' as const,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: timeout,
    hookTimeout: timeout,
  },
});

export default defineConfig({
  test: {
    projects: [
      // Pure code shares its modules between files: loading them again for each took two thirds of the time.
      project('unit', 20_000, { isolate: false }),
      // They mostly wait for what they have started: one more at a time than there are cores.
      project('integration', 60_000, { isolate: true, maxWorkers: os.availableParallelism() + 1 }),
      project('contract', 60_000, { isolate: true }),
    ],
  },
});
