import type { DomainEvent } from '../shared/decision.ts';

type About = { readonly policyId: string; readonly disbursementId: string; readonly claimId?: string };

export type DisbursementRequested = DomainEvent<
  'disbursement.requested',
  About & {
    readonly kind: 'refund' | 'payout';
    readonly amount: number;
    readonly currency: string;
    /** The payment that a refund gives back. */
    readonly paymentId?: string;
    readonly checkAt: string;
  }
>;
export type DisbursementSubmitted = DomainEvent<'disbursement.submitted', About & { readonly checkAt: string }>;
/** The provider did not answer: nobody knows yet whether the money moved, so nobody may say that it failed. */
export type DisbursementUnknown = DomainEvent<'disbursement.unknown', About & { readonly checkAt: string }>;
/** It is time to ask the provider again about an open outcome. */
export type DisbursementCheckDue = DomainEvent<'disbursement.check-due', About & { readonly checkAt: string }>;
export type DisbursementSucceeded = DomainEvent<'disbursement.succeeded', About & { readonly providerId: string }>;
export type DisbursementFailed = DomainEvent<'disbursement.failed', About & { readonly reason: string }>;

export type DisbursementEvent =
  | DisbursementRequested
  | DisbursementSubmitted
  | DisbursementUnknown
  | DisbursementCheckDue
  | DisbursementSucceeded
  | DisbursementFailed;

/** Money that arrived and could not be booked where it said; kept, visible, never dropped (design §5). */
export type UnmatchedReceived = DomainEvent<
  'unmatched.received',
  {
    readonly unmatchedId: string;
    readonly paymentId: string;
    readonly amount: number;
    readonly currency: string;
    readonly reason: UnmatchedReason;
    readonly offerId?: string;
    readonly policyId?: string;
    readonly receivedAt: string;
  }
>;
export type UnmatchedApplied = DomainEvent<
  'unmatched.applied',
  { readonly unmatchedId: string; readonly policyId: string; readonly at: string }
>;
export type UnmatchedEvent = UnmatchedReceived | UnmatchedApplied;
export type UnmatchedReason =
  | 'wrong-amount'
  | 'wrong-currency'
  | 'unknown-reference'
  | 'policy-not-there-yet'
  | 'already-paid';
