import type { ProductVersion } from '../products/schema.ts';
import { coverBegun } from '../shared/cover.ts';
import { accept, type Decision, type Outcome, refuse } from '../shared/decision.ts';
import type { MilestoneRecorded, PolicyOnRisk } from './events.ts';
import { policyAllows } from './lifecycle.ts';
import { milestonesOf, periodAfter } from './policy-period.ts';
import type { Policy } from './schema.ts';

export type MilestoneRefusal =
  | 'policy-state-refuses'
  | 'milestone-not-in-product'
  | 'milestone-in-future'
  | 'milestone-out-of-order';

type Milestone = { readonly milestone: string; readonly occurredAt: string };

const objection = (policy: Policy, product: ProductVersion, { milestone, occurredAt }: Milestone, now: string) => {
  const { begins } = product.period;
  if (!policyAllows(policy.status, 'record-milestone')) {
    return refuse('policy-state-refuses', { status: policy.status, command: 'record-milestone' });
  }
  const known = milestonesOf(product);
  if (!known.includes(milestone)) return refuse('milestone-not-in-product', { known });
  if (occurredAt > now) return refuse('milestone-in-future', { occurredAt });
  const needs = begins.at === 'event' && begins.event !== milestone ? begins.event : undefined;
  const beginning = needs === undefined ? undefined : policy.milestones[needs];
  if (needs !== undefined && (beginning === undefined || occurredAt < beginning)) {
    return refuse('milestone-out-of-order', { milestone, needs });
  }
  return undefined;
};

/**
 * Notes an event of the insured's world that begins or ends cover. Cover never starts before the contract was
 * accepted, so an event from before the bind counts from the bind. An event that is known already changes nothing.
 */
export const recordMilestone = (
  policy: Policy,
  product: ProductVersion,
  reported: Milestone,
  given: { readonly now: string },
): Decision<Outcome<MilestoneRecorded | PolicyOnRisk>, MilestoneRefusal> => {
  const refused = objection(policy, product, reported, given.now);
  if (refused !== undefined) return refused;

  const { policyId, terms } = policy;
  const { milestone } = reported;
  // What is known already stays as it is: a period is never moved by saying the same thing again.
  if (policy.milestones[milestone] !== undefined) return accept({ events: [], postings: [] });
  const occurredAt = reported.occurredAt < terms.boundAt ? terms.boundAt : reported.occurredAt;
  const period = periodAfter(product, policy.period, milestone, occurredAt);
  return accept({
    events: [
      { type: 'policy.milestone-recorded', data: { policyId, milestone, occurredAt, period } },
      ...coverBegun({ ...policy, period }, given.now),
    ],
    postings: [],
  });
};
