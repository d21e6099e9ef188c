import type { ClaimApproved, ClaimPaid, ClaimRegistered, ClaimRejected } from '../claims/events.ts';
import { momentText, moneyText } from './format.ts';
import { namesIn } from './policy-values.ts';
import { clauseText, reasonText } from './reason-text.ts';
import type { ToldOfClaim, ValuesOf } from './told.ts';

export const claimNames = (told: ToldOfClaim) => {
  const { claim, product, locale } = told;
  const coverage = product.coverages.find(({ code }) => code === claim.coverage);
  return { ...namesIn(told), claimId: claim.claimId, coverage: coverage?.name[locale] ?? claim.coverage };
};

const momentIn = ({ policy, locale }: ToldOfClaim, instant: string): string =>
  momentText(instant, policy.terms.zone, locale);

export const receivedValues = (told: ToldOfClaim<ClaimRegistered>): ValuesOf<'claim-received'> => ({
  ...claimNames(told),
  lossAt: momentIn(told, told.claim.lossAt),
  reportedAt: momentIn(told, told.claim.reportedAt),
});

/** The amount is that of the event: what the claim says now may be what came after it. */
export const amountValues = (
  told: ToldOfClaim<ClaimApproved | ClaimPaid>,
): ValuesOf<'claim-approved'> & ValuesOf<'claim-paid'> => ({
  ...claimNames(told),
  amount: moneyText(told.event.data.amount, told.claim.currency, told.locale),
});

/** A refusal says why and by which clauses, within three days of its decision (LAW Art 24). */
export const rejectedValues = (told: ToldOfClaim<ClaimRejected>): ValuesOf<'claim-rejected'> => {
  const { event, product, locale } = told;
  const { reasons, clauses, at } = event.data;
  return {
    ...claimNames(told),
    reasons: reasons.map((code) => reasonText(code, product, locale)),
    clauses: clauses.map((clause) => clauseText(clause, product, locale)),
    decidedAt: momentIn(told, at),
  };
};
