import { expect, it } from 'vitest';
import { testRows } from '../../bench/times/report.ts';

const file = (name: string, ms: number, tests: number) => ({
  ...{ name: `/here/${name}`, startTime: 1_000, endTime: 1_000 + ms },
  assertionResults: Array.from({ length: tests }, () => ({})),
});

it('the time of the tests is told by project, and of the slowest files, the longest first', () => {
  const report = {
    testResults: [
      file('tests/domain/a.test.ts', 1_500, 3),
      file('tests/local/b.test.ts', 4_000, 1),
      file('tests/domain/c.test.ts', 500, 2),
    ],
  };
  // 1.5 s + 0.5 s of domain are two seconds in two files with five tests.
  expect(testRows(report, '/here/', 2)).toEqual([
    { what: 'local', figures: { 's (wall)': 4, files: 1, tests: 1 } },
    { what: 'domain', figures: { 's (wall)': 2, files: 2, tests: 5 } },
    { what: '  tests/local/b.test.ts', figures: { 's (wall)': 4, files: 1, tests: 1 } },
    { what: '  tests/domain/a.test.ts', figures: { 's (wall)': 1.5, files: 1, tests: 3 } },
  ]);
});
