import { changing, type Given, type Mutator, respelling } from '../mutator.ts';
import { type Draft, headerOf, withHeader } from '../request.ts';
import { tokenFor } from '../stage/bases.ts';

const named = (...names: readonly string[]) => ({
  on: ['header'] as const,
  fits: ({ name }: { readonly name: string }): boolean => names.includes(name),
});
const without = ({ draft, place }: Given): Draft => withHeader(draft, place.name, undefined);
/** The header once more, as a client with two of them would send it. */
const again = ({ draft, place }: Given, value: string): Draft => ({
  ...draft,
  headers: [...draft.headers, [place.name, value]],
});

const any = changing(
  'header',
  { on: ['header'] },
  {
    missing: ['is missing', without],
    twice: ['stands twice', (given) => again(given, headerOf(given.draft, given.place.name) ?? '1')],
    'twice-differently': ['stands twice, differently', (given) => again(given, 'another-value')],
    capitals: [
      'has its name in capitals',
      ({ draft, place }) => ({
        ...draft,
        headers: [
          ...withHeader(draft, place.name, undefined).headers,
          [place.name.toUpperCase(), headerOf(draft, place.name) ?? '1'],
        ],
      }),
    ],
  },
);

/** Keys under which the book was filled: `test-key-1` and so on, each of one operation. */
const keys = respelling('key', named('idempotency-key'), {
  'of-seven': ['has seven characters', () => 'seven-7'],
  'of-eight': ['has eight characters', () => 'eight--8'],
  'of-255': ['has 255 characters', () => 'k'.repeat(255)],
  used: ['was used before, by whatever operation', (_old, { chance }) => `test-key-${1 + chance.below(60)}`],
  'in-quotes': ['stands in quotes, as a draft has it', (old) => `"${old}"`],
  uuid: ['is a UUID', () => '0b1f9a52-6f0e-4c52-9a57-0d3c3c2f8a12'],
  'nil-uuid': ['is the nil UUID', () => '00000000-0000-0000-0000-000000000000'],
  'separator-in-it': ['holds the separator of keys', () => 'T#shop-b#KEY#x'],
  tildes: ['is the last of the visible characters', () => '~~~~~~~~~~'],
});

const versions = respelling('version', named('if-match', 'if-none-match'), {
  weak: ['is weak', () => 'W/"1"'],
  any: ['is any', () => '*'],
  first: ['is the first', () => '"1"'],
  zero: ['is zero', () => '"0"'],
  negative: ['is negative', () => '"-1"'],
  bare: ['stands without quotes', () => '1'],
  'not-safe': ['is a version that no double holds', () => '"9007199254740993"'],
  float: ['is a decimal', () => '"1.0"'],
  list: ['is a list', () => '"1", "2", W/"3", *'],
  'long-list': ['is a list of two thousand', () => Array.from({ length: 2_000 }, (_none, at) => `"${at}"`).join(', ')],
  commas: ['is commas', () => ',,,,'],
  open: ['has an open quote', () => '"1'],
  'quote-inside': ['has a quote inside', () => '"1"2"'],
  'lower-weak': ['is weak in small letters', () => 'w/"1"'],
});

const languages = respelling('language', named('accept-language'), {
  chinese: ['is Chinese', () => 'zh-CN'],
  'chinese-refused': ['is Chinese, and not wanted', () => 'zh;q=0'],
  'bad-weight': ['has a weight that is no number', () => 'zh;q=NaN,en;q=Infinity'],
  many: ['is a thousand languages', () => 'xx-YY;q=0.1,'.repeat(1_000)],
  any: ['is any', () => '*'],
  path: ['is a path', () => '../../zh'],
});

const requestIds = respelling('request-id', named('x-request-id'), {
  'of-eight': ['has eight characters', () => 'eight_-8'],
  'of-64': ['has 64 characters', () => 'r'.repeat(64)],
  'of-65': ['has 65 characters', () => 'r'.repeat(65)],
  json: ['is JSON', () => '{"a":1}'],
  ours: ['looks like ours', () => 'req_01jd8x2k7v5m3q9w4t6y8r0z1b'],
});

