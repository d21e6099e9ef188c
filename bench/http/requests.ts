import { seeded } from '../measure/statistics.ts';

type Json = Readonly<Record<string, unknown>>;

const dayMs = 86_400_000;
const dayFrom = (nowMs: number, days: number): string => new Date(nowMs + days * dayMs).toISOString().slice(0, 10);

/** Draws baskets; `nowMs` is the day around which things are bought and flights depart. */
const drawing = (random: () => number, nowMs: number) => {
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(choices: readonly [T, ...T[]]): T => choices[below(choices.length)] ?? choices[0];
  const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join('');

  const kinds = [
    (): Json => ({
      productId: 'return-freight',
      insuredObject: {
        orderNumber: `SO-${digits(12)}`,
        category: pick(['electronics', 'apparel', 'shoes', 'cosmetics', 'home', 'food']),
        distance: pick(['same_province', 'neighbour', 'far', 'remote']),
        buyerReturnRate: pick(['0', '0.05', '0.20', '0.50', '0.51', '1']),
        sellerRating: pick(['0', '4.5', '4.7', '4.9']),
      },
    }),
    (): Json => ({
      productId: 'device-protection',
      insuredObject: {
        imei: digits(15),
        model: 'Phone 16',
        deviceValue: 10_000 + below(1_990_000),
        purchasedOn: dayFrom(nowMs, -below(90)),
        region: pick(['T1', 'T2', 'T3']),
        priorRepairs: pick([0, 0, 1, 2, 3]),
      },
      options: { plan: pick(['screen', 'accidental', 'theft']), deductible: pick(['0', '10', '20']) },
    }),
    (): Json => ({
      productId: 'flight-delay',
      insuredObject: {
        passengerDocument: `E${digits(8)}`,
        ticketNumber: digits(13),
        flightNumber: pick(['MU5101', 'CA1501', 'HO1252']),
        scheduledDeparture: `${dayFrom(nowMs, 1 + below(30))}T${pick(['06', '12', '18', '23'])}:30:00+08:00`,
        risk: pick(['A', 'B', 'C']),
        delayPublished: below(10) === 0,
      },
      options: { plan: pick(['basic', 'plus']) },
    }),
  ] as const;

  /** What programs of shops get wrong. */
  const slips = [
    (item: Json): Json => ({ ...item, productId: 'no-such-product' }),
    (item: Json): Json => ({ ...item, itemId: 'line 1' }),
    ({ insuredObject: _missing, ...item }: Json): Json => item,
    (item: Json): Json => ({ ...item, insuredObject: { ...Object(item['insuredObject']), colour: 'red' } }),
    (item: Json): Json => ({ ...item, options: { plan: 'gold' } }),
  ] as const;

  return (slipsIn: number): string => {
    const items = Array.from({ length: pick([1, 1, 1, 2, 3]) }, (_, at) => ({
      itemId: `line-${at + 1}`,
      ...pick(kinds)(),
    }));
    const [first = {}, ...rest] = items;
    return JSON.stringify({ items: random() < slipsIn ? [pick(slips)(first), ...rest] : items });
  };
};

/** Bodies of quote requests: one to three things of all products, and in every tenth request something is wrong. */
export const gateRequests = (count: number, seed: number, nowMs: number): readonly string[] => {
  const draw = drawing(seeded(seed), nowMs);
  return Array.from({ length: count }, () => draw(0.1));
};

/** Bodies that are all answered with prices, or with why there is none. */
export const timedRequests = (count: number, seed: number, nowMs: number): readonly string[] => {
  const draw = drawing(seeded(seed), nowMs);
  return Array.from({ length: count }, () => draw(0));
};
