import type { Device, Flight, Freight, Item } from './forms.ts';

/** What the rates are found by. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

const dayMs = 86_400_000;
const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

const deviceFacts = ({ insuredObject, options }: Device, now: Date): Facts => {
  const today = clock.format(now);
  const { startDate, ...chosen } = options;
  const starts = startDate === undefined ? {} : { startsIn: daysBetween(today, startDate) };
  return { ...insuredObject, ...chosen, ageDays: daysBetween(insuredObject.purchasedOn, today), ...starts };
};

const flightFacts = ({ insuredObject, options }: Flight, now: Date): Facts => {
  const { scheduledDeparture } = insuredObject;
  return {
    ...insuredObject,
    ...options,
    month: Number(scheduledDeparture.slice(5, 7)),
    hour: Number(scheduledDeparture.slice(11, 13)),
    minutesLeft: Math.floor((Date.parse(scheduledDeparture) - now.getTime()) / 60_000),
  };
};

const freightFacts = ({ insuredObject }: Freight): Facts => ({ ...insuredObject });

export const factsOf = (item: Item, now: Date): Facts => {
  switch (item.productId) {
    case 'device-protection':
      return deviceFacts(item, now);
    case 'flight-delay':
      return flightFacts(item, now);
    case 'return-freight':
      return freightFacts(item);
  }
};

const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const value = at % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
};

type Rule = (facts: Facts) => boolean;
const below =
  (name: string, least: number): Rule =>
  (facts) =>
    facts[name] !== undefined && Number(facts[name]) < least;
const above =
  (name: string, most: number): Rule =>
  (facts) =>
    Number(facts[name]) > most;

/** Who is declined, and by which reason of the product. */
export const rules: Readonly<Record<Item['productId'], Readonly<Record<string, Rule>>>> = {
  'device-protection': {
    'imei-invalid': ({ imei }) => !luhn(String(imei)),
    'device-too-old': above('ageDays', 365),
    'start-too-early': below('startsIn', 1),
    'start-too-late': above('startsIn', 30),
  },
  'flight-delay': {
    'cut-off-passed': below('minutesLeft', 240),
    'known-delay': ({ delayPublished }) => delayPublished === true,
  },
  'return-freight': { 'return-rate-too-high': above('buyerReturnRate', 0.5) },
};
