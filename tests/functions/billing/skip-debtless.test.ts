import { describe, expect, it } from 'vitest';
import { following } from '../../../domain/audit/feed-entry.ts';
import type { FeedEntry } from '../../../functions/_kit/store.ts';
import { skipDebtless } from '../../../functions/billing/skip-debtless.ts';

const near = 1_000;

/** A feed with debts at some positions, whose first entries do not tell; it counts how often it is read. */
const feedOf = (length: number, debts: readonly number[], untold = 0) => {
  const at = new Set(debts);
  const entries = following(
    { position: 0, debtAt: 0 },
    Array.from({ length }, (_, index) => ({ dueFromPartner: at.has(index + 1) ? 432 : 0 })),
  ).map((entry) => ({ ...entry, debtAt: entry.position <= untold ? undefined : entry.debtAt }) as FeedEntry);
  let reads = 0;
  return {
    feed: async (after: number, limit: number) => {
      reads += 1;
      return entries.slice(after, after + limit);
    },
    feedEnd: async () => ({ position: length, debtAt: entries.at(-1)?.debtAt ?? (untold > 0 ? undefined : 0) }),
    reads: () => reads,
  };
};

describe('skipDebtless', () => {
  it.each([
    ['an empty feed', feedOf(0, []), 0],
    ['a long one in which no debt ever moved', feedOf(50_000, []), 0],
    ['one whose last debt was billed', feedOf(50_000, [3]), 3],
  ])('knows of %s that there is nothing, without reading it', async (_what, feed, after) => {
    expect(await skipDebtless(feed, after, near)).toBeUndefined();
    expect(feed.reads()).toBe(0);
  });

  it('goes on at once where the last debt is at most a page behind, and looks from one record more on', async () => {
    const [at, behind] = [feedOf(5_000, [2_000]), feedOf(5_000, [2_001])];
    expect(await skipDebtless(at, 1_000, near)).toBe(1_000);
    expect(at.reads()).toBe(0);
    // Halfway between 1,000 and 2,001 no debt has moved, so 1,500 is where a page reaches it.
    expect(await skipDebtless(behind, 1_000, near)).toBe(1_500);
    expect(behind.reads()).toBe(1);
  });

  it.each([
    // Five strides come to 31,000 and the sixth finds one; from there to 40,001 is halved four times.
    ['the first of many', [40_000, 40_001, 77_000, 99_999], 10],
    // The first stride.
    ['the very next', [1, 99_999], 1],
    // Six strides come to 63,000, and what is left is halved six times.
    ['the very last', [100_000], 12],
  ])('passes over %s in no long feed, and comes near it in a few reads', async (_what, debts, reads) => {
    const feed = feedOf(100_000, debts);
    const [first = 0] = debts;
    const found = (await skipDebtless(feed, 0, near)) ?? first;
    expect(found).toBeLessThan(first);
    expect(first - found).toBeLessThanOrEqual(near);
    expect(feed.reads()).toBe(reads);
  });

  it('looks only behind the position that it is given', async () => {
    const found = (await skipDebtless(feedOf(100_000, [10, 20, 90_000]), 20, near)) ?? 0;
    expect([found < 90_000, found >= 89_000]).toEqual([true, true]);
  });

  it('leaves a feed to be read through whose end does not tell', async () => {
    expect(await skipDebtless(feedOf(5_000, [], 5_000), 7, near)).toBe(7);
  });

  it('passes over no debt of those that do not tell', async () => {
    expect(await skipDebtless(feedOf(5_000, [2_400, 5_000], 2_600), 0, near)).toBe(0);
  });
});
