import type { PolicyExpired, PolicyOnRisk } from './events.ts';
import type { Policy } from './schema.ts';

/** Cover needs its premium: paid, or granted on credit terms (reliability M5). */
export const isPaidFor = (policy: Pick<Policy, 'premium'>): boolean =>
  policy.premium === 'paid' || policy.premium === 'credit';

/** Cover begins at the first instant of its period, once it is paid for; late money never backdates it. */
export const coverBegun = (
  policy: Pick<Policy, 'policyId' | 'status' | 'period' | 'premium'>,
  now: string,
): readonly PolicyOnRisk[] => {
  const { from, to } = policy.period;
  const begins = policy.status === 'pending' && isPaidFor(policy) && from !== undefined && from <= now;
  return begins && (to === undefined || now < to)
    ? [{ type: 'policy.on-risk', data: { policyId: policy.policyId, at: now } }]
    : [];
};

export const coverEnded = (policyId: string, at: string, reason: PolicyExpired['data']['reason']): PolicyExpired => ({
  type: 'policy.expired',
  data: { policyId, at, reason },
});
