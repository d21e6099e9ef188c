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

/** Which shop's visit it is, and its how-manieth. */
export type Turn = { readonly shop: number; readonly count: number };

/**
 * The first visits are no matter of chance, so that the shortest run has claims, payouts, both ways to pay and a buyer
 * who is known already: every check of the audit then has something to look at.
 */
const openings: readonly (Choice & { readonly known: true })[] = [
  { story: 'flight', pays: 'partner', known: true },
  { story: 'freight', pays: 'provider', known: true },
  { story: 'device', pays: 'provider', known: true },
  { story: 'freight', pays: 'partner', known: true },
];
type Choice = { readonly story: StoryName; readonly pays: Order['pays'] };

const choiceFor = ({ shop, count }: Turn, chance: Chance, only: StoryName | undefined) => {
  const opening = count === 1 ? openings[shop % openings.length] : undefined;
  const free = {
    story: chosen(chance, only),
    pays: chance.percent(50) ? 'provider' : 'partner',
    known: false,
  } as const;
  return opening === undefined || only !== undefined ? free : opening;
};

/** Makes visits from the example orders; each has numbers of its own, for an order or a parcel is insured once. */
export const visitsFrom = async (only: StoryName | undefined) => {
  const orders = await loadOrders();
  const buyers = Object.values(await loadBuyers());
  const fitting = new Map(storyNames.map((name) => [name, orders.filter(stories[name].of)]));
  return (chance: Chance, turn: Turn): { readonly story: StoryName; readonly visit: Visit } => {
    const { story, pays, known } = choiceFor(turn, chance, only);
    const order = renumbered(chance.pick(fitting.get(story) ?? []), `C${turn.shop}N${turn.count}`);
    const [first] = buyers;
    const buyer = known && first !== undefined ? first : buyerFrom(chance, chance.pick(buyers));
    return { story, visit: { order: { ...order, pays }, buyer, now: new Date().toISOString() } };
  };
};
