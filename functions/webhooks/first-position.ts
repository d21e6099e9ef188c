import type { FeedEntry } from '../_kit/store.ts';

type Feed = (after: number, limit: number) => Promise<readonly FeedEntry[]>;

/** A few records that come late do not hide where the others stand. */
const probe = 10;

/** Whether everything around a position was recorded before an instant; behind the feed's end nothing was. */
const isBefore = async (feed: Feed, position: number, from: string): Promise<boolean> => {
  const entries = await feed(position, probe);
  return entries.length > 0 && entries.every(({ recordedAt }) => recordedAt < from);
};

/**
 * A position of the feed behind which everything stands that was recorded from an instant on. Positions have no gaps
 * and the feed is all but in the order of time, so halving finds it in some forty reads, however long the feed is.
 */
export const firstPosition = async (feed: Feed, from: string): Promise<number> => {
  let low = 0;
  let high = 1;
  while (await isBefore(feed, high, from)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await isBefore(feed, middle, from)) low = middle;
    else high = middle;
  }
  return low;
};
