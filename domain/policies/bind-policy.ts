import type { Reminders } from '../products/messages/schema.ts';
import type { ProductVersion } from '../products/schema.ts';
import { coverBegun } from '../shared/cover.ts';
import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import { addMinutes } from '../shared/zone.ts';
import type { PolicyBound, PolicyOnRisk } from './events.ts';
import { periodAtBind } from './policy-period.ts';
import { premiumWritten } from './postings.ts';
import { remindAt } from './remind-at.ts';
import type { PolicyTerms } from './schema.ts';

export type BindRefusal =
  | 'customer-not-found'
  | 'quote-already-bound'
  | 'object-already-insured'
  | 'disclosures-not-acknowledged';

/** What stands in the table for this bind: each is read in the same consistent read. */
export type BindFacts = {
  readonly policyExists: boolean;
  readonly customerExists: boolean;
  /** The policies that hold the object's unique keys, if any. */
  readonly holders: readonly (string | undefined)[];
};

/** What the buyer agreed to: the offer's terms as re-rated, and everything acknowledged one by one. */
export type BindRequest = Omit<PolicyTerms, 'zone' | 'boundAt' | 'payBy' | 'remindAt'> & {
  readonly policyId: string;
  readonly required: readonly { readonly code: string; readonly contentHash: string }[];
};

const missingDisclosures = ({ required, acknowledged }: BindRequest): readonly string[] =>
  required
    .filter(
      ({ code, contentHash }) => !acknowledged.some((one) => one.code === code && one.contentHash === contentHash),
    )
    .map(({ code }) => code);

const objection = (facts: BindFacts, request: BindRequest) => {
  const { policyId, customerId } = request;
  if (!facts.customerExists) return refuse('customer-not-found', { customerId });
  const holder = facts.holders.find((id) => id !== undefined);
  // A read of several items is no snapshot: the key of this very policy may be seen a moment before the policy itself.
  if (facts.policyExists || holder === policyId) return refuse('quote-already-bound', { policyId });
  if (holder !== undefined) return refuse('object-already-insured', { policyId: holder });
  const missing = missingDisclosures(request);
  return missing.length > 0 ? refuse('disclosures-not-acknowledged', { missing }) : undefined;
};

/**
 * Concludes the contract on an offer that has been verified and re-rated. Exemptions that were not shown and
 * acknowledged have no effect (LAW Art 17), so nothing is bound without them; nothing is ever acknowledged by default
 * (INET Art 17).
 */
export const bindPolicy = (
  facts: BindFacts,
  request: BindRequest,
  product: ProductVersion,
  given: { readonly now: string; readonly reminders: Reminders },
): Decision<Outcome<PolicyBound | PolicyOnRisk>, BindRefusal> => {
  const refused = objection(facts, request);
  if (refused !== undefined) return refused;

  const { policyId, required: _shown, ...agreed } = request;
  const { now } = given;
  const payBy = addMinutes(now, product.payWithinHours * 60);
  const zone = product.zone;
  const period = periodAtBind(product, agreed.object, now);
  const reminded = remindAt({ collection: agreed.collection, payBy, zone }, period, given.reminders);
  const terms: PolicyTerms = {
    ...{ ...agreed, zone, boundAt: now, payBy },
    ...(reminded !== undefined && { remindAt: reminded }),
  };
  const onCredit = terms.collection === 'partner';
  return accept({
    events: [
      { type: 'policy.bound', data: { policyId, terms, period } },
      ...coverBegun({ policyId, status: 'pending', period, premium: onCredit ? 'credit' : 'open' }, now),
    ],
    postings: premiumWritten(terms.premium, onCredit ? 'due_from_partner' : 'receivable', terms.currency),
    holds: terms.holds,
  });
};
