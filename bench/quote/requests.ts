import type { QuotableProduct } from '../../domain/products/quotable/schema.ts';
import type { QuoteItem, QuoteRequest } from '../../domain/quoting/schema.ts';
import { seeded } from '../measure/statistics.ts';

/** What requests follow from: the day around which things are bought, and the tariff whose tables a device is in. */
export type Drawn = { readonly seed: number; readonly nowMs: number; readonly device: Pick<QuotableProduct, 'tables'> };

type Item = Omit<QuoteItem, 'itemId'>;

const dice = (random: () => number) => {
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  return {
    whole,
    chance: (part: number): boolean => random() < part,
    digits: (count: number): string => Array.from({ length: count }, () => whole(0, 9)).join(''),
    pick: <T>(from: readonly T[]): T => {
      const chosen = from[whole(0, from.length - 1)];
      if (chosen === undefined) throw new Error('There is nothing to choose from.');
      return chosen;
    },
  };
};
type Dice = ReturnType<typeof dice>;

const dayFrom = (nowMs: number, days: number): string => new Date(nowMs + days * 86_400_000).toISOString().slice(0, 10);

/** An IMEI whose last digit fits the others (ISO/IEC 7812, Luhn), or is off by one. */
const imei = ({ digits }: Dice, isOff: boolean): string => {
  const body = digits(14);
  const sum = [...body].reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(20 - (sum % 10) + (isOff ? 1 : 0)) % 10}`;
};

/** A device that is offered cover, or now and then is not: by its number, its age or the day that was wished for. */
const device = (one: Dice, { nowMs, device: { tables } }: Drawn, isOffered = false): Item => ({
  productId: 'device-protection',
  insuredObject: {
    imei: imei(one, !isOffered && one.chance(0.05)),
    model: one.pick(['Phone 15', 'Tab S9', 'Pixel 10 Pro']),
    deviceValue: one.whole(10_000, 2_000_000),
    purchasedOn: dayFrom(nowMs, -one.whole(0, isOffered ? 365 : 400)),
    region: one.pick(Object.keys(tables['region'] ?? {})),
    priorRepairs: one.whole(0, 4),
  },
  options: {
    plan: one.pick(['screen', 'accidental', 'theft']),
    deductible: one.pick(Object.keys(tables['deductible'] ?? {})),
    ...(one.chance(0.3) && { startDate: dayFrom(nowMs, isOffered ? one.whole(1, 30) : one.whole(-1, 35)) }),
  },
});

const flight = (one: Dice, { nowMs }: Drawn): Item => ({
  productId: 'flight-delay',
  insuredObject: {
    passengerDocument: `E${one.digits(8)}`,
    ticketNumber: one.digits(13),
    flightNumber: `MU${one.whole(1, 9999)}`,
    scheduledDeparture: `${dayFrom(nowMs, one.whole(0, 300))}T${`${one.whole(0, 23)}`.padStart(2, '0')}:30:00+08:00`,
    risk: one.pick(['A', 'B', 'C']),
    delayPublished: one.chance(0.1),
  },
  options: { plan: one.pick(['basic', 'plus']) },
});

const freight = (one: Dice): Item => ({
  productId: 'return-freight',
  insuredObject: {
    orderNumber: `SO-${one.digits(8)}`,
    category: one.pick(['electronics', 'apparel', 'shoes', 'cosmetics', 'home', 'food']),
    distance: one.pick(['same_province', 'neighbour', 'far', 'remote']),
    buyerReturnRate: one.pick(['0', '0.05', '0.50', '0.51', '1', `0.${one.digits(4)}`]),
    sellerRating: one.pick(['0', '4.6', '4.8', '5', `${one.whole(1, 4)}.${one.digits(1)}`]),
  },
});

/** What programs of shops get wrong. */
const slips: readonly ((item: QuoteItem) => object)[] = [
  (item) => ({ ...item, productId: 'no-such-product' }),
  (item) => ({ ...item, itemId: 'line 1' }),
  ({ insuredObject: _missing, ...item }) => item,
  (item) => ({ ...item, insuredObject: { ...item.insuredObject, colour: 'red' } }),
  (item) => ({ ...item, options: { plan: 'gold' } }),
  (item) => [item, item],
];

const basket = (one: Dice, drawn: Drawn): QuoteRequest => ({
  items: Array.from({ length: one.pick([1, 1, 1, 2, 3]) }, (_, at) => ({
    itemId: `line-${at + 1}`,
    ...one.pick([device, flight, freight])(one, drawn),
  })),
});

const withSlip = (one: Dice, { items }: QuoteRequest) => ({
  items: items.flatMap((item, at) => (at === 0 ? one.pick(slips)(item) : item)),
});

const many =
  <T>(draw: (one: Dice, drawn: Drawn) => T) =>
  (count: number, drawn: Drawn): readonly T[] => {
    const one = dice(seeded(drawn.seed));
    return Array.from({ length: count }, () => draw(one, drawn));
  };

/** One to three things of all products: each is answered with a price, or with why there is none. */
export const baskets = many(basket);
/** In each of these something is wrong. */
export const faultyBaskets = many((one, drawn): object => withSlip(one, basket(one, drawn)));
/** What all must answer alike: every tenth is faulty. */
export const gateRequests = many((one, drawn): object => {
  const sound = basket(one, drawn);
  return one.chance(0.1) ? withSlip(one, sound) : sound;
});
/** One device each, and all are offered cover. */
export const devices = many(
  (one, drawn): QuoteRequest => ({ items: [{ itemId: 'line-1', ...device(one, drawn, true) }] }),
);

/** The same things over and over, the next one for each call. */
export const inTurn =
  <T>(things: readonly T[]) =>
  (at: number): T =>
    things[at % things.length] as T;
