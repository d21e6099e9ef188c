import { type Result, unless } from '../../../tools/verify/finding.ts';
import type { Book as ProviderBook } from '../../provider/book.ts';
import { sentBy } from './check-payouts.ts';
import type { Row } from './records.ts';

const sumsOf = (moves: readonly { readonly currency: string; readonly amount: number }[]) =>
  new Map(
    [...Map.groupBy(moves, ({ currency }) => currency.toUpperCase())].map(([currency, some]) => [
      currency,
      some.reduce((sum, { amount }) => sum + amount, 0),
    ]),
  );

/** The cash in the books is the money at the provider, in each currency. */
export const checkCash = (provider: ProviderBook, rows: readonly Row[]): Result => {
  const legs = rows.flatMap(({ record }) => record.postings).filter(({ account }) => account === 'cash');
  const came = Object.values(provider.intents).map(({ currency, amount_received: amount }) => ({ currency, amount }));
  const went = sentBy(provider).map(({ currency, amount }) => ({ currency, amount: -amount }));
  const books = sumsOf(legs);
  const there = sumsOf([...came, ...went]);
  return {
    check: 'cash',
    looked: legs.length,
    findings: [...new Set([...books.keys(), ...there.keys()])].flatMap((currency) => {
      const [is, should] = [books.get(currency) ?? 0, there.get(currency) ?? 0];
      return unless(is === should, currency, `The books have ${is}, but at the provider there are ${should}.`);
    }),
  };
};
