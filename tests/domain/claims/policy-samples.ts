import { adjudicateClaim } from '../../../domain/claims/adjudicate-claim.ts';
import type { ClaimTerms } from '../../../domain/claims/claim-terms.ts';
import type { ClaimEvent } from '../../../domain/claims/events.ts';
import type { Evidence } from '../../../domain/claims/evidence.ts';
import { evolveClaim } from '../../../domain/claims/evolve.ts';
import type { Claim } from '../../../domain/claims/schema.ts';
import { evolvePolicy, type PolicyEvent, postToPolicy } from '../../../domain/policies/evolve.ts';
import type { Policy, PolicyTerms } from '../../../domain/policies/schema.ts';
import type { Outcome } from '../../../domain/shared/decision.ts';
import type { Inputs } from '../../../domain/shared/form/schema.ts';
import { covered } from './samples.ts';

export const policyId = 'pol_01jd8x2k7v5m3q9w4t6y8r0z1b';
export const claimId = 'clm_01jd8x2k7v5m3q9w4t6y8r0z1b001';

const aTerms = (productId: string, object: Inputs): PolicyTerms => ({
  offerId: 'off_01jd8x2k7v5m3q9w4t6y8r0z1b',
  productId,
  productVersion: 1,
  customerId: 'cus_01jd8x2k7v5m3q9w4t6y8r0z1b',
  reference: 'SO-1',
  object,
  objectHashes: {},
  sealedObject: 'jwe',
  holds: ['hash-of-object'],
  premium: { gross: 1_060, tax: 60, commission: 150 },
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  collection: 'partner',
  acknowledged: [],
  boundAt: '2026-01-31T08:00:00.000Z',
  payBy: '2026-02-01T08:00:00.000Z',
});

/**
 * What each product insures here: a phone of 5 000.00, a return from the neighbour province, a flight in the basic
 * plan.
 */
const objects: Readonly<Record<string, Inputs>> = {
  'device-protection': { deviceValue: 500_000, purchasedOn: '2026-01-15', ageDays: 0, plan: 'theft', deductible: '10' },
  'return-freight': { distance: 'neighbour' },
  'flight-delay': { plan: 'basic', flightNumber: 'MU5101', flightDate: '2026-06-01' },
};

/** A policy on risk from 1 February 2026 for a year, with 10.00 of premium still unearned. */
export const aPolicy = (productId: string, change: Partial<Policy> = {}): Policy => ({
  policyId,
  terms: aTerms(productId, objects[productId] ?? {}),
  status: 'on-risk',
  period: { from: '2026-01-31T16:00:00.000Z', to: '2027-01-31T16:00:00.000Z' },
  milestones: {},
  premium: 'credit',
  payments: {},
  disbursements: [],
  claims: [],
  balances: { unearned_premium: -1_000, unearned_premium_change: 1_000 },
  ...change,
});

export const termsOf = (productId: string, coverage: string): ClaimTerms => {
  const { product, rules } = covered(productId, coverage);
  return { product, rules };
};

/** A claim as it stands after its registration. */
export const aClaim = (coverage: string, change: Partial<Claim> = {}): Claim => ({
  claimId,
  policyId,
  coverage,
  currency: 'CNY',
  status: 'registered',
  lossAt: '2026-06-01T00:00:00.000Z',
  reportedAt: '2026-06-02T00:00:00.000Z',
  reporter: 'client-1',
  facts: {},
  hashes: {},
  holds: [],
  sealedForm: 'jwe',
  reserve: 0,
  ...change,
});

/** The policy with the claim in it, as its own view of its claims has it. */
export const withClaim = (policy: Policy, { claimId: id, coverage, status, reserve, approved = 0 }: Claim): Policy => ({
  ...policy,
  claims: [...policy.claims, { claimId: id, coverage, status, reserve, approved }],
});

export const nothingKnown: Evidence = { flights: [], insuredAgain: false, waybillTaken: false };

export const deciding = (now: string, by = 'adjudicateClaim') => ({ by, now, disbursementId: 'dsb_1' });

/** Adjudicates a claim on a policy that has no other. */
export const judged = (productId: string, claim: Claim, evidence: Partial<Evidence>, now = claim.reportedAt) =>
  adjudicateClaim(withClaim(aPolicy(productId), claim), claim, termsOf(productId, claim.coverage), {
    ...deciding(now),
    evidence: { ...nothingKnown, ...evidence },
  });

export const applied = (policy: Policy, { events, postings }: Outcome<PolicyEvent>): Policy =>
  postToPolicy(
    events.reduce<Policy>((state, event) => evolvePolicy(state, event), policy),
    postings,
  );

export const foldedClaim = (before: Claim | undefined, events: readonly PolicyEvent[]): Claim => {
  const own = events.filter((event): event is ClaimEvent => event.type.startsWith('claim.'));
  const after = own.reduce<Claim | undefined>(evolveClaim, before);
  if (after === undefined) throw new Error('No claim came of it.');
  return after;
};

/** Balances of a journal entry by account, and that it sums to zero. */
export const entryOf = ({ postings }: Pick<Outcome<PolicyEvent>, 'postings'>) =>
  Object.fromEntries(postings.map(({ account, amount }) => [account, amount]));
