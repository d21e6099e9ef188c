import type { Policy } from './schema.ts';

const isCovered = (policy: Policy): boolean => policy.premium === 'paid' || policy.premium === 'credit';

const lifeDue = (policy: Policy): string | undefined => {
  if (policy.status === 'on-risk') return policy.period.to;
  if (policy.status !== 'pending') return undefined;
  if (!isCovered(policy)) return policy.terms.payBy;
  return policy.period.from ?? policy.period.to;
};

/**
 * The one instant at which something next happens to this policy by itself: its premium runs out of time, cover begins or
 * ends, an open payment is asked after, or a claim's facts are looked for again (design §8).
 */
export const nextDue = (policy: Policy): string | undefined => {
  const instants = [
    lifeDue(policy),
    ...policy.disbursements.map((one) => one.checkAt),
    ...policy.claims.map((claim) => claim.lookAt),
  ].filter((instant) => instant !== undefined);
  return instants.toSorted()[0];
};
