import { describe, expect, it } from 'vitest';
import type { FeedEntry } from '../../../functions/_kit/store.ts';
import { firstPosition } from '../../../functions/webhooks/first-position.ts';

const minute = (n: number): string => new Date(Date.parse('2026-11-23T08:00:00.000Z') + n * 60_000).toISOString();

/** A feed of which entry n was recorded in minute n, but for those that came late; it counts how often it is read. */
const feedOf = (length: number, late: Readonly<Record<number, number>> = {}) => {
  let reads = 0;
  const feed = async (after: number, limit: number): Promise<readonly FeedEntry[]> => {
    reads += 1;
    const size = Math.max(0, Math.min(limit, length - after));
    return Array.from({ length: size }, (_, at) => {
      const position = after + at + 1;
      return { position, recordedAt: minute(late[position] ?? position) } as FeedEntry;
    });
  };
  return { feed, reads: (): number => reads };
};

describe('firstPosition', () => {
  it.each([0, 1, 2, 10, 11, 499, 500, 501, 987, 1_000])(
    'lies before what was recorded in minute %i, and not far',
    async (n) => {
      const first = await firstPosition(feedOf(1_000).feed, minute(n));
      expect(first).toBeLessThan(Math.max(n, 1));
      expect(first).toBeGreaterThanOrEqual(n - 12);
    },
  );
  it('begins an empty feed at its beginning, and one that is all older near its end', async () => {
    expect(await firstPosition(feedOf(0).feed, minute(5))).toBe(0);
    expect(await firstPosition(feedOf(1_000).feed, minute(5_000))).toBeGreaterThan(985);
  });
  it('reads a feed of a million records some forty times', async () => {
    const { feed, reads } = feedOf(1_000_000);
    await firstPosition(feed, minute(700_000));
    expect(reads()).toBeLessThan(45);
  });
  it('is not led astray by records that came late', async () => {
    const late = { 512: 3, 640: 5, 700: 1, 704: 2 };
    expect(await firstPosition(feedOf(1_000, late).feed, minute(600))).toBeLessThan(600);
  });
});
