import { describe, expect, it } from 'vitest';
import type { Results } from '../../../bench/results.ts';
import { benchmarkPage, withHeadline } from '../../../tools/generate/benchmarks.ts';

const results: Results = {
  quote: {
    at: '2026-11-27T04:30:00.000Z',
    node: 'v24.21.0',
    machine: '2 cores of a processor',
    load: [0.1, 1.2],
    tables: [
      {
        title: 'A quote, warm',
        rows: [
          { what: 'Bindery', figures: { 'µs CPU': 45.67, '× ours': 1 } },
          { what: 'another', figures: { 'µs CPU': 137.4 } },
        ],
        notes: ['All answered alike first.'],
        goals: [
          { what: 'CPU of another', is: 3.01, goal: 3, stretch: 5, better: 'more', unit: '× ours' },
          { what: 'bytes', is: 59, goal: 100, stretch: 60, better: 'less', unit: 'kB' },
          { what: 'units of an issue', is: 14, goal: 5, better: 'less', unit: 'WRU' },
        ],
      },
    ],
  },
};

describe('the page of benchmarks', () => {
  it('shows every table with its notes and goals, and says when and where', () => {
    const page = benchmarkPage(results);
    expect(page).toContain(
      '## quote\n\n2026-11-27, Node v24.21.0, 2 cores of a processor; load 0.1 before and 1.2 after.',
    );
    expect(page).toContain('| Bindery | 45.7 | 1 |\n| another | 137 |  |');
    expect(page).toContain('All answered alike first.');
    expect(page).toContain('| CPU of another | 3.01 × ours | ≥ 3 × ours | met |');
  });
});

describe('the headline of the README', () => {
  const readme = 'Before.\n<!-- benchmarks -->\nold\n<!-- end of benchmarks -->\nAfter.\n';
  it('says of every goal whether it is met, and misses none that is missed', () => {
    const shown = withHeadline(readme, results);
    expect(shown).toContain('| bytes | 59 kB | ≤ 100 kB | met, and the stretch |');
    expect(shown).toContain('| units of an issue | 14 WRU | ≤ 5 WRU | missed |');
    expect(shown).toContain('2026-11-27, Node v24.21.0');
    expect(shown).not.toContain('old');
    expect([shown.startsWith('Before.\n'), shown.endsWith('<!-- end of benchmarks -->\nAfter.\n')]).toEqual([
      true,
      true,
    ]);
  });
  it('changes nothing when written again, or where nothing was measured', () => {
    const shown = withHeadline(readme, results);
    expect(withHeadline(shown, results)).toBe(shown);
    expect(withHeadline(readme, {})).toBe(readme);
  });
});
