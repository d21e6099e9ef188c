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
  'Answers of idempotency keys: a command that is retried now is decided anew. Offers, orders, devices, parcels and',
  '  payments stay unique; a customer can be registered twice, for who holds a document or telephone is not told.',
  'Wrapped keys of persons: names, forms and payees stay sealed for good. Open payouts have no payee: see to them by hand.',
  'The derivation secret of a tenant: the next start makes a new one, so ids and lookups of old requests lead nowhere.',
  'What was committed and not yet audited: the last moments before the loss.',
];

/** What was rebuilt and what was not, for the person who decides whether it is enough. */
export const restoreReport = (tenants: readonly Rebuilt[]): readonly string[] => [
  ...tenants.flatMap(countsOf),
  '',
  'An archive does not hold, and this table lacks:',
  ...lacking.map((line) => `  ${line}`),
  '',
  'A point-in-time recovery of the table and of its keys has all of that: docs/operations/restore.md.',
];
