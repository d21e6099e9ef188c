import type { Policy } from '../policies/schema.ts';
import type { Coverage } from '../products/schema.ts';
import { type Adjudication, adjudicate, type DecisionFacts } from './adjudicate.ts';
import type { Assessment } from './assess.ts';
import { assessClaim } from './assess-claim.ts';
import { type ClaimTerms, insuredFacts, lossOf } from './claim-terms.ts';
import { confirmCover } from './cover.ts';
import { type Evidence, fraudFacts, signedOutside } from './evidence.ts';
import { type FlightOutcome, flightOutcome } from './flight-outcome.ts';
import { type FraudScore, scoreFraud } from './fraud.ts';
import type { Claim } from './schema.ts';

/** The machine's findings: the amount with its calculation, the score, and what becomes of the claim. */
export type Weighed = {
  readonly verdict: Adjudication;
  readonly fraud: FraudScore;
  readonly assessed: Assessment;
};

/**
 * Weighs a claim by the product's rules on what is known at an instant. Cover is confirmed once more, for the period
 * or the limits may have moved since the report; where it no longer holds, people say so and not a machine.
 */
export const weighClaim = (
  policy: Policy,
  claim: Claim,
  terms: ClaimTerms,
  { evidence, now }: { readonly evidence: Evidence; readonly now: string },
): Weighed => {
  const { product, rules } = terms;
  const insured = insuredFacts(policy, claim.coverage);
  const loss = lossOf(claim);
  const fraud = scoreFraud(rules, fraudFacts(policy, claim, evidence));
  const refer = (reason: string): Adjudication => ({
    rules: `${rules.productId}@${rules.version}`,
    decision: 'refer',
    reasons: [reason],
  });
  const confirmed = confirmCover(product, rules, insured, loss);
  if (!confirmed.ok) return { verdict: refer(confirmed.code), fraud, assessed: { amount: 0, trace: [] } };

  const flight = flightOf(confirmed.value, terms, evidence, now);
  const tier = flight?.outcome === 'established' ? { tier: flight.tier } : {};
  const assessed = assessClaim(product, confirmed.value, insured, { ...loss, ...tier });
  const facts = decisionFacts(claim, evidence, flight);
  const verdict = adjudicate(rules, confirmed.value, { ...facts, amount: assessed.amount, score: fraud.score });
  const doubtful = verdict.decision === 'approve' && signedOutside(evidence, insured);
  return { verdict: doubtful ? refer('signed-outside-term') : verdict, fraud, assessed };
};

const flightOf = ({ benefit, code }: Coverage, { rules }: ClaimTerms, evidence: Evidence, now: string) => {
  const decision = rules.coverages.find((how) => how.code === code)?.decision;
  return benefit.kind === 'parametric' && decision?.rule === 'flight-sources'
    ? flightOutcome(evidence.flights, benefit, decision.officialAloneAfterHours, now)
    : undefined;
};

/** No document reaches the platform by itself, so what needs documents is for people to look at. */
const decisionFacts = (
  { facts }: Claim,
  { parcel, waybillTaken }: Evidence,
  flight: FlightOutcome | undefined,
): Omit<DecisionFacts, 'amount' | 'score'> => {
  const quote = facts['repairQuote'];
  return {
    documents: [],
    ...(parcel !== undefined && { parcel: { status: parcel.status, waybillUnique: !waybillTaken } }),
    ...(flight !== undefined && { flight }),
    ...(typeof quote === 'number' && { repair: { quote } }),
  };
};
