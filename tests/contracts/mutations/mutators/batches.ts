import { changedAt, objectOf, valueAt } from '../at-path.ts';
import { changing, type Given } from '../mutator.ts';
import type { Draft } from '../request.ts';
import { entriesOf, isPlainObject, verbatim } from '../written.ts';

type Json = Readonly<Record<string, unknown>>;

/** Whether the whole body holds requests of their own. */
const ofBatches = {
  on: ['body'],
  fits: (_place: unknown, { operation }: Draft): boolean => operation.startsWith('batch'),
} as const;

/** What another mutator has put in the place of the items is no list of objects any more. */
const itemsOf = ({ draft }: Given): readonly Json[] => {
  const items = valueAt(draft.body, ['items']);
  return Array.isArray(items) ? items.map((item) => (isPlainObject(item) ? item : {})) : [];
};
const holding = ({ draft }: Given, items: unknown): Draft => ({
  ...draft,
  body: changedAt(draft.body, ['items'], items),
});
const firstAs = (given: Given, change: (item: Json) => unknown): Draft => {
  const [first = {}, ...rest] = itemsOf(given);
  return holding(given, [change(first), ...rest]);
};
const many = (given: Given, length: number, key: (at: number) => string): Draft =>
  holding(
    given,
    Array.from({ length }, (_none, at) => ({ ...itemsOf(given)[0], idempotencyKey: key(at) })),
  );
const inside = (given: Given, change: (body: unknown) => unknown): Draft =>
  firstAs(given, (item) => ({ ...item, body: change(item['body']) }));

const batches = changing('batch', ofBatches, {
  empty: ['holds nothing', (given) => holding(given, [])],
  hundred: ['holds a hundred items', (given) => many(given, 100, (at) => `hundred-of-${at}`)],
  'hundred-and-one': ['holds one item too many', (given) => many(given, 101, (at) => `hundred-of-${at}`)],
  'one-key-for-all': ['holds three items under one key', (given) => many(given, 3, () => 'the-same-key')],
  'same-item-again': ['holds an item again under another key', (given) => many(given, 4, (at) => `again-and-${at}`)],
  nested: [
    'holds a batch',
    (given) => firstAs(given, (item) => ({ ...item, operation: given.draft.operation, body: given.draft.body })),
  ],
  'of-another-capability': [
    'holds what another capability does',
    (given) => firstAs(given, (item) => ({ ...item, operation: 'createCredential' })),
  ],
  'of-nothing': ['holds what there is not', (given) => firstAs(given, (item) => ({ ...item, operation: 'toString' }))],
  'short-key': [
    'has an item with a short key',
    (given) => firstAs(given, (item) => ({ ...item, idempotencyKey: 'short' })),
  ],
  'long-key': [
    'has an item with a key of 256',
    (given) => firstAs(given, (item) => ({ ...item, idempotencyKey: 'k'.repeat(256) })),
  ],
  'used-key': [
    'has an item with a key that was used',
    (given) => firstAs(given, (item) => ({ ...item, idempotencyKey: `test-key-${1 + given.chance.below(40)}` })),
  ],
  'no-params': [
    'has an item without its parameters',
    (given) => firstAs(given, ({ params: _params, ...item }) => item),
  ],
  'more-params': [
    'has an item with parameters that are not its own',
    (given) =>
      firstAs(given, (item) => ({ ...item, params: { ...Object(item['params']), tenantId: 'shop-b', x: '1' } })),
  ],
  'inherited-params': [
    'has an item with parameters that every object has',
    (given) =>
      firstAs(given, (item) => ({
        ...item,
        params: objectOf([
          ['constructor', 'x'],
          ['__proto__', 'y'],
        ]),
      })),
  ],
  'climbing-params': [
    'has an item whose parameters climb',
    (given) => firstAs(given, (item) => ({ ...item, params: everyParam(item, '../../customers') })),
  ],
  'foreign-params': [
    'has an item about what nobody has',
    (given) => firstAs(given, (item) => ({ ...item, params: everyParam(item, `pol_${'0'.repeat(26)}`) })),
  ],
  'broken-params': [
    'has an item with half a character in its path',
    (given) => firstAs(given, (item) => ({ ...item, params: everyParam(item, 'a%E0%A4%A') })),
  ],
  'version-of-none': ['has an item for a version', (given) => firstAs(given, (item) => ({ ...item, ifMatch: '"99"' }))],
  'any-version': ['has an item for any version', (given) => firstAs(given, (item) => ({ ...item, ifMatch: '*' }))],
  'odd-version': [
    'has an item for a version that is none',
    (given) => firstAs(given, (item) => ({ ...item, ifMatch: '"\n,,' })),
  ],
  'empty-item': ['has an empty item', (given) => holding(given, [...itemsOf(given), {}])],
  'null-item': ['has null for an item', (given) => holding(given, [null, ...itemsOf(given)])],
  'text-body': ['has an item with a text for its body', (given) => inside(given, () => 'text')],
  'array-body': ['has an item with an array for its body', (given) => inside(given, (body) => [body])],
  'empty-body': ['has an item with an empty body', (given) => inside(given, () => ({}))],
  'deep-body': [
    'has an item that is too deep alone',
    (given) => inside(given, () => verbatim(`${'{"a":'.repeat(17)}1${'}'.repeat(17)}`)),
  ],
  'deepest-body': [
    'has an item that is too deep in any case',
    (given) => inside(given, () => verbatim(`${'{"a":'.repeat(25)}1${'}'.repeat(25)}`)),
  ],
  'wide-body': [
    'has an item that is too wide alone',
    (given) => inside(given, () => ({ a: Array.from({ length: 5_100 }, () => 1) })),
  ],
  'great-body': ['has an item that is too great alone', (given) => inside(given, () => ({ a: 'x'.repeat(70_000) }))],
  'prototype-body': [
    'has an item with __proto__ in its body',
    (given) => inside(given, (body) => objectOf([...entriesOf(body), ['__proto__', {}]])),
  ],
  'unknown-field': [
    'has an item with an unknown field in its body',
    (given) => inside(given, (body) => ({ ...Object(body), unknown: 1 })),
  ],
  'one-good-one-bad': [
    'has a bad item beside a good one',
    (given) =>
      holding(given, [...itemsOf(given), { ...itemsOf(given)[0], idempotencyKey: 'bad-item-1', body: { a: 1 } }]),
  ],
});
const everyParam = (item: Json, value: string): Json =>
  Object.fromEntries(Object.keys(Object(item['params'] ?? { policyId: '' })).map((name) => [name, value]));

export const batchMutators = batches;