const contentTypes = respelling('content-type', named('content-type'), {
  text: ['is plain text', () => 'text/plain'],
  xml: ['is XML', () => 'application/xml'],
  form: ['is a form', () => 'application/x-www-form-urlencoded'],
  multipart: ['is in many parts', () => 'multipart/form-data; boundary=a'],
  'problem-json': ['is another JSON', () => 'application/problem+json'],
  'longer-word': ['is a longer word', () => 'application/jsonx'],
  sequence: ['is a sequence of JSON', () => 'application/json-seq'],
  capitals: ['is in capitals', () => 'APPLICATION/JSON'],
  'charset-utf-8': ['names UTF-8', () => 'application/json; charset="UTF-8"'],
  'charset-utf-16': ['names UTF-16', () => 'application/json; charset=utf-16'],
  'charset-latin': ['names Latin-1', () => 'application/json;charset=iso-8859-1'],
  'charset-unknown': ['names a set that is none', () => 'application/json; charset=../../x'],
  'two-types': ['names two types', () => 'application/json, text/html'],
  'semicolon-alone': ['ends with a semicolon', () => 'application/json;'],
  junk: ['is junk', () => 'a/b/c;;==,"'],
});

const unsigned = 'eyJhbGciOiJub25lIn0.eyJ0ZW5hbnQiOiJzaG9wLWEiLCJzY29wZSI6IioifQ.';
const scopesOf = ({ hoard }: Given): readonly string[] => [
  ...new Set(hoard.endpoints.flatMap(({ contract }) => contract.scope ?? [])),
];
const rolesOf = ({ hoard }: Given): readonly string[] => [
  ...new Set(hoard.endpoints.flatMap(({ contract }) => contract.roles ?? [])),
];

/** The last one is of a whole person of another tenant, who may do there whatever there is. */
const tokens = respelling('token', named('authorization'), {
  basic: ['proves something else', () => 'Basic YTpi'],
  'bearer-alone': ['names no token', () => 'Bearer'],
  'small-bearer': ['is written in small letters', (old) => old.replace('Bearer', 'bearer')],
  'two-spaces': ['has two spaces', (old) => old.replace(' ', '  ')],
  'two-tokens': ['holds two tokens', (old) => `${old}, ${old}`],
  unsigned: ['is a token without a signature', () => `Bearer ${unsigned}`],
  'of-nobody': ['is a token that nobody issued', () => 'Bearer aaaa.bbbb.cccc'],
  'empty-parts': ['is two dots', () => 'Bearer ..'],
  'eight-thousand': [
    'has 8,000 characters',
    () => `Bearer ${'a'.repeat(2_600)}.${'b'.repeat(2_600)}.${'c'.repeat(2_600)}`,
  ],
  'without-scopes': [
    'is a partner’s without any right',
    (_old, { hoard }) => tokenFor(hoard.book, 'shop-a', { scopes: [] }),
  ],
  'of-a-partner': [
    'is a partner’s, who holds no role',
    (_old, given) => tokenFor(given.hoard.book, 'shop-a', { id: 'client-2', scopes: scopesOf(given) }),
  ],
  'without-roles': [
    'is a person’s without a role',
    (_old, given) => tokenFor(given.hoard.book, 'shop-a', { kind: 'person', id: 'person-8', scopes: scopesOf(given) }),
  ],
  'of-another-tenant': [
    'is another shop’s',
    (_old, given) => tokenFor(given.hoard.book, 'shop-b', { scopes: scopesOf(given) }),
  ],
  'of-another-insurer': [
    'is of another tenant’s person',
    (_old, given) =>
      tokenFor(given.hoard.book, 'shop-b', {
        kind: 'person',
        id: 'person-7',
        roles: rolesOf(given),
        scopes: scopesOf(given),
      }),
  ],
  'of-nowhere': [
    'is of a tenant that is gone',
    (_old, given) => tokenFor(given.hoard.book, 'gone', { scopes: scopesOf(given) }),
  ],
});

export const headerMutators: readonly Mutator[] = [
  ...any,
  ...keys,
  ...versions,
  ...languages,
  ...requestIds,
  ...contentTypes,
  ...tokens,
];
