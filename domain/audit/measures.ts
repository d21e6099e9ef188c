import type { AlertEvent } from '../alerts/events.ts';
import type { ClaimEvent } from '../claims/events.ts';
import type { DisbursementEvent } from '../payments/events.ts';
import type { PolicyLifeEvent } from '../policies/events.ts';
import type { Account, DomainEvent } from '../shared/decision.ts';

/** What is counted of a record, by name. */
export type CountName = 'policies' | 'claims' | 'payouts' | 'stuckPayouts' | 'alerts' | 'cancelled' | 'lapsed';
/** What is summed of a record, in minor units; the currency is the end of the metric's name, as in `premiumCNY`. */
export type MoneyName = 'premium' | 'paid' | 'refunded' | 'returned' | 'unmatched' | 'matched';

/** The metrics of one record: only those that it has. */
export type Measures = Readonly<Record<string, number>>;

export type Measured = {
  readonly events: readonly DomainEvent[];
  readonly postings: readonly { readonly account: string; readonly amount: number; readonly currency: string }[];
};

type CountedEvent = PolicyLifeEvent | ClaimEvent | DisbursementEvent | AlertEvent;
type DataOf = { readonly [E in CountedEvent as E['type']]: E['data'] };
type Counts = { readonly [T in keyof DataOf]?: (data: DataOf[T]) => CountName | undefined };

/** The order to pay, and one question after what became of it. */
const attemptsOfOneQuestion = 2;

/** What happened, and what it counts as. A contract that was never paid lapses; every other end by hand cancels it. */
const counts: Counts = {
  'policy.bound': () => 'policies',
  'policy.cancelled': ({ reason, rule }) =>
    rule === 'before-cover' && reason === 'premium-not-paid' ? 'lapsed' : 'cancelled',
  'claim.reported': () => 'claims',
  'disbursement.succeeded': ({ claimId }) => (claimId === undefined ? undefined : 'payouts'),
  // The first question is asked of every answer that was lost; the next ones, where nobody answered that.
  'disbursement.check-due': ({ status, attempts }) =>
    status === 'unknown' && attempts > attemptsOfOneQuestion ? 'stuckPayouts' : undefined,
  'alert.raised': () => 'alerts',
};

type Movement = {
  readonly name: MoneyName;
  readonly account: Account;
  readonly side: 'debit' | 'credit';
  readonly of?: string;
};

/**
 * Which side of which account is which sum. The journal says it rather than the events: it is what the book is closed
 * by, and an event of a payment names no amount that its request named before.
 */
const movements: readonly Movement[] = [
  { name: 'paid', account: 'claims_payable', side: 'debit' },
  { name: 'refunded', account: 'refund_payable', side: 'debit' },
  { name: 'returned', account: 'cash', side: 'debit', of: 'disbursement.returned' },
  { name: 'unmatched', account: 'unapplied', side: 'credit' },
  { name: 'matched', account: 'unapplied', side: 'debit' },
];

const countOf = ({ type, data }: DomainEvent): CountName | undefined =>
  Object.hasOwn(counts, type)
    ? (counts[type as keyof Counts] as (data: unknown) => CountName | undefined)(data)
    : undefined;

/** Gross premium of contracts is what was agreed, whoever collects it. */
const premiumOf = ({ type, data }: DomainEvent): readonly (readonly [string, number])[] => {
  if (type !== 'policy.bound') return [];
  const { terms } = data as DataOf['policy.bound'];
  return [[`premium${terms.currency}`, terms.premium.gross]];
};

const movedIn = ({ events, postings }: Measured): readonly (readonly [string, number])[] => {
  const happened = new Set(events.map(({ type }) => type));
  return movements
    .filter(({ of }) => of === undefined || happened.has(of))
    .flatMap(({ name, account, side }) =>
      postings
        .filter((posting) => posting.account === account && (side === 'debit') === posting.amount > 0)
        .map(({ amount, currency }): [string, number] => [`${name}${currency}`, Math.abs(amount)]),
    );
};

/** What one operation record adds to the measures of the business. A name that it adds nothing to is left out. */
export const measuresOf = (record: Measured): Measures => {
  const sums = new Map<string, number>();
  const add = (name: string, by: number): void => void sums.set(name, (sums.get(name) ?? 0) + by);
  for (const event of record.events) {
    const count = countOf(event);
    if (count !== undefined) add(count, 1);
    for (const [name, amount] of premiumOf(event)) add(name, amount);
  }
  for (const [name, amount] of movedIn(record)) add(name, amount);
  return Object.fromEntries(sums);
};
