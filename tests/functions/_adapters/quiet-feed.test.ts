import { describe, expect, it } from 'vitest';
import { quietFeed } from '../../../functions/_adapters/quiet-feed.ts';

/** A feed whose end is looked at again and again. */
const looking = async (ends: readonly number[]) => {
  let looks = 0;
  const waits: number[] = [];
  const feedEnd = async () => ({ position: ends[Math.min(looks++, ends.length - 1)] ?? 0 });
  await quietFeed({ feedEnd }, async (ms) => void waits.push(ms)).settled('sbx-one');
  return waits;
};

describe('quietFeed', () => {
  it('takes two seconds without anything new for rest', async () => {
    expect(await looking([7])).toEqual([2_000]);
  });
  it('waits as long as something comes', async () => {
    expect(await looking([7, 8, 9, 9])).toEqual([2_000, 2_000, 2_000]);
  });
  it('goes on after a minute where a tenant never rests', async () => {
    const waits = await looking(Array.from({ length: 99 }, (_, at) => at));
    expect(waits.reduce((sum, one) => sum + one, 0)).toBe(60_000);
  });
});
