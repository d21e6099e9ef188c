import { changing, foundAt, type Given, type Place, respelling } from '../mutator.ts';
import type { Draft } from '../request.ts';
import { verbatim } from '../written.ts';

const anywhere = { on: ['query'] } as const;
const isCursor = ({ name }: Place): boolean => name === 'cursor' || name === 'after';
const cursors = { on: ['query'], fits: isCursor } as const;

const textAt = ({ draft, place }: Given): string => String(foundAt(draft, place) ?? '1');
const added = ({ draft }: Given, ...pairs: readonly (readonly [string, string])[]): Draft => ({
  ...draft,
  query: [...draft.query, ...pairs],
});
const renamed = (given: Given, name: string): Draft => ({
  ...given.draft,
  query: [
    ...given.draft.query.filter(([one]) => one !== given.place.name),
    [verbatim(name) as unknown as string, textAt(given)],
  ],
});

const repeated = changing('query', anywhere, {
  twice: [
    'stands twice',
    (given) => added(given, [given.place.name, textAt(given)], [given.place.name, textAt(given)]),
  ],
  'twice-differently': [
    'stands twice, differently',
    (given) => added(given, [given.place.name, textAt(given)], [given.place.name, 'x']),
  ],
  'with-brackets': ['is an array in brackets', (given) => renamed(given, `${given.place.name}[]`)],
  'with-index': ['is an array by its index', (given) => renamed(given, `${given.place.name}[0]`)],
  'with-operator': ['is an operator in brackets', (given) => renamed(given, `${given.place.name}[$ne]`)],
  'with-dot': ['is a field of itself', (given) => renamed(given, `${given.place.name}.x`)],
  capitals: ['has its name in capitals', (given) => renamed(given, given.place.name.toUpperCase())],
  'encoded-name': [
    'has its name encoded',
    (given) => renamed(given, [...given.place.name].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('')),
  ],
  'spaced-name': ['has a space before its name', (given) => renamed(given, `%20${given.place.name}`)],
  'bare-percent': ['is a percent sign', ({ draft, place }) => ({ ...draft, query: [[place.name, verbatim('%')]] })],
  'byte-ff': [
    'is a byte that is no UTF-8',
    ({ draft, place }) => ({ ...draft, query: [[place.name, verbatim('%ff')]] }),
  ],
  'no-value': [
    'has no value',
    ({ draft, place }) => ({
      ...draft,
      onTarget: [...draft.onTarget, (target) => `${target}${target.includes('?') ? '&' : '?'}${place.name}`],
    }),
  ],
});

const pages = respelling('cursor', cursors, {
  forged: [
    'is made by hand',
    () => `${Buffer.from('2026-11-23T08:00:00.000Z#x').toString('base64url')}.AAAAAAAAAAAAAAAA`,
  ],
  'of-another-filter': ['is of another filter', (_old, { hoard }) => hoard.things.cursors.policiesOnRisk],
  'of-another-list': ['is of another list', (_old, { hoard }) => hoard.things.cursors.baskets],
  'of-policies': ['is one of the list of policies', (_old, { hoard }) => hoard.things.cursors.policies],
  'of-events': ['is one of the feed', (_old, { hoard }) => hoard.things.cursors.events],
  'of-another-tenant': ['is another tenant’s', (_old, { hoard }) => hoard.things.cursors.foreignEvents],
  truncated: ['breaks off', (_old, { hoard }) => hoard.things.cursors.policies.slice(0, -3)],
  'without-mac': ['has no signature', (_old, { hoard }) => `${hoard.things.cursors.policies.split('.')[0]}.`],
  'mac-alone': ['is a signature alone', (_old, { hoard }) => `.${hoard.things.cursors.policies.split('.')[1]}`],
  'one-letter': [
    'has one letter changed',
    (_old, { hoard, chance }) => changedIn(hoard.things.cursors.policies, chance.below(20)),
  ],
  'moved-on': ['is moved on, under its old signature', (_old, { hoard }) => movedOn(hoard.things.cursors.policies)],
  dots: ['is dots', () => '....'],
  base64: ['is in another base64', (_old, { hoard }) => `${hoard.things.cursors.policies}==`],
  number: ['is a number', () => '20'],
  'past-longest': ['has 513 characters', () => 'a'.repeat(513)],
});
const changedIn = (text: string, at: number): string =>
  `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
const movedOn = (cursor: string): string => {
  const [body = '', mac = ''] = cursor.split('.');
  return `${Buffer.from(`${Buffer.from(body, 'base64url')}~`).toString('base64url')}.${mac}`;
};

const includes = respelling(
  'include',
  { on: ['query'], fits: ({ name }) => name === 'include' || name === 'types' },
  {
    unknown: ['names what there is not', () => 'everything'],
    doubled: ['names the same twice', () => 'customer,customer'],
    'comma-behind': ['ends with a comma', () => 'customer,'],
    'all-of-it': ['names all that there is', () => 'customer,claims,policies,policy'],
    'a-thousand': ['names a thousand', () => Array.from({ length: 1_000 }, () => 'customer').join(',')],
    nested: ['names what is inside', () => 'customer.policies'],
    inherited: ['names what every object has', () => 'constructor'],
  },
);

const unknown = changing(
  'search',
  { on: ['request'] },
  {
    'unknown-parameter': ['has an unknown parameter', (given) => added(given, ['unknown', '1'])],
    'prototype-parameter': ['has __proto__ for a parameter', (given) => added(given, ['__proto__', '1'])],
    'constructor-parameter': ['has constructor for a parameter', (given) => added(given, ['constructor', '1'])],
    'token-parameter': ['carries its token in the address', (given) => added(given, ['access_token', 'a.b.c'])],
    'tenant-parameter': ['names another tenant', (given) => added(given, ['tenant', 'shop-b'], ['tenantId', 'shop-b'])],
    'many-parameters': [
      'has 500 parameters',
      (given) => added(given, ...Array.from({ length: 500 }, (_none, at) => [`p${at}`, 'x'] as const)),
    ],
    'one-name-often': [
      'has one parameter 500 times',
      (given) => added(given, ...Array.from({ length: 500 }, () => ['limit', '5'] as const)),
    ],
    'nameless-parameter': ['has a parameter without a name', (given) => added(given, ['', 'x'])],
    'all-at-once': [
      'narrows a list by everything at once',
      ({ draft }) => ({
        ...draft,
        query: [
          ['status', 'open'],
          ['createdFrom', '2027-01-01T00:00:00Z'],
          ['createdTo', '2026-01-01T00:00:00Z'],
          ['limit', '1'],
        ],
      }),
    ],
  },
);

export const queryMutators = [...repeated, ...pages, ...includes, ...unknown];
