import { isPaidFor } from '../shared/cover.ts';
import { reminderAhead } from './reminder-ahead.ts';
import type { Policy } from './schema.ts';

const lifeDue = (policy: Policy, now: string): readonly (string | undefined)[] => {
  const { status, period, terms } = policy;
  if (status === 'on-risk') return [period.to];
  if (status !== 'pending') return [];
  if (isPaidFor(policy)) return [period.from ?? period.to];
  // An unpaid contract wakes up at the beginning of cover too, so that the payment in between need not set that
  // wake-up.
  return [terms.payBy, period.from !== undefined && period.from > now ? period.from : undefined];
};

/**
 * The next instant at which somebody has to look at this policy: its premium runs out of time, cover begins or ends,
 * its customer is reminded of either, open money is asked after, or a claim's facts are looked for again (design §8).
 * Undefined where nothing will happen by itself.
 */
export const nextDue = (policy: Policy, now: string): string | undefined => {
  const instants = [
    ...lifeDue(policy, now),
    reminderAhead(policy)?.at,
    ...policy.disbursements.map((one) => one.checkAt),
    ...policy.claims.map((claim) => claim.lookAt),
  ].filter((instant) => instant !== undefined);
  return instants.toSorted()[0];
};
