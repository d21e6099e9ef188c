import { describe, expect, it } from 'vitest';
import type { Results } from '../../../bench/results.ts';
import { benchmarkFiles, withHeadline } from '../../../tools/generate/benchmarks.ts';

const results: Results = {
  quote: {
    at: '2026-11-27T04:30:00.000Z',
    commit: 'abc1234',
    node: 'v24.21.0',
    machine: '2 cores of a processor',
    peers: { '@middy/core': '7.9.2', zod: '4.6.0' },
    seed: 1,
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
          {
            ...{ what: 'CPU of another', is: 3.01, goal: 3, stretch: 5, better: 'more', unit: '× ours' },
            headline: { question: 'a warm quote', ours: '45.7 µs', theirs: '137 µs' },
          },
          {
            ...{ what: 'bytes', is: 59, goal: 100, stretch: 60, better: 'less', unit: 'kB' },
            headline: { question: 'what is read', ours: '59 kB', theirs: '626 kB' },
          },
          {
            ...{ what: 'units of a bind', is: 14, goal: 5, better: 'less', unit: 'WRU' },
            headline: { question: 'a bind', ours: '14', theirs: '26' },
          },
          { what: 'trips', is: 0, goal: 0, stretch: 0, better: 'less', unit: 'trips' },
        ],
      },
    ],
  },
};

describe('the page of benchmarks', () => {
  it('shows every table with its notes and goals, and says when and where', () => {
    const files = new Map(benchmarkFiles(results));
    const page = files.get('benchmarks/quote.md');
    expect(page).toContain(
      '# Benchmarks: quote\n\n2026-11-27, commit abc1234, Node v24.21.0, 2 cores of a processor; seed 1, load 0.1 before and 1.2 after.',
    );
    expect(files.get('benchmarks.md')).toContain('What we are compared with: @middy/core 7.9.2, zod 4.6.0.');
    expect(files.get('benchmarks.md')).toContain('- [quote](benchmarks/quote.md): A quote, warm');
    expect(page).toContain('| Bindery | 45.7 | 1 |\n| another | 137 |  |');
    expect(page).toContain('All answered alike first.');
    expect(page).toContain('| CPU of another | 3.01 × ours | ≥ 3, stretch 5 | met |');
    expect(page).toContain('| trips | 0 trips | ≤ 0 | met, and the stretch |');
  });
});

describe('the headline of the README', () => {
  const readme = 'Before.\n<!-- benchmarks -->\nold\n<!-- end of benchmarks -->\nAfter.\n';
  it('shows the questions with both sides, and says of each goal whether it is met and how many are', () => {
    const shown = withHeadline(readme, results);
    expect(shown).toContain('| A warm quote | 45.7 µs | 137 µs | 3.01 × ours | ≥ 3, stretch 5 | met |');
    expect(shown).toContain('| What is read | 59 kB | 626 kB | 59 kB | ≤ 100, stretch 60 | met, and the stretch |');
    expect(shown).toContain('| A bind | 14 | 26 | 14 WRU | ≤ 5 | **missed** |');
    expect(shown).not.toContain('trips');
    expect(shown).toContain('2026-11-27, Node v24.21.0, 2 cores of a processor, load 0.1 to 1.2.');
    expect(shown).toContain('Of all 4 goals 3 are met and 1 are missed.');
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
