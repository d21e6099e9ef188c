import { changedAt, objectOf, valueAt } from '../at-path.ts';
import { changing, foundAt, type Given, replacing, withValue } from '../mutator.ts';
import type { Draft } from '../request.ts';
import { entriesOf, isPlainObject, verbatim } from '../written.ts';

type Pair = readonly [string, unknown];

/** Changes the entries of the object in which a field stands. */
const among = ({ draft, place }: Given, change: (pairs: readonly Pair[], key: string) => readonly Pair[]): Draft => {
  const above = place.at.slice(0, -1);
  const key = String(place.at.at(-1));
  return { ...draft, body: changedAt(draft.body, above, objectOf(change(entriesOf(valueAt(draft.body, above)), key))) };
};

const isInObject = ({ at }: { readonly at: readonly (string | number)[] }): boolean => typeof at.at(-1) === 'string';
const inObject = { on: ['field'], fits: isInObject } as const;
const renamed = (given: Given, name: (key: string) => string): Draft =>
  among(given, (pairs, key) => pairs.map((pair) => (pair[0] === key ? [name(key), pair[1]] : pair)));
const beside = (given: Given, name: string, value: unknown): Draft =>
  among(given, (pairs) => [...pairs, [name, value]]);

const neighbours = changing('structure', inObject, {
  missing: ['is missing', ({ draft, place }) => withValue(draft, place, undefined)],
  alone: [
    'stands alone, without what stands beside it',
    (given) => among(given, (pairs, key) => pairs.filter(([one]) => one === key)),
  ],
  twice: ['stands twice', (given) => among(given, (pairs, key) => [...pairs, ...pairs.filter(([one]) => one === key)])],
  'twice-differently': ['stands twice, with another value behind', (given) => beside(given, keyOf(given), 'other')],
  'twice-null-first': [
    'stands twice, with null before',
    (given) => among(given, (pairs, key) => [[key, null], ...pairs]),
  ],
  'unknown-beside': ['has an unknown field beside it', (given) => beside(given, 'isAdmin', true)],
  'empty-name-beside': ['has a field without a name beside it', (given) => beside(given, '', 1)],
  'prototype-beside': ['has __proto__ beside it', (given) => beside(given, '__proto__', { isAdmin: true })],
  'constructor-beside': [
    'has constructor beside it',
    (given) => beside(given, 'constructor', { prototype: { isAdmin: true } }),
  ],
  'to-string-beside': ['has toString beside it', (given) => beside(given, 'toString', 'x')],
  'odd-name-beside': ['has a field with a slash and a tilde beside it', (given) => beside(given, 'a/b~c~1"\n', 1)],
  'long-name-beside': ['has a field with a very long name beside it', (given) => beside(given, 'k'.repeat(9_000), 1)],
  'nul-name-beside': ['has a field with NUL in its name beside it', (given) => beside(given, 'a\u0000b', 1)],
  'surrogate-name-beside': ['has half a pair for a name beside it', (given) => beside(given, '\ud800', 1)],
  'many-beside': [
    'has a thousand fields beside it',
    (given) =>
      among(given, (pairs) => [...pairs, ...Array.from({ length: 1_000 }, (_none, at): Pair => [`field${at}`, at])]),
  ],
  'tenant-beside': [
    'has the tenant and the version beside it',
    (given) => among(given, (pairs) => [...pairs, ['tenant', 'shop-b'], ['version', 99], ['status', 'paid']]),
  ],
  capitalised: ['has its name in capitals', (given) => renamed(given, (key) => key.toUpperCase())],
  underscored: [
    'has its name with underscores',
    (given) => renamed(given, (key) => `${key.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`)}_`),
  ],
  'name-spaced': ['has a space behind its name', (given) => renamed(given, (key) => `${key} `)],
  'swapped-with-next': [
    'is swapped with its neighbour',
    (given) =>
      among(given, (pairs, key) => {
        const at = pairs.findIndex(([one]) => one === key);
        const other = pairs[at + 1] ?? pairs[at - 1] ?? pairs[at];
        return pairs.map(
          ([name, value]): Pair => [name, name === key ? other?.[1] : name === other?.[0] ? pairs[at]?.[1] : value],
        );
      }),
  ],
  hoisted: [
    'stands at the root as well',
    ({ draft, place }) => ({
      ...draft,
      body: objectOf([...entriesOf(draft.body), [`${String(place.at.at(-1))}Again`, foundAt(draft, place) ?? 1]]),
    }),
  ],
});
const keyOf = ({ place }: Given): string => String(place.at.at(-1));

const deep = (depth: number, left: string, right: string) => verbatim(left.repeat(depth) + right.repeat(depth));
const arrayOf = (old: unknown, length: number): unknown[] => {
  const one: unknown = Array.isArray(old) ? old[0] : old;
  return Array.from({ length }, () => one ?? 1);
};

const shapes = replacing(
  'shape',
  { on: ['field'] },
  {
    'deep-array': ['is an array 17 levels deep', () => deep(17, '[', ']')],
    'very-deep-array': ['is an array 5,000 levels deep', () => deep(5_000, '[', ']')],
    'very-deep-object': [
      'is an object 3,000 levels deep',
      () => verbatim(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`),
    ],
    'wide-array': ['is an array of 1,001', (old) => arrayOf(typeof old === 'object' ? 1 : old, 1_001)],
    'wide-array-of-numbers': ['is an array of 30,000', () => verbatim(`[${'1,'.repeat(29_999)}1]`)],
    'hundred-thousand': ['is an array of 100,000', () => verbatim(`[${'1,'.repeat(99_999)}1]`)],
    'wide-object': [
      'is an object of 1,000 fields',
      () => Object.fromEntries(Array.from({ length: 1_000 }, (_none, at) => [`field${at}`, at])),
    ],
    'sparse-object': [
      'is an object with a key of an array that is great',
      () => ({ 4294967295: 1, length: 4_294_967_295 }),
    ],
  },
);

