import { setTimeout as wait } from 'node:timers/promises';
import { type Asking, asker, isGivenUp } from './ask.ts';
import { chanceOf } from './chance.ts';
import { outsideOf } from './outside.ts';
import type { LoadWish } from './settings.ts';
import { shopOf } from './shop.ts';
import { stories } from './stories.ts';
import { visitsFrom } from './visits.ts';

export type Driving = Omit<Asking, 'chance'> & {
  readonly providerUrl: string;
  readonly until: number;
  /** How long a shop rests after each visit. */
  readonly restMs: number;
};

/** One shop: visit after visit, each told to its end, until the time is over. */
const runShop = async (driving: Driving, wish: LoadWish, at: number, visits: Visits): Promise<number> => {
  const client = `C${String(at).padStart(3, '0')}`;
  const chance = chanceOf(wish.seed, client);
  const asking = { ...driving, chance };
  const shop = shopOf(asker(asking, client), outsideOf(asking, client), chance);
  let count = 0;
  while (Date.now() < driving.until) {
    count += 1;
    const { story, visit } = visits(chance, { shop: at, count });
    try {
      await stories[story].tell(shop, visit);
    } catch (thrown) {
      if (!isGivenUp(thrown)) throw thrown;
    }
    await wait(driving.restMs);
  }
  return count;
};
type Visits = Awaited<ReturnType<typeof visitsFrom>>;

/** All shops at once; says how many visits they had. */
export const drive = async (driving: Driving, wish: LoadWish): Promise<number> => {
  const visits = await visitsFrom(wish.only);
  const shops = Array.from({ length: wish.clients }, (_, at) => runShop(driving, wish, at, visits));
  return (await Promise.all(shops)).reduce((sum, count) => sum + count, 0);
};
