import type { EventsOf, Fact } from '../shared/schema.ts';
import type { claimEvents } from './events/schema.ts';
import type * as schema from './schema.ts';

/** Everything that can happen to a claim. */
export type ClaimEvent = EventsOf<typeof claimEvents>;

/** One line of a calculation: what was done, and the amount after it, in minor units (rules 2.7). */
export type TraceLine = Fact<schema.TraceLine>;

type Named<T extends ClaimEvent['type']> = Extract<ClaimEvent, { type: T }>;
export type ClaimReported = Named<'claim.reported'>;
/** Cover is confirmed for the instant of loss and a reserve is set (lifecycles 6.5). */
export type ClaimRegistered = Named<'claim.registered'>;
/** Facts from outside are not there yet; they are asked for again at `lookAt`. */
export type ClaimAwaitingFacts = Named<'claim.awaiting-facts'>;
export type ClaimLookDue = Named<'claim.look-due'>;
export type ClaimReferred = Named<'claim.referred'>;
export type ClaimAssessed = Named<'claim.assessed'>;
export type ClaimApproved = Named<'claim.approved'>;
export type ClaimRejected = Named<'claim.rejected'>;
export type ClaimPaid = Named<'claim.paid'>;
/** The payout came back: the claim is approved and waits for its money again. */
export type ClaimPayoutReturned = Named<'claim.payout-returned'>;
