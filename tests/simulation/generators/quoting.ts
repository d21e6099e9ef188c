import type { quoting } from '../../../functions/quoting/contract.ts';
import type { Chance } from '../chance.ts';
import { type KnownOffer, learnt } from '../known.ts';
import type { Ask, Drawing, Generator, Json } from './generator.ts';

/** Luhn's check digit, for an IMEI that a device could have. */
const imeiOf = (serial: number): string => {
  const body = String(35_693_803_560_000 + serial).padStart(14, '0');
  const sum = [...body].reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

const freight = (chance: Chance, serial: number): Json => ({
  productId: 'return-freight',
  insuredObject: {
    orderNumber: `SO-20261123-${String(serial).padStart(4, '0')}`,
    category: chance.pick(['electronics', 'apparel', 'shoes', 'cosmetics', 'home', 'food']),
    distance: chance.pick(['same_province', 'neighbour', 'far', 'remote']),
    buyerReturnRate: chance.pick(['0', '0.05', '0.20', '0.50', '0.51']),
    sellerRating: chance.pick(['4.5', '4.7', '4.9']),
  },
});

const device = (chance: Chance, serial: number, { smooth }: Drawing): Json => ({
  productId: 'device-protection',
  insuredObject: {
    imei: imeiOf(serial),
    model: 'Phone 16',
    deviceValue: smooth ? 1_299_900 : chance.pick([10_000, 499_900, 1_299_900, 2_000_000]),
    purchasedOn: smooth ? '2026-11-23' : chance.pick(['2026-11-23', '2026-11-23', '2026-10-23', '2026-05-01']),
    region: chance.pick(['T1', 'T2', 'T3']),
    priorRepairs: smooth ? 0 : chance.pick([0, 1, 2]),
  },
  options: {
    plan: smooth ? 'theft' : chance.pick(['screen', 'accidental', 'theft']),
    deductible: chance.pick(['0', '10', '20']),
  },
});

/** Eight hours ahead of the day's beginning in Shanghai, so that the local date is the one meant. */
const flight = (chance: Chance, serial: number, { now }: Drawing): Json => {
  const day = new Date(Date.parse(now) + (1 + chance.below(2)) * 86_400_000).toISOString().slice(0, 10);
  return {
    productId: 'flight-delay',
    insuredObject: {
      passengerDocument: `E${String(serial).padStart(8, '0')}`,
      ticketNumber: String(7_812_340_000_000 + serial),
      flightNumber: chance.pick(['MU5101', 'CA1501', 'HO1252']),
      scheduledDeparture: `${day}T18:30:00+08:00`,
      risk: chance.pick(['A', 'B', 'C']),
      delayPublished: false,
    },
    options: { plan: chance.pick(['basic', 'plus']) },
  };
};

const identifying = ['orderNumber', 'imei', 'passengerDocument', 'ticketNumber'];
const identityOf = (item: Json): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(Object(item['insuredObject']))
      .filter(([name]) => identifying.includes(name))
      .map(([name, value]) => [name, String(value)]),
  );

/** What makes a price: everything but who and which, under the day of the quote. */
export const pricedBy = (item: Json, now: string): string => {
  const inputs = Object.entries(Object(item['insuredObject'])).filter(([name]) => !identifying.includes(name));
  return JSON.stringify([now.slice(0, 10), item['productId'], inputs, item['options'] ?? null]);
};

const kinds = { 'return-freight': freight, 'device-protection': device, 'flight-delay': flight };
export const focuses = [
  ...(['return-freight', 'return-freight'] as const),
  ...(['device-protection', 'device-protection'] as const),
  'flight-delay' as const,
];

const anItem = (drawing: Drawing, at: number): Json => {
  const { chance, serial, focus, smooth } = drawing;
  const sold = smooth || chance.happens(0.7) ? focuses.find((one) => one === focus) : undefined;
  const kind = kinds[sold ?? chance.pick(focuses)];
  // Now and then the same thing again: a unique key that is taken, or free once more.
  const number = !smooth && chance.happens(0.15) ? 1 + chance.below(2) : serial();
  return { itemId: `line-${at + 1}`, ...kind(chance, number, drawing) };
};

type Result = { readonly itemId: string; readonly offer?: Json & { readonly token: string; readonly offerId: string } };
type Disclosure = { readonly code: string; readonly contentHash: string; readonly required: boolean };

const offerOf = (item: Json, offer: NonNullable<Result['offer']>): KnownOffer => ({
  token: offer.token,
  offerId: offer.offerId,
  productId: String(offer['productId']),
  identity: identityOf(item),
  gross: Number(Object(Object(offer['premium']).gross).amount),
  acknowledged: (offer['disclosures'] as readonly Disclosure[])
    .filter(({ required }) => required)
    .map(({ code, contentHash }) => ({ code, contentHash })),
});

export const itemsIn = (ask: Ask): readonly Json[] => Object(ask.body).items ?? [];

export const quotingGenerators: Readonly<Record<keyof typeof quoting.endpoints, Generator>> = {
  createQuote: {
    weight: 2.5,
    draw: (drawing) => {
      const { chance, smooth } = drawing;
      const items = Array.from({ length: 1 + chance.below(3) }, (_, at) => anItem(drawing, at));
      // Now and then one object is offered twice, for two to buy at once.
      const again = !smooth && chance.happens(0.25) ? [{ ...items[0], itemId: 'line-0' }] : [];
      return { body: { items: [...items, ...again] } };
    },
    learn: (answer, known, ask) => {
      for (const { itemId, offer } of answer['items'] as readonly Result[]) {
        const item = itemsIn(ask).find((one) => one['itemId'] === itemId);
        if (offer !== undefined && item !== undefined) learnt(known.offers, offerOf(item, offer), (one) => one.offerId);
      }
    },
  },
};
