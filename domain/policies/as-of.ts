import { coverBegun } from '../shared/cover.ts';
import type { Posting } from '../shared/decision.ts';
import { effectiveAt, recordedBy, type Viewpoint } from '../shared/viewpoint.ts';
import { evolvePolicy, type PolicyEvent, postToPolicy } from './evolve.ts';
import type { Policy } from './schema.ts';

/** What a record tells, as far as its times are concerned. */
export type EffectiveRecord = {
  readonly recordedAt: string;
  readonly businessAt: string;
  readonly events: readonly PolicyEvent[];
  readonly postings: readonly Posting[];
};

/** When an event took effect in the insured's world, which may be before it was recorded. */
const tookEffectAt = (event: PolicyEvent, businessAt: string): string =>
  event.type === 'policy.milestone-recorded' ? event.data.occurredAt : effectiveAt(event, businessAt);

/** What time alone does to a policy, whether or not somebody has recorded it yet. */
const statusAt = (policy: Policy, asOf: string): Policy => {
  const { to } = policy.period;
  if (policy.status === 'cancelled') return policy;
  if (to !== undefined && asOf >= to && policy.period.from !== undefined) return { ...policy, status: 'expired' };
  return coverBegun(policy, asOf).reduce<Policy>(evolvePolicy, policy);
};

const folded = (before: Policy | undefined, events: readonly PolicyEvent[], postings: readonly Posting[]) => {
  const after = events.reduce<Policy | undefined>(evolvePolicy, before);
  return after === undefined ? undefined : postToPolicy(after, postings);
};

const inEffectAt = (records: readonly EffectiveRecord[], asOf: string): Policy | undefined => {
  // Nothing of a contract takes effect before it was concluded, whatever the clocks of two instances say.
  const concluded = records[0]?.businessAt ?? '';
  if (asOf < concluded) return undefined;
  const policy = records.reduce<Policy | undefined>((before, { businessAt, events, postings }) => {
    const inEffect = events.filter((event) => tookEffectAt(event, businessAt) <= asOf);
    return folded(before, inEffect, businessAt <= asOf ? postings : []);
  }, undefined);
  return policy === undefined ? undefined : statusAt(policy, asOf);
};

/**
 * The policy as it stands from a viewpoint. With `knownAt` alone: as the platform had recorded it by then. With `asOf`
 * alone: the fold of everything that had taken effect by then, whenever it was recorded. With both: what somebody who
 * asked at `knownAt` was told about `asOf`. Undefined before the contract was concluded, or known.
 */
export const policyAsOf = (records: readonly EffectiveRecord[], { asOf, knownAt }: Viewpoint): Policy | undefined => {
  const known = recordedBy(records, knownAt);
  if (asOf !== undefined) return inEffectAt(known, asOf);
  return known.reduce<Policy | undefined>(
    (before, { events, postings }) => folded(before, events, postings),
    undefined,
  );
};
