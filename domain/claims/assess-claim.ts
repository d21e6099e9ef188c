import type { Coverage, ProductVersion } from '../products/schema.ts';
import { monthsStarted } from '../shared/calendar.ts';
import { mul, whole } from '../shared/exact.ts';
import { rateOf, roundMinor } from '../shared/money.ts';
import { localDate } from '../shared/zone.ts';
import { type Assessment, assessLoss, depreciatedShare, type LossTerms } from './assess.ts';
import type { InsuredFacts, LossFacts } from './facts.ts';
import type { FlightTier } from './flight-outcome.ts';

type Benefit<K extends Coverage['benefit']['kind']> = Extract<Coverage['benefit'], { kind: K }>;

/**
 * What a covered loss comes to under the coverage: an agreed amount, the amount of a flight's tier, or the loss itself
 * by the terms of the product. `tier` is what `flightOutcome` found; a parametric claim without one comes to nothing.
 */
export const assessClaim = (
  product: ProductVersion,
  { benefit }: Coverage,
  policy: InsuredFacts,
  loss: LossFacts & { readonly tier?: FlightTier },
): Assessment => {
  switch (benefit.kind) {
    case 'agreed':
      return fixed('agreed-benefit', entry(product, benefit.table, policy.inputs[benefit.input]));
    case 'parametric':
      return assessTier(product, benefit, policy, loss.tier ?? 'none');
    case 'indemnity':
      return assessIndemnity(product, benefit, policy, loss);
  }
};

const fixed = (step: string, amount: number): Assessment => ({ amount, trace: [{ step, amount }] });

const entry = (product: ProductVersion, table: string, key: string | number | boolean | undefined): number => {
  const text = product.tables[table]?.[String(key)];
  if (text === undefined) throw new Error(`table ${table} lacks ${key}`);
  return Number(text);
};

/** Tiers replace each other: the highest that was reached is paid, alone (catalogue 5.3). */
const assessTier = (
  product: ProductVersion,
  { delays, cancelled, plan }: Benefit<'parametric'>,
  { inputs }: InsuredFacts,
  tier: FlightTier,
): Assessment => {
  if (tier === 'none') return fixed('none', 0);
  const table =
    tier === 'cancelled' ? cancelled : delays.find(({ fromMinutes }) => tier === `delay-${fromMinutes}`)?.table;
  return fixed(tier, entry(product, table ?? tier, inputs[plan]));
};

const depreciationAt = (product: ProductVersion, { inputs }: InsuredFacts, occurredAt: string) => {
  const { since, ...ageing } = indemnityOf(product).depreciation;
  return { ...ageing, months: monthsStarted(String(inputs[since]), localDate(occurredAt, product.zone)) };
};

/** What the object is insured for, in minor units. */
export const insuredValue = (product: ProductVersion, { inputs }: InsuredFacts): number =>
  Number(inputs[indemnityOf(product).value]);

/** What the insured object was still worth at an instant, in minor units (catalogue 5.2, L-09). */
export const depreciatedValue = (product: ProductVersion, policy: InsuredFacts, occurredAt: string): number => {
  const value = whole(insuredValue(product, policy));
  return roundMinor(mul(value, depreciatedShare(depreciationAt(product, policy, occurredAt))));
};

const indemnityOf = ({ indemnity }: ProductVersion) => {
  if (!indemnity) throw new Error('an indemnity coverage without indemnity terms');
  return indemnity;
};

const assessIndemnity = (
  product: ProductVersion,
  benefit: Benefit<'indemnity'>,
  policy: InsuredFacts,
  loss: LossFacts,
): Assessment => {
  const { deductible } = indemnityOf(product);
  const value = insuredValue(product, policy);
  const total =
    benefit.totalLoss === 'always' || (benefit.totalLoss === 'declared' && loss.answers['totalLoss'] === true);
  const terms: LossTerms = {
    ...(total && { depreciation: depreciationAt(product, policy, loss.occurredAt) }),
    ...deductibleOf(product, deductible, policy.inputs[deductible.input]),
    ...(benefit.perClaim && { perClaim: rateOf(value, benefit.perClaim) }),
    ...(benefit.aggregate && { aggregateLeft: depreciatedValue(product, policy, loss.occurredAt) - policy.amountUsed }),
  };
  return assessLoss(total ? value : Math.min(Number(loss.answers['repairQuote']), value), terms);
};

type DeductibleTerms = NonNullable<ProductVersion['indemnity']>['deductible'];

/** A rate of zero was bought as no deductible at all: its minimum does not apply either. */
const deductibleOf = (
  product: ProductVersion,
  { table, min, max }: DeductibleTerms,
  chosen: string | number | boolean | undefined,
): Pick<LossTerms, 'deductible'> => {
  const rate = product.tables[table]?.[String(chosen)] ?? '0';
  return Number(rate) > 0 ? { deductible: { kind: 'percentage', rate, min, max } } : {};
};
