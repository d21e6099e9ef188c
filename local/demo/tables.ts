import type { OperationReport } from '../server/operation-book.ts';
import type { Sums, Tally } from './tally.ts';

const amount = (minor: number): string => (minor / 100).toFixed(2);

/** Columns wide enough for what stands in them: the first to the left, numbers to the right. */
const aligned = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};

const rowOf = (name: string, { policies, premium, refunds, claims, paid }: Sums): readonly string[] => [
  name,
  String(policies),
  amount(premium),
  amount(refunds),
  String(claims),
  amount(paid),
];

const total = (all: readonly Sums[]): Sums =>
  all.reduce((sum, one) => ({
    policies: sum.policies + one.policies,
    premium: sum.premium + one.premium,
    refunds: sum.refunds + one.refunds,
    claims: sum.claims + one.claims,
    paid: sum.paid + one.paid,
  }));

/** What was sold and paid, in CNY. */
export const moneyTable = ({ sums }: Tally): readonly string[] => [
  ...aligned([
    ['product', 'policies', 'premium', 'refunded', 'claims', 'paid out'],
    ...[...sums].map(([name, one]) => rowOf(name, one)),
    rowOf('together', total([...sums.values()])),
  ]),
];

/**
 * What a commit of each operation costs, with its indexes, beside the same commit as five whole items without any; a
 * call's reads with it.
 */
export const costTable = (reports: readonly OperationReport[]): readonly string[] => {
  const writing = reports.filter(({ commits }) => commits > 0);
  return aligned([
    ['operation', 'commits', 'p50 ms', 'p99 ms', 'read units', 'write units', 'five-item shape'],
    ...writing.map(({ operation, commits, ms, readUnits, writeUnits, naiveWriteUnits }) => [
      operation,
      String(commits),
      ms.p50.toFixed(1),
      ms.p99.toFixed(1),
      readUnits.toFixed(1),
      writeUnits.toFixed(1),
      naiveWriteUnits.toFixed(1),
    ]),
  ]);
};
