/** Source files that are mutated together, and the tests that state their rules. */
export type Group = { readonly name: string; readonly mutate: readonly string[]; readonly tests: readonly string[] };

const kit = (...names: readonly string[]) => names.map((name) => `functions/_kit/${name}.ts`);
const storage = (...names: readonly string[]) => names.map((name) => `functions/_storage/${name}.ts`);
const adapters = (...names: readonly string[]) => names.map((name) => `functions/_adapters/${name}.ts`);
const testOf = (path: string): string => `tests/${path.replace(/\.ts$/, '.test.ts')}`;

const tokens = [...kit('offer-token', 'cursor', 'crypto', 'record', 'answer-seal'), ...storage('codec')];
const keys = adapters(
  'jwe-sealer',
  'key-file-wrapper',
  'tenant-secrets',
  'stripe-webhooks',
  'jwt-tokens',
  'revocable-tokens',
);
const retries = [...kit('react', 'system', 'http/run'), ...storage('client')];
const idempotency = [...kit('session', 'change', 'make-ports', 'outside'), ...storage('commit', 'items')];

/**
 * What money, tokens, idempotency and authorisation rest on. Each group names the tests that are quick and to the
 * point: a mutant that only a distant test notices has no rule of its own.
 */
export const groups: readonly Group[] = [
  {
    name: 'money',
    mutate: [
      'domain/shared/{money,exact,ledger}.ts',
      'domain/policies/{return-premium,postings}.ts',
      'domain/payments/{apply-unmatched,disburse,evolve-unmatched,lifecycle,receive-payment}.ts',
      'domain/claims/{limits,authority,postings}.ts',
      'domain/billing/{close,settle}-statement.ts',
    ],
    tests: ['tests/domain/**/*.test.ts'],
  },
  { name: 'tokens', mutate: tokens, tests: [...tokens.map(testOf), 'tests/functions/_kit/change.test.ts'] },
  { name: 'keys', mutate: keys, tests: keys.map(testOf) },
  {
    name: 'authorisation',
    mutate: [...kit('http/authenticate'), 'domain/partners/{may-manage,grant-token,roles,add-secret}.ts'],
    tests: ['tests/functions/_kit/http/authenticate.test.ts', 'tests/domain/partners/*.test.ts'],
  },
  { name: 'retries', mutate: retries, tests: retries.map(testOf) },
  {
    name: 'idempotency',
    mutate: idempotency,
    tests: idempotency.map(testOf).filter((path) => !path.endsWith('/items.test.ts')),
  },
];
