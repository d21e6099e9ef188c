import { describe, expect, it } from 'vitest';
import { compare } from '../../bench/measure/compare.ts';
import { gate } from '../../bench/measure/gate.ts';
import { median, middleHalf, quantile, seeded, shuffled } from '../../bench/measure/statistics.ts';
import { isMet, readable, tableText } from '../../bench/print.ts';
import { noiseNote } from '../../bench/suite.ts';

describe('what is measured', () => {
  it('is told by its middle and by its tail', () => {
    // Of an even count the middle lies between two; 0.75 of four stands a quarter of the way from third to last.
    expect([median([3, 1, 2]), median([1, 4, 2, 3]), quantile([1, 2, 3, 7], 0.75), quantile([5], 0.5)]).toEqual([
      2, 2.5, 4, 5,
    ]);
    expect([middleHalf([1, 2, 3, 4, 5], String), middleHalf([1, 1], String)]).toEqual(['2–4', '']);
    expect(() => median([])).toThrow('no numbers');
  });
  it('runs in an order that a seed repeats, and loses nothing', () => {
    const order = (seed: number) => shuffled([1, 2, 3, 4, 5, 6, 7, 8], seeded(seed));
    expect(order(1)).toEqual(order(1));
    expect(order(1)).not.toEqual(order(2));
    expect(order(3).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
  it('says how many times the first contender each of the others needs', async () => {
    const module = new URL('./busy.ts', import.meta.url);
    const contenders = ['once', 'once', 'nineTimes'].map((make) => ({ name: make, module, make }));
    const [ours, again, nine] = await compare(contenders, { sittings: 2, rounds: 5, batchMs: 20, warmMs: 50, seed: 1 });
    const times = (one: typeof ours): number => median(one?.times ?? []);
    expect([times(ours), Math.round(times(again))]).toEqual([1, 1]);
    // Nine by construction; another process on the machine may cost either of them a part.
    expect(times(nine)).toBeGreaterThan(5);
    expect(times(nine)).toBeLessThan(16);
    expect([nine?.us.length, nine?.times.length]).toEqual([10, 10]);
  });
  it('is no measurement where the same thing differs from itself by more than eight in a hundred', () => {
    expect(noiseNote(0.0799)).toBe('The same contender measured twice differs from itself by 8.0 %.');
    expect(noiseNote(0.0801)).toContain('this run is no measurement');
  });
  it('is not told of a contender that does not start', async () => {
    const module = new URL('./busy.ts', import.meta.url);
    await expect(
      compare([{ name: 'nobody', module, make: 'broken' }], { sittings: 1, rounds: 1, batchMs: 1, warmMs: 1, seed: 1 }),
    ).rejects.toThrow('A contender ended before its work was done.');
  });
});

describe('the gate before a measurement', () => {
  const right = { name: 'ours', answer: (asked: number) => ({ gross: asked * 2 }) };
  it('opens when all answer all requests alike, at once or later', () =>
    gate([1, 2], [right, { name: 'theirs', answer: async (asked: number) => ({ gross: asked + asked }) }]));
  it('names the request that somebody answers otherwise', async () => {
    const off = { name: 'theirs', answer: (asked: number) => ({ gross: asked === 2 ? 5 : asked * 2 }) };
    await expect(gate([1, 2], [right, off])).rejects.toThrow('theirs answers otherwise than ours.\nRequest: 2');
  });
});

describe('a table of figures', () => {
  it('shows three digits that mean something', () => {
    expect([0.1234, 1.234, 12.34, 1234.5, 7, 'n/a'].map(readable)).toEqual([
      '0.123',
      '1.23',
      '12.3',
      '1,235',
      '7',
      'n/a',
    ]);
  });
  it('says which goals are met', () => {
    expect(isMet({ what: 'ratio', is: 3, goal: 3, better: 'more', unit: '×' })).toBe(true);
    expect(isMet({ what: 'bytes', is: 101, goal: 100, better: 'less', unit: 'kB' })).toBe(false);
    const goals = [{ what: 'quote', is: 4, goal: 3, stretch: 5, better: 'more', unit: '×' }] as const;
    const text = tableText({ title: 'Quote', rows: [{ what: 'ours', figures: { µs: 27 } }], goals });
    expect(text).toContain('ours  27');
    expect(text).toContain('quote: 4 × (≥ 3 met, stretch ≥ 5 missed)');
  });
});
