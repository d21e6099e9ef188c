import { type Buyer, loadBuyers, loadOrders, type Order, renumbered } from '../demo/orders.ts';
import type { Chance } from './chance.ts';
import { type StoryName, stories, storyNames, type Visit } from './stories.ts';

const chosen = (chance: Chance, only: StoryName | undefined): StoryName => {
  if (only !== undefined) return only;
  const all = storyNames.flatMap((name) => Array.from({ length: stories[name].share }, () => name));
  return chance.pick(all);
};

/** Another person of the same kind; three in ten come back, so that they are known already. */
const buyerFrom = (chance: Chance, buyer: Buyer): Buyer => {
  if (chance.percent(30)) return buyer;
  const { identity, ...rest } = buyer;
  const phone = `+86138${chance.digits(8)}`;
  return {
    ...rest,
    phone,
    ...(identity !== undefined && { identity: { type: 'passport', number: `E${chance.digits(8)}` } }),
  };
};

/** Makes visits from the example orders; each has numbers of its own, for an order or a parcel is insured once. */
export const visitsFrom = async (only: StoryName | undefined) => {
  const orders = await loadOrders();
  const buyers = Object.values(await loadBuyers());
  const fitting = Object.fromEntries(storyNames.map((name) => [name, orders.filter(stories[name].of)]));
  const orderFor = (story: StoryName, chance: Chance, run: string): Order => {
    const { pays: _pays, ...order } = renumbered(chance.pick(fitting[story] ?? []), run);
    return { ...order, pays: chance.percent(50) ? 'provider' : 'partner' };
  };
  return (chance: Chance, run: string): { readonly story: StoryName; readonly visit: Visit } => {
    const story = chosen(chance, only);
    const visit = {
      order: orderFor(story, chance, run),
      buyer: buyerFrom(chance, chance.pick(buyers)),
      now: new Date().toISOString(),
    };
    return { story, visit };
  };
};
