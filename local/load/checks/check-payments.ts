import { type Finding, type Result, unless } from '../../../tools/verify/finding.ts';
import type { PaymentIntent, Book as ProviderBook } from '../../provider/book.ts';
import type { Acknowledged } from '../acknowledged.ts';
import { eventsOf, type Row } from './records.ts';

type Booked = { readonly paymentId: string; readonly amount: number; readonly currency: string };

const bookedOf = ({ data }: ReturnType<typeof eventsOf>[number]): Booked => ({
  paymentId: String(data['paymentId']),
  amount: Number(data['amount']),
  currency: String(data['currency']),
});

/** Where each payment stands: on policies, and among the unmatched as long as no policy has taken it from there. */
const standings = (rows: readonly Row[]) => {
  const applied = new Set(eventsOf(rows, 'unmatched.applied').map(({ data }) => data['unmatchedId']));
  const waiting = eventsOf(rows, 'unmatched.received').filter(({ data }) => !applied.has(data['unmatchedId']));
  const taken = eventsOf(rows, 'premium.received', 'premium.unapplied');
  return Map.groupBy([...waiting, ...taken].map(bookedOf), ({ paymentId }) => paymentId);
};

const checkPayment = (intent: PaymentIntent, booked: readonly Booked[]): readonly Finding[] => {
  const [first, ...others] = booked;
  const same = first?.amount === intent.amount_received && first.currency === intent.currency.toUpperCase();
  return [
    ...unless(first !== undefined, intent.id, 'The provider has this money, but it stands nowhere in the book.'),
    ...unless(others.length === 0, intent.id, `The payment stands ${others.length + 1} times in the book.`),
    ...unless(first === undefined || same, intent.id, 'The book has another amount than the provider.'),
  ];
};

/** Every payment that the provider took stands in the book exactly once, and no other does (reliability M1). */
export const checkPayments = ({ intents }: ProviderBook, rows: readonly Row[]): Result => {
  const succeeded = Object.values(intents).filter(({ status }) => status === 'succeeded');
  const booked = standings(rows);
  const known = new Set(succeeded.map(({ id }) => id));
  return {
    check: 'payments',
    looked: succeeded.length,
    findings: [
      ...succeeded.flatMap((intent) => checkPayment(intent, booked.get(intent.id) ?? [])),
      ...[...booked.keys()].flatMap((id) =>
        unless(known.has(id), id, 'The book has this payment, but the provider does not.'),
      ),
    ],
  };
};

const idIn = (text: string): string => String(Object(JSON.parse(text)).id);

/** What the provider has told a checkout is still there: the money that it took is no matter of luck either. */
export const checkCharged = ({ intents }: ProviderBook, acknowledged: readonly Acknowledged[]): Result => {
  const charged = acknowledged.filter(({ kind }) => kind === 'confirmIntent');
  return {
    check: 'charged',
    looked: charged.length,
    findings: charged.flatMap(({ text, requestId }) =>
      unless(intents[idIn(text)]?.status === 'succeeded', requestId, 'The provider took this money and forgot it.'),
    ),
  };
};
