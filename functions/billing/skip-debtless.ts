import type { FeedEnd } from '../../domain/audit/feed-entry.ts';
import type { FeedEntry } from '../_kit/store.ts';

type Feed = {
  feed(after: number, limit: number): Promise<readonly FeedEntry[]>;
  feedEnd(): Promise<FeedEnd>;
};

/**
 * A position behind the given one up to which no debt has moved, with the first debt at most so many records behind it;
 * undefined where none has moved at all. Every record tells where debt moved last, so strides that double, and then
 * halve, find it: in more reads only where the next debt lies farther, however long the feed is. A feed that was begun
 * before its records told is read through where they do not.
 */
export const skipDebtless = async (ports: Feed, after: number, near: number): Promise<number | undefined> => {
  const { debtAt: last } = await ports.feedEnd();
  if (last === undefined) return after;
  if (last <= after) return undefined;
  let [low, high] = [after, last];
  for (let stride = near; high - low > near; stride *= 2) {
    const probe = low + Math.min(stride, Math.floor((high - low) / 2));
    const [entry] = await ports.feed(probe - 1, 1);
    if (entry?.debtAt === undefined) return low;
    if (entry.debtAt > after) high = entry.debtAt;
    else low = probe;
  }
  return low;
};
