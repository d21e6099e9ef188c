import type { EventsOf } from '../shared/schema.ts';
import type { paymentEvents } from './events/schema.ts';
import type { UnmatchedMoney } from './schema.ts';

type PaymentEvent = EventsOf<typeof paymentEvents>;
type Named<T extends PaymentEvent['type']> = Extract<PaymentEvent, { type: T }>;

export type DisbursementRequested = Named<'disbursement.requested'>;
export type DisbursementSubmitted = Named<'disbursement.submitted'>;
/** The provider did not answer: nobody knows yet whether the money moved, so nobody may say that it failed. */
export type DisbursementUnknown = Named<'disbursement.unknown'>;
/** It is time to ask the provider again about an open outcome. */
export type DisbursementCheckDue = Named<'disbursement.check-due'>;
export type DisbursementSucceeded = Named<'disbursement.succeeded'>;
export type DisbursementFailed = Named<'disbursement.failed'>;
/** Money that had arrived came back: the payee's bank sent it back days later. */
export type DisbursementReturned = Named<'disbursement.returned'>;

/** Money on its way out, in a policy's partition. */
export type DisbursementEvent = Extract<PaymentEvent, { type: `disbursement.${string}` }>;

/** Money that arrived and could not be booked where it said; kept, visible, never dropped (design §5). */
export type UnmatchedReceived = Named<'unmatched.received'>;
export type UnmatchedApplied = Named<'unmatched.applied'>;
export type UnmatchedEvent = UnmatchedReceived | UnmatchedApplied;
export type UnmatchedReason = UnmatchedMoney['reason'];
