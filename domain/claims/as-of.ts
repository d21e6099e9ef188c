import type { DomainEvent } from '../shared/decision.ts';
import { effectiveAt, recordedBy, type Viewpoint } from '../shared/viewpoint.ts';
import type { ClaimEvent } from './events.ts';
import { evolveClaim } from './evolve.ts';
import type { Claim } from './schema.ts';

/** What a record of the claim's policy tells, as far as its times are concerned. */
export type ClaimRecord = {
  readonly recordedAt: string;
  readonly businessAt: string;
  readonly events: readonly DomainEvent[];
};

const isOf =
  (claimId: string) =>
  (event: DomainEvent): event is ClaimEvent =>
    event.type.startsWith('claim.') && (event as ClaimEvent).data.claimId === claimId;

/**
 * A claim as it stands from a viewpoint, out of the records of its policy, in which its story stands. A claim takes
 * effect when it is reported, not when the loss happened: before, there was nothing to decide. Undefined before that,
 * or before it was known.
 */
export const claimAsOf = (
  records: readonly ClaimRecord[],
  claimId: string,
  { asOf, knownAt }: Viewpoint,
): Claim | undefined => {
  const told = recordedBy(records, knownAt).flatMap(({ businessAt, events }) =>
    events.filter(isOf(claimId)).map((event) => ({ event, at: effectiveAt(event, businessAt) })),
  );
  const reportedAt = told[0]?.at ?? '';
  // Nothing of a claim takes effect before its report, whatever the clocks of two instances say.
  if (asOf !== undefined && asOf < reportedAt) return undefined;
  return told
    .filter(({ at }) => asOf === undefined || at <= asOf)
    .reduce<Claim | undefined>((before, { event }) => evolveClaim(before, event), undefined);
};
