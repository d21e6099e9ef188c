import type { Policy } from '../policies/schema.ts';
import type { CoverageClaims } from '../products/schema.ts';
import { accept, type Decision, type Outcome, type Refusal, refuse } from '../shared/decision.ts';
import { checkForm, type FieldProblem } from '../shared/form/check-form.ts';
import type { Inputs } from '../shared/form/schema.ts';
import type { Assessment } from './assess.ts';
import { assessClaim } from './assess-claim.ts';
import { type ClaimTerms, coverageOf, insuredFacts, lossOf } from './claim-terms.ts';
import type { ClaimAssessed } from './events.ts';
import type { FlightTier } from './flight-outcome.ts';
import { claimAllows } from './lifecycle.ts';
import { remainingLimit, tiersOf } from './limits.ts';
import { reserveMoved } from './postings.ts';
import type { Claim } from './schema.ts';

/** What people found: answers that they corrected, the tier that a flight reached, an amount of their own. */
export type Findings = {
  readonly facts: Inputs;
  readonly tier?: string | undefined;
  /** Minor units; worked out by the terms of the product where people name none. */
  readonly amount?: number | undefined;
};
type Assessing = { readonly by: string; readonly now: string; readonly sealedNote?: string };

const isTier = (tier: string | undefined, tiers: readonly FlightTier[]): tier is FlightTier =>
  tiers.some((known) => known === tier);

/** Everything wrong with the findings: people correct what calculates, and never what identifies. */
const problemsIn = (how: CoverageClaims, { facts, tier, amount }: Findings, tiers: readonly FlightTier[]) => {
  const open = how.form.filter(({ hashed, personal }) => !hashed && !personal);
  const problems: FieldProblem[] = checkForm(
    open.map((field) => ({ ...field, optional: true as const })),
    facts,
    '/facts',
  );
  if (tier === undefined && amount === undefined && tiers.length > 0) {
    problems.push({ pointer: '/tier', code: 'required', detail: `One of ${tiers.join(', ')}, or an amount.` });
  }
  if (tier !== undefined && !isTier(tier, tiers)) {
    const detail = tiers.length === 0 ? 'This coverage has no tiers.' : `One of ${tiers.join(', ')}.`;
    problems.push({ pointer: '/tier', code: 'not-an-option', detail });
  }
  return problems;
};

type Invalid = Refusal<'findings-invalid'> & { readonly problems: readonly FieldProblem[] };

/**
 * Records what people found a claim to be worth, with the calculation. An amount of their own ends the trace; either
 * way it stays within what the limits still leave, and the reserve moves to it.
 */
export const assessByHand = (
  policy: Policy,
  claim: Claim,
  terms: ClaimTerms,
  { by, now, sealedNote, ...findings }: Findings & Assessing,
): Decision<Outcome<ClaimAssessed>, 'claim-state-refuses' | 'above-remaining-limit'> | Invalid => {
  const { policyId, claimId, status, currency } = claim;
  if (!claimAllows(status, 'assess')) return refuse('claim-state-refuses', { status, command: 'assess' });
  const { product, rules } = terms;
  const coverage = coverageOf(terms, claim.coverage);
  const tiers = coverage.benefit.kind === 'parametric' ? tiersOf(coverage.benefit) : [];
  const how = rules.coverages.find(({ code }) => code === coverage.code);
  const problems = how === undefined ? [] : problemsIn(how, findings, tiers);
  if (problems.length > 0) return { ...refuse('findings-invalid'), problems };

  const insured = insuredFacts(policy, coverage.code);
  const loss = { ...lossOf(claim), answers: { ...claim.facts, ...findings.facts } };
  const tier = isTier(findings.tier, tiers) ? { tier: findings.tier } : {};
  const { amount, trace } = settledOn(assessClaim(product, coverage, insured, { ...loss, ...tier }), findings.amount);
  const remaining = remainingLimit(product, coverage, insured, loss);
  if (amount > remaining) return refuse('above-remaining-limit', { amount, remaining });
  const established = Object.keys(findings.facts).length > 0 ? { established: findings.facts } : {};
  const note = sealedNote === undefined ? {} : { sealedNote };
  const assessed = { amount, trace, by, rules: `${rules.productId}@${rules.version}`, at: now };
  return accept({
    events: [{ type: 'claim.assessed', data: { policyId, claimId, ...assessed, ...established, ...note } }],
    postings: reserveMoved(amount - claim.reserve, currency),
  });
};

const settledOn = (calculated: Assessment, amount: number | undefined): Assessment =>
  amount === undefined
    ? calculated
    : { amount, trace: [...calculated.trace, { step: 'set-by-people', amount, detail: `${calculated.amount}` }] };
