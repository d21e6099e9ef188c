import { type Finding, type Result, unless } from '../../../tools/verify/finding.ts';
import type { Payout, Book as ProviderBook, Refund } from '../../provider/book.ts';
import { eventsOf, type Row } from './records.ts';

type Sent = { readonly reference: string; readonly id: string; readonly amount: number; readonly currency: string };

const sentOf = ({ id, amount, currency, metadata }: Payout | Refund): Sent => ({
  ...{ id, amount, currency },
  reference: metadata['reference'] ?? '',
});

/** Money that has left the provider: refunds and payouts that did not fail. */
export const sentBy = ({ refunds, payouts }: ProviderBook): readonly Sent[] => [
  ...Object.values(refunds)
    .filter(({ status }) => status === 'succeeded')
    .map(sentOf),
  ...Object.values(payouts)
    .filter(({ status }) => status === 'paid')
    .map(sentOf),
];

/** Disbursements that stand as paid: one that came back was paid once less. */
const paidIn = (rows: readonly Row[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { type, data } of eventsOf(rows, 'disbursement.succeeded', 'disbursement.returned')) {
    const id = String(data['disbursementId']);
    counts.set(id, (counts.get(id) ?? 0) + (type === 'disbursement.succeeded' ? 1 : -1));
  }
  return counts;
};

const amountsIn = (rows: readonly Row[]): ReadonlyMap<unknown, unknown> =>
  new Map(eventsOf(rows, 'disbursement.requested').map(({ data }) => [data['disbursementId'], data['amount']]));

const checkSent = (
  [reference, sent]: readonly [string, readonly Sent[]],
  paid: ReadonlyMap<string, number>,
  amounts: ReadonlyMap<unknown, unknown>,
): readonly Finding[] => [
  ...unless(sent.length === 1, reference, `The provider has sent it ${sent.length} times.`),
  ...unless(paid.get(reference) === 1, reference, 'The provider has sent it, but the book does not say so once.'),
  ...unless(sent[0]?.amount === amounts.get(reference), reference, 'The provider has sent another amount.'),
];

/** Every refund and payout at the provider is one disbursement that succeeded, and the other way round. */
export const checkPayouts = (provider: ProviderBook, rows: readonly Row[]): Result => {
  const sent = Map.groupBy(sentBy(provider), ({ reference }) => reference);
  const paid = paidIn(rows);
  const amounts = amountsIn(rows);
  return {
    check: 'disbursements',
    looked: sent.size,
    findings: [
      ...[...sent].flatMap((one) => checkSent(one, paid, amounts)),
      ...[...paid].flatMap(([id, count]) =>
        unless(count === 0 || sent.has(id), id, 'The book says that it was paid, but the provider never did.'),
      ),
    ],
  };
};
