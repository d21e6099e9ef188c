import Big from 'big.js';
import flightDelay from '../../../domain/products/catalogue/flight-delay.json' with { type: 'json' };
import returnFreight from '../../../domain/products/catalogue/return-freight.json' with { type: 'json' };
import { filedByProvince } from '../products.ts';
import type { Facts } from './facts.ts';
import type { Item } from './forms.ts';

/** A step of the premium: its name, what chose it, and the factor or the divisor. */
export type Step = { readonly step: string; readonly input?: string; readonly by: Big; readonly divides?: true };

/** Finds the steps of an item's premium; nothing where the tariff has no rate. Engines answer later. */
export type FindSteps = (productId: Item['productId'], facts: Facts) => Steps | Promise<Steps>;
export type Steps = readonly Step[] | undefined;

type Table = Readonly<Record<string, Big>>;
const read = (table: Readonly<Record<string, string>> | undefined): Table =>
  Object.fromEntries(Object.entries(table ?? {}).map(([key, text]) => [key, new Big(text)]));
const readAll = (tables: Readonly<Record<string, Readonly<Record<string, string>>>>): Readonly<Record<string, Table>> =>
  Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, read(table)]));
const [device, flight, freight] = [filedByProvince, flightDelay, returnFreight].map(({ tables }) =>
  readAll(tables as Parameters<typeof readAll>[0]),
);

const fromTable = (
  tables: Readonly<Record<string, Table>> | undefined,
  step: string,
  input: unknown,
): Step | undefined => {
  const by = tables?.[step]?.[String(input)];
  return by && { step, input: String(input), by };
};

type Bands = readonly (readonly [from: number, by: Big])[];
const bands = (...rising: readonly (readonly [number, string])[]): Bands =>
  rising.map(([from, text]) => [from, new Big(text)]);
const ages = bands([0, '1.00'], [31, '1.12'], [181, '1.30']);
const repairs = bands([0, '0.95'], [1, '1.10'], [2, '1.35']);
const hours = bands([6, '0.80'], [10, '1.00'], [16, '1.15'], [20, '1.25']);
const returnRates = bands([0, '0.60'], [0.05, '1.00'], [0.15, '1.80'], [0.3, '2.80']);
const ratings = bands([0, '1.25'], [4.6, '1.00'], [4.8, '0.85']);

const fromBands = (step: string, input: unknown, rising: Bands): Step | undefined => {
  const band = rising.findLast(([from]) => Number(input) >= from);
  return band && { step, input: String(input), by: band[1] };
};

const ratio = (by: string): Step => ({ step: 'target loss ratio', by: new Big(by), divides: true });
const flightRatio = ratio('0.60');
const freightRatio = ratio('0.70');

/** (p2 - p4) x b2 + p4 x b4 + pc x bc, in fen. */
export const expectedPayout = ({ risk, plan }: Facts): Step | undefined => {
  const of = (table: string, key: unknown) => flight?.[table]?.[String(key)];
  const [late2h, late4h, cancelled] = [of('late2h', risk), of('late4h', risk), of('cancelled', risk)];
  const [pay2h, pay4h, payCancelled] = [of('pay2h', plan), of('pay4h', plan), of('payCancelled', plan)];
  if (!late2h || !late4h || !cancelled || !pay2h || !pay4h || !payCancelled) return undefined;
  const by = late2h.minus(late4h).times(pay2h).plus(late4h.times(pay4h)).plus(cancelled.times(payCancelled));
  return { step: 'expected payout', input: String(risk), by };
};

const stepsOf = (productId: Item['productId'], facts: Facts): readonly (Step | undefined)[] => {
  switch (productId) {
    case 'device-protection':
      return [
        { step: 'deviceValue', input: String(facts['deviceValue']), by: new Big(Number(facts['deviceValue'])) },
        fromTable(device, 'rate', facts['plan']),
        fromBands('ageDays', facts['ageDays'], ages),
        fromTable(device, 'deductible', facts['deductible']),
        fromTable(device, 'region', facts['region']),
        fromBands('priorRepairs', facts['priorRepairs'], repairs),
      ];
    case 'flight-delay':
      return [
        expectedPayout(facts),
        fromTable(flight, 'month', facts['month']),
        fromBands('hour', facts['hour'], hours),
        flightRatio,
      ];
    case 'return-freight':
      return [
        fromTable(freight, 'benefit', facts['distance']),
        fromTable(freight, 'returns', facts['category']),
        fromBands('buyerReturnRate', facts['buyerReturnRate'], returnRates),
        fromBands('sellerRating', facts['sellerRating'], ratings),
        freightRatio,
      ];
  }
};

/** The tariff as JavaScript: objects, bands and a function for each product. */
export const inTables: FindSteps = (productId, facts) => {
  const steps = stepsOf(productId, facts);
  return steps.every((step) => step !== undefined) ? steps : undefined;
};
