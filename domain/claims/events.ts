import type { DomainEvent } from '../shared/decision.ts';

type About = { readonly policyId: string; readonly claimId: string };

/** One line of a calculation: what was done, and the amount after it, in minor units (rules 2.7). */
export type TraceLine = { readonly step: string; readonly amount: number; readonly detail?: string };

export type ClaimReported = DomainEvent<
  'claim.reported',
  About & {
    readonly coverage: string;
    readonly currency: string;
    readonly lossAt: string;
    readonly reportedAt: string;
    readonly reporter: string;
    /** Form answers that calculate and identify nobody. */
    readonly facts: Readonly<Record<string, string | number | boolean>>;
    /** Keyed hashes of identifying answers (waybill, documents), by field. */
    readonly hashes: Readonly<Record<string, string>>;
    /** Unique business keys that this claim takes (a waybill); a rejection frees them. */
    readonly holds: readonly string[];
    /** All answers as `form` and the account that is to be paid as `payee`, as JWE under the customer's key. */
    readonly sealedForm: string;
  }
>;
/** Cover is confirmed for the instant of loss and a reserve is set (lifecycles 6.5). */
export type ClaimRegistered = DomainEvent<
  'claim.registered',
  About & { readonly reserve: number; readonly currency: string; readonly at: string }
>;
/** Facts from outside are not there yet; they are asked for again at `lookAt`. */
export type ClaimAwaitingFacts = DomainEvent<
  'claim.awaiting-facts',
  About & { readonly reasons: readonly string[]; readonly lookAt: string }
>;
export type ClaimLookDue = DomainEvent<'claim.look-due', About & { readonly at: string }>;
export type ClaimReferred = DomainEvent<
  'claim.referred',
  About & { readonly reasons: readonly string[]; readonly score: number; readonly at: string }
>;
export type ClaimAssessed = DomainEvent<
  'claim.assessed',
  About & {
    readonly amount: number;
    readonly trace: readonly TraceLine[];
    readonly by: string;
    readonly rules: string;
    readonly at: string;
    /** Answers to the claim form that people corrected. */
    readonly established?: Readonly<Record<string, string | number | boolean>>;
    /** What the person noted, as JWE under the customer's key. */
    readonly sealedNote?: string;
  }
>;
export type ClaimApproved = DomainEvent<
  'claim.approved',
  About & { readonly amount: number; readonly currency: string; readonly by: string; readonly at: string }
>;
export type ClaimRejected = DomainEvent<
  'claim.rejected',
  About & {
    readonly reasons: readonly string[];
    /** Clauses and exclusions of the product that the rejection rests on (LAW Art 24). */
    readonly clauses: readonly string[];
    readonly by: string;
    readonly at: string;
  }
>;
export type ClaimPaid = DomainEvent<'claim.paid', About & { readonly amount: number; readonly at: string }>;

export type ClaimEvent =
  | ClaimReported
  | ClaimRegistered
  | ClaimAwaitingFacts
  | ClaimLookDue
  | ClaimReferred
  | ClaimAssessed
  | ClaimApproved
  | ClaimRejected
  | ClaimPaid;
