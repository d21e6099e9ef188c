import { defineConfig } from 'vitest/config';

/** Suites in which endpoints answer. */
const answering = new Set(['functions', 'contracts', 'journeys', 'local', 'sdk', 'simulation']);

/**
 * One project per folder of tests, so that a suite is chosen by where a file lies. Pure suites share one module graph.
 */
const project = (name: string, timeoutMs: number, isolate = true) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    isolate,
    pool: 'threads' as const,
    // Looks at the end of each test whether every answer was what the OpenAPI document says.
    ...(answering.has(name) && { setupFiles: ['tests/support/held/setup.ts'] }),
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('domain', 5_000, false),
      project('functions', 20_000, false),
      project('contracts', 60_000),
      project('journeys', 60_000),
      project('local', 60_000),
      project('sdk', 60_000),
      project('tools', 60_000),
      project('bench', 60_000, false),
      project('simulation', 300_000),
      project('infra', 120_000, false),
      { test: { name: 'tidy', include: ['tests/tidy.test.ts'], testTimeout: 30_000 } },
    ],
  },
});
