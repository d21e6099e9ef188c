import { defineConfig } from 'vitest/config';

/** One project per folder of tests, so that a suite is chosen by where a file lies. */
const project = (name: string, testTimeoutMs: number, hookTimeoutMs = testTimeoutMs) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: testTimeoutMs, hookTimeout: hookTimeoutMs },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('domain', 5_000),
      project('functions', 20_000),
      project('contracts', 60_000),
      project('journeys', 60_000),
      project('local', 60_000),
      project('tools', 60_000),
      project('infra', 120_000),
      { test: { name: 'tidy', include: ['tests/tidy.test.ts'], testTimeout: 30_000 } },
    ],
  },
});
