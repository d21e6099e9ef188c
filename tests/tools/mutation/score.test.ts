import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groups } from '../../../tools/mutation/groups.ts';
import { percentOf, scoresIn } from '../../../tools/mutation/score.ts';

const mutant = (status: string, line = 1) => ({
  status,
  mutatorName: 'EqualityOperator',
  replacement: 'a <= b',
  location: { start: { line } },
});
const report = {
  files: {
    'domain/b.ts': { mutants: [mutant('Killed'), mutant('Timeout'), mutant('Survived', 7), mutant('NoCoverage', 9)] },
    'domain/a.ts': { mutants: [mutant('Killed'), mutant('RuntimeError'), mutant('Ignored')] },
  },
};

describe('the score of a mutation run', () => {
  it('counts what tests noticed, shows what they did not, and leaves out what could not run', () => {
    expect(scoresIn(report)).toEqual([
      { file: 'domain/a.ts', killed: 1, survivors: [] },
      {
        file: 'domain/b.ts',
        killed: 2,
        survivors: ['domain/b.ts:7 EqualityOperator → a <= b', 'domain/b.ts:9 EqualityOperator → a <= b'],
      },
    ]);
    // Three of five.
    expect(percentOf(scoresIn(report))).toBe(60);
  });

  it('is nothing where nothing was mutated', () => {
    expect(percentOf([])).toBe(0);
  });
});

describe('the groups', () => {
  it('name files and tests that are there', () => {
    const plain = groups.flatMap(({ mutate, tests }) => [...mutate, ...tests]).filter((path) => !/[*{]/.test(path));
    expect(plain.filter((path) => !existsSync(path))).toEqual([]);
    expect(plain.length).toBeGreaterThan(20);
  });
});
