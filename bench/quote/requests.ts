import type { QuoteItem, QuoteRequest } from '../../domain/quoting/schema.ts';
import { filedByProvince } from './products.ts';

type Random = () => number;

const pick = <T>(random: Random, from: readonly T[]): T => {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from.');
  return chosen;
};
const whole = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
const digits = (random: Random, length: number): string => Array.from({ length }, () => whole(random, 0, 9)).join('');

/** An IMEI whose last digit fits the others (ISO/IEC 7812, Luhn); every twentieth is off by one. */
const imei = (random: Random): string => {
  const body = digits(random, 14);
  const sum = [...body].reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  const off = random() < 0.05 ? 1 : 0;
  return `${body}${(20 - (sum % 10) + off) % 10}`;
};

const day = (fromToday: number): string =>
  new Date(Date.parse('2026-11-23') + fromToday * 86_400_000).toISOString().slice(0, 10);

const device = (random: Random): Omit<QuoteItem, 'itemId'> => ({
  productId: 'device-protection',
  insuredObject: {
    imei: imei(random),
    model: pick(random, ['Phone 15', 'Tab S9', 'Pixel 10 Pro']),
    deviceValue: whole(random, 10_000, 2_000_000),
    purchasedOn: day(-whole(random, 0, 400)),
    region: pick(random, Object.keys(filedByProvince.tables['region'] ?? {})),
    priorRepairs: whole(random, 0, 4),
  },
  options: {
    plan: pick(random, ['screen', 'accidental', 'theft']),
    deductible: pick(random, Object.keys(filedByProvince.tables['deductible'] ?? {})),
    ...(random() < 0.3 && { startDate: day(whole(random, -1, 35)) }),
  },
});

const flight = (random: Random): Omit<QuoteItem, 'itemId'> => ({
  productId: 'flight-delay',
  insuredObject: {
    passengerDocument: `E${digits(random, 8)}`,
    ticketNumber: digits(random, 13),
    flightNumber: `MU${whole(random, 1, 9999)}`,
    scheduledDeparture: `${day(whole(random, 0, 300))}T${`${whole(random, 0, 23)}`.padStart(2, '0')}:30:00+08:00`,
    risk: pick(random, ['A', 'B', 'C']),
    delayPublished: random() < 0.1,
  },
  options: { plan: pick(random, ['basic', 'plus']) },
});

const freight = (random: Random): Omit<QuoteItem, 'itemId'> => ({
  productId: 'return-freight',
  insuredObject: {
    orderNumber: `SO-${digits(random, 8)}`,
    category: pick(random, ['electronics', 'apparel', 'shoes', 'cosmetics', 'home', 'food']),
    distance: pick(random, ['same_province', 'neighbour', 'far', 'remote']),
    buyerReturnRate: `0.${digits(random, 4)}`,
    sellerRating: `${whole(random, 1, 4)}.${digits(random, 1)}`,
  },
});

/** A basket of one item of any product, as a shop would send it; some are declined, and some are malformed. */
export const aRequest = (random: Random): QuoteRequest => {
  const item = { itemId: 'line-1', ...pick(random, [device, flight, freight])(random) };
  if (random() < 0.03) return { items: [{ ...item, insuredObject: { ...item.insuredObject, colour: 'red' } }] };
  return { items: [item] };
};

/** The basket whose speed is told: one device, offered. */
export const theBasket: QuoteRequest = {
  items: [
    {
      itemId: 'line-1',
      productId: 'device-protection',
      insuredObject: {
        imei: '490154203237518',
        model: 'Phone 15',
        deviceValue: 499_900,
        purchasedOn: '2026-11-01',
        region: 'GD',
        priorRepairs: 0,
      },
      options: { plan: 'screen', deductible: '10', startDate: '2026-11-25' },
    },
  ],
};
