import type { Coverage, ProductVersion } from '../products/schema.ts';
import { rateOf } from '../shared/money.ts';
import { assessClaim, depreciatedValue, insuredValue } from './assess-claim.ts';
import type { InsuredFacts, LossFacts } from './facts.ts';
import type { FlightTier } from './flight-outcome.ts';

type Benefit = Coverage['benefit'];

/** The tiers that a parametric coverage pays, and `none`. */
export const tiersOf = (benefit: Extract<Benefit, { kind: 'parametric' }>): readonly FlightTier[] => [
  'none',
  ...benefit.delays.map(({ fromMinutes }) => `delay-${fromMinutes}` as const),
  'cancelled',
];

/** The most that one claim can come to: the agreed amount, the highest tier, or what the terms leave of the value. */
const claimMaximum = (product: ProductVersion, coverage: Coverage, policy: InsuredFacts, loss: LossFacts): number => {
  const { benefit } = coverage;
  switch (benefit.kind) {
    case 'agreed':
      return assessClaim(product, coverage, policy, loss).amount;
    case 'parametric':
      return Math.max(
        ...tiersOf(benefit).map((tier) => assessClaim(product, coverage, policy, { ...loss, tier }).amount),
      );
    case 'indemnity': {
      const value = insuredValue(product, policy);
      if (benefit.perClaim !== undefined) return rateOf(value, benefit.perClaim);
      const bounded = benefit.totalLoss === 'always' || benefit.aggregate !== undefined;
      return bounded ? depreciatedValue(product, policy, loss.occurredAt) : value;
    }
  }
};

/**
 * What one more claim may still be paid, in minor units: nothing once the claims of the term are used up, and under an
 * aggregate only what earlier claims have left of it (reliability M6).
 */
export const remainingLimit = (
  product: ProductVersion,
  coverage: Coverage,
  policy: InsuredFacts,
  loss: LossFacts,
): number => {
  const { claimsPerTerm, benefit } = coverage;
  if (claimsPerTerm !== undefined && policy.claimsUsed >= claimsPerTerm) return 0;
  const used = benefit.kind === 'indemnity' && benefit.aggregate !== undefined ? policy.amountUsed : 0;
  return Math.max(0, claimMaximum(product, coverage, policy, loss) - used);
};

/** What is set aside at first notice: the loss as reported, or the highest tier while nobody knows the tier. */
export const firstReserve = (
  product: ProductVersion,
  coverage: Coverage,
  policy: InsuredFacts,
  loss: LossFacts,
): number =>
  coverage.benefit.kind === 'parametric'
    ? claimMaximum(product, coverage, policy, loss)
    : assessClaim(product, coverage, policy, loss).amount;