const lists = replacing(
  'list',
  { on: ['field'], fits: (place, draft) => Array.isArray(foundAt(draft, place)) },
  {
    'each-twice': ['has each of its items twice', (old) => [...(old as unknown[]), ...(old as unknown[])]],
    'of-fifty-one': ['has 51 items', (old) => arrayOf(old, 51)],
    'of-hundred-and-one': ['has 101 items', (old) => arrayOf(old, 101)],
    'with-a-null': ['has null for its last item', (old) => [...(old as unknown[]), null]],
    'with-a-list': ['has itself for its last item', (old) => [...(old as unknown[]), old]],
    'with-an-empty-object': ['has an empty object first', (old) => [{}, ...(old as unknown[])]],
  },
);

const objects = changing(
  'inside',
  { on: ['field'], fits: (place, draft) => isPlainObject(foundAt(draft, place)) },
  {
    'unknown-field': [
      'holds an unknown field',
      ({ draft, place }) => withValue(draft, place, objectOf([...entriesOf(foundAt(draft, place)), ['unknown', 1]])),
    ],
    prototype: [
      'holds __proto__',
      ({ draft, place }) =>
        withValue(draft, place, objectOf([...entriesOf(foundAt(draft, place)), ['__proto__', { a: 1 }]])),
    ],
    'to-string': [
      'holds toString',
      ({ draft, place }) => withValue(draft, place, objectOf([...entriesOf(foundAt(draft, place)), ['toString', 'x']])),
    ],
    'first-missing': [
      'lacks its first field',
      ({ draft, place }) => withValue(draft, place, objectOf(entriesOf(foundAt(draft, place)).slice(1))),
    ],
  },
);

export const structureMutators = [...neighbours, ...shapes, ...lists, ...objects];
