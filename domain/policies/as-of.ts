import { coverBegun } from '../shared/cover.ts';
import type { Posting } from '../shared/decision.ts';
import { evolvePolicy, type PolicyEvent, postToPolicy } from './evolve.ts';
import type { Policy } from './schema.ts';

/** What a record tells, as far as effective time is concerned. */
export type EffectiveRecord = {
  readonly businessAt: string;
  readonly events: readonly PolicyEvent[];
  readonly postings: readonly Posting[];
};

/** When an event took effect in the insured's world, which may be before it was recorded. */
const effectiveAt = (event: PolicyEvent, businessAt: string): string => {
  if (event.type === 'policy.milestone-recorded') return event.data.occurredAt;
  return 'at' in event.data ? event.data.at : businessAt;
};

const statusAt = (policy: Policy, asOf: string): Policy => {
  const { to } = policy.period;
  if (policy.status === 'cancelled') return policy;
  if (to !== undefined && asOf >= to && policy.period.from !== undefined) return { ...policy, status: 'expired' };
  return coverBegun(policy, asOf).reduce<Policy>(evolvePolicy, policy);
};

/**
 * The policy as it was in force at an effective time: the fold of everything that had taken effect by then, whenever
 * it was recorded. Undefined before the contract was concluded.
 */
export const policyAsOf = (records: readonly EffectiveRecord[], asOf: string): Policy | undefined => {
  // Nothing of a contract takes effect before it was concluded, whatever the clocks of two instances say.
  const concluded = records[0]?.businessAt ?? '';
  if (asOf < concluded) return undefined;
  let policy: Policy | undefined;
  for (const { businessAt, events, postings } of records) {
    const inEffect = events.filter(
      (event) => event.type !== 'policy.on-risk' && effectiveAt(event, businessAt) <= asOf,
    );
    policy = inEffect.reduce<Policy | undefined>(evolvePolicy, policy);
    if (policy !== undefined && businessAt <= asOf) policy = postToPolicy(policy, postings);
  }
  return policy === undefined ? undefined : statusAt(policy, asOf);
};
