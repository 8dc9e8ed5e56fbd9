import { defineConfig } from 'vitest/config';

const project = (name: string, timeout: number, isolate: boolean) => ({
  test: {
    name,
    isolate,
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
      project('unit', 20_000, false),
      project('integration', 60_000, true),
      project('contract', 60_000, true),
    ],
  },
});
