import { compare, div, exact, type Fraction, greater, mul, smaller, sub, whole } from '../shared/exact.ts';
import { roundMinor } from '../shared/money.ts';
import type { TraceLine } from './events.ts';

/** What a loss comes to, in minor units, and how: each line shows the amount after its step. */
export type Assessment = { readonly amount: number; readonly trace: readonly TraceLine[] };

/** What the insured bears: an amount, one that vanishes once the loss reaches it, or a limited rate (L-01 to L-03). */
export type Deductible =
  | { readonly kind: 'straight' | 'franchise'; readonly amount: number }
  | { readonly kind: 'percentage'; readonly rate: string; readonly min: number; readonly max: number };

/** The terms that a loss is measured by; what is absent does not apply. Amounts are minor units, rates decimal text. */
export type LossTerms = {
  readonly depreciation?: { readonly months: number; readonly perMonth: string; readonly floor: string };
  /** Under-insurance; `clause` is the share of the value that has to be insured, all of it by default (L-05, L-06). */
  readonly average?: { readonly sumInsured: number; readonly value: number; readonly clause?: string };
  readonly deductible?: Deductible;
  /** The insurer's share of the loss. */
  readonly share?: string;
  /** Some products share before they deduct, which changes the answer (L-04). */
  readonly shareFirst?: true;
  readonly perClaim?: number;
  /** What the limit of the term still holds. */
  readonly aggregateLeft?: number;
};

type Step = readonly [name: string, apply: (amount: Fraction) => Fraction, detail: string];

/**
 * Works out a loss in the order of rules 2.7: covered loss, depreciation, average, deductible, share, limit per claim,
 * limit of the term. Every step is exact; only the result is rounded, half-even, and the trace shows rounded amounts.
 */
export const assessLoss = (loss: number, terms: LossTerms): Assessment => {
  let amount = whole(loss);
  const trace: TraceLine[] = [{ step: 'covered-loss', amount: loss }];
  for (const [step, apply, detail] of stepsOf(terms)) {
    amount = apply(amount);
    trace.push({ step, amount: roundMinor(amount), detail });
  }
  return { amount: roundMinor(amount), trace };
};

const stepsOf = (terms: LossTerms): Step[] => {
  const deductible = terms.deductible ? [deductibleStep(terms.deductible)] : [];
  const share = terms.share ? [shareStep(terms.share)] : [];
  return [
    ...(terms.depreciation ? [depreciationStep(terms.depreciation)] : []),
    ...(terms.average ? [averageStep(terms.average)] : []),
    ...(terms.shareFirst ? [...share, ...deductible] : [...deductible, ...share]),
    ...limitStep('claim-limit', terms.perClaim),
    ...limitStep('term-limit', terms.aggregateLeft),
  ];
};

/** What is left of a value after so many started months: straight line, not below the floor (L-09). */
export const depreciatedShare = ({ months, perMonth, floor }: NonNullable<LossTerms['depreciation']>): Fraction =>
  greater(sub(whole(1), mul(whole(months), exact(perMonth))), exact(floor));

const depreciationStep = (terms: NonNullable<LossTerms['depreciation']>): Step => [
  'depreciation',
  (amount) => mul(amount, depreciatedShare(terms)),
  `${terms.months} months at ${terms.perMonth}, floor ${terms.floor}`,
];

const averageStep = ({ sumInsured, value, clause = '1' }: NonNullable<LossTerms['average']>): Step => [
  'average',
  (amount) => mul(amount, smaller(whole(1), div(whole(sumInsured), mul(whole(value), exact(clause))))),
  `${sumInsured} insured of ${value} x ${clause}`,
];

const deductibleStep = (deductible: Deductible): Step => {
  const zero = whole(0);
  switch (deductible.kind) {
    case 'straight':
      return ['deductible', (amount) => greater(zero, sub(amount, whole(deductible.amount))), `${deductible.amount}`];
    case 'franchise': {
      const reached = (amount: Fraction) => compare(amount, whole(deductible.amount)) >= 0;
      return ['franchise', (amount) => (reached(amount) ? amount : zero), `from ${deductible.amount}`];
    }
    case 'percentage': {
      const { rate, min, max } = deductible;
      const borne = (amount: Fraction) => smaller(greater(mul(amount, exact(rate)), whole(min)), whole(max));
      return ['deductible', (amount) => greater(zero, sub(amount, borne(amount))), `${rate}, ${min} to ${max}`];
    }
  }
};

const shareStep = (share: string): Step => ['share', (amount) => mul(amount, exact(share)), share];

/** A limit that earlier claims have used up leaves nothing, and never less. */
const limitStep = (name: string, limit: number | undefined): Step[] =>
  limit === undefined ? [] : [[name, (amount) => smaller(amount, whole(Math.max(0, limit))), `${limit}`]];
