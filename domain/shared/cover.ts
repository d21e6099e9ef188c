import type { DomainEvent } from './decision.ts';

/** What has to be known of a policy to say whether its cover begins. */
export type CoverState = {
  readonly policyId: string;
  readonly status: string;
  readonly period: { readonly from?: string | undefined; readonly to?: string | undefined };
  readonly premium: string;
  /** From when the premium counts as paid, where it was not there from the beginning. */
  readonly paidAt?: string | undefined;
};

type OnRisk = DomainEvent<'policy.on-risk', { readonly policyId: string; readonly at: string }>;

/** Cover needs its premium: paid, or granted on credit terms (reliability M5). */
export const isPaidFor = (policy: Pick<CoverState, 'premium'>): boolean =>
  policy.premium === 'paid' || policy.premium === 'credit';

/**
 * Cover begins at the first instant of its period, once it is paid for. Money that comes later begins it when it comes
 * and never before: a loss in between is not insured.
 */
export const coverBegun = (policy: CoverState, now: string): readonly OnRisk[] => {
  const { paidAt } = policy;
  const { from, to } = policy.period;
  const begins = policy.status === 'pending' && isPaidFor(policy) && from !== undefined && from <= now;
  if (!begins || (to !== undefined && now >= to)) return [];
  const at = paidAt !== undefined && paidAt > from ? paidAt : from;
  return [{ type: 'policy.on-risk', data: { policyId: policy.policyId, at } }];
};
