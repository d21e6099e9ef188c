import type { Rebuilt } from './rebuild.ts';

const countsOf = ({ tenant, aggregates, claims, records, signedTo, checkpoint }: Rebuilt): readonly string[] => {
  const loose = records - signedTo;
  return [
    `${tenant}: ${aggregates} aggregates and ${claims} claims, from ${records} records; checkpoint ${checkpoint}.`,
    ...(loose > 0
      ? [`  The last ${loose} entries of its feed stand in the order of their times: no checkpoint signed their order.`]
      : []),
  ];
};

/** What no archive holds, and what follows from that. */
const lacking = [
  'Answers of idempotency keys: a command that is retried now is decided anew.',
  'Wrapped keys of persons: names, forms and payees stay sealed for good, and whoever buys again is registered anew.',
  'Unique documents and telephones of customers: one person can be registered twice.',
  'What was committed and not yet audited: the last moments before the loss.',
];

const secretLine = (kept: boolean): string =>
  kept
    ? 'The secret of each tenant comes from its copy beside the keys: ids and unique keys stay what they were.'
    : 'There is no copy of a tenant’s secret: the next start makes a new one, and nothing unique stays so.';

/** What was rebuilt and what was not, for the person who decides whether it is enough. */
export const restoreReport = (tenants: readonly Rebuilt[], secretsKept: boolean): readonly string[] => [
  ...tenants.flatMap(countsOf),
  secretLine(secretsKept),
  '',
  'An archive does not hold, and this table lacks:',
  ...lacking.map((line) => `  ${line}`),
  '',
  'A point-in-time recovery of the table and of its keys has all of that: docs/operations/restore.md.',
];
