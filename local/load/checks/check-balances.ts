import type { Policy } from '../../../domain/policies/schema.ts';
import { type Finding, type Result, unless } from '../../../tools/verify/finding.ts';
import type { RootRead } from '../../restore/read-table.ts';
import type { Row } from './records.ts';

type Sums = Map<string, number>;

const add = (sums: Sums, name: string, amount: number): void => void sums.set(name, (sums.get(name) ?? 0) + amount);

const missing = (sums: Sums, where: string): readonly Finding[] =>
  [...sums].flatMap(([currency, sum]) => unless(sum === 0, where, `It misses zero by ${sum} ${currency}.`));

/** Every record's postings sum to zero in each currency (reliability M2). */
export const checkEntries = (rows: readonly Row[]): Result => {
  const moving = rows.filter(({ record }) => record.postings.length > 0);
  return {
    check: 'entries',
    looked: moving.length,
    findings: moving.flatMap(({ id, seq, record }) => {
      const sums: Sums = new Map();
      for (const { amount, currency } of record.postings) add(sums, currency, amount);
      return missing(sums, `${id} record ${seq}`);
    }),
  };
};

/**
 * The trial balance of the whole book: the balances that policies keep in their states, and the postings of all other
 * aggregates, which keep none, come to nothing in each currency.
 */
export const checkTrialBalance = (rows: readonly Row[], roots: readonly RootRead[]): Result => {
  const sums: Sums = new Map();
  const policies = roots.filter(({ kind }) => kind === 'policy');
  for (const { root } of policies) {
    const { balances, terms } = root.state as Policy;
    for (const amount of Object.values(balances)) add(sums, terms.currency, amount);
  }
  const others = rows.filter(({ aggregate, record }) => aggregate !== 'policy' && record.postings.length > 0);
  for (const { record } of others) for (const { amount, currency } of record.postings) add(sums, currency, amount);
  return {
    check: 'trial balance',
    looked: policies.length + others.length,
    findings: missing(sums, 'the whole book'),
  };
};
