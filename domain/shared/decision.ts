/** A fact of the past, named `<aggregate>.<past tense>`, carrying everything that it fixes. */
export type DomainEvent<T extends string = string, D = unknown> = { readonly type: T; readonly data: D };

/**
 * One leg of a journal entry in minor units: positive is a debit, negative a credit. A record's legs sum to zero per
 * currency.
 */
export type Posting = { readonly account: Account; readonly amount: number; readonly currency: string };

/** The policy's own sub-ledger and the book, one name each (design §5). */
export type Account =
  | 'receivable'
  | 'due_from_partner'
  | 'cash'
  | 'unapplied'
  | 'written_premium'
  | 'unearned_premium'
  | 'unearned_premium_change'
  | 'tax_payable'
  | 'commission_expense'
  | 'commission_payable'
  | 'refund_payable'
  | 'claims_incurred'
  | 'claim_reserve'
  | 'claims_payable';

/** Typed facts that go with a refusal; they are shown to the caller, so they never hold personal data. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * A business "no". It is a value: bugs throw, refusals return. `problems` name what is at fault: answers of a product's
 * form with a sentence each, or items that were refused as they would be alone, whose code says it all.
 */
export type Refusal<C extends string = string> = {
  readonly ok: false;
  readonly code: C;
  readonly facts: Facts;
  readonly problems?: readonly { readonly pointer: string; readonly code: string; readonly detail?: string }[];
};
export type Accepted<T> = { readonly ok: true; readonly value: T };
export type Decision<T, C extends string> = Accepted<T> | Refusal<C>;

/**
 * What an accepted command leaves behind: its events, the money they move, and the unique business keys (as keyed
 * hashes) that it takes or frees. A key that somebody else took meanwhile makes the command load and decide again.
 */
export type Outcome<E extends DomainEvent> = {
  readonly events: readonly E[];
  readonly postings: readonly Posting[];
  readonly holds?: readonly string[];
  readonly releases?: readonly string[];
};

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value });
export const refuse = <const C extends string>(code: C, facts: Facts = {}): Refusal<C> => ({ ok: false, code, facts });
