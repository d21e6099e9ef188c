import { changing, type Given } from '../mutator.ts';
import { type Draft, withHeader } from '../request.ts';

const anywhere = { on: ['request'] } as const;
const aimed = ({ draft }: Given, change: (target: string) => string): Draft => ({
  ...draft,
  onTarget: [...draft.onTarget, change],
});
const onPath = (given: Given, change: (path: string) => string): Draft =>
  aimed(given, (target) => target.replace(/^[^?]*/, (path) => change(path)));
const asMethod = ({ draft }: Given, method: string): Draft => ({ ...draft, method });
const carrying = ({ draft }: Given, name: string, value: string): Draft => withHeader(draft, name, value);

const paths = changing('route', anywhere, {
  'trailing-slash': ['ends with a slash', (given) => onPath(given, (path) => `${path}/`)],
  'double-slash': ['has a double slash', (given) => onPath(given, (path) => path.replace('/', '//'))],
  'double-slash-inside': [
    'has a double slash inside',
    (given) => onPath(given, (path) => path.replace(/(.)\//, '$1//')),
  ],
  capitals: ['is in capitals', (given) => onPath(given, (path) => path.toUpperCase())],
  'encoded-word': [
    'has a word with an encoded letter',
    (given) =>
      onPath(given, (path) =>
        path.replace(/\/v1\/(.)/, (_all, one: string) => `/v1/%${one.charCodeAt(0).toString(16)}`),
      ),
  ],
  'dot-inside': ['has a dot for a step', (given) => onPath(given, (path) => path.replace('/v1/', '/v1/./'))],
  'dots-inside': ['goes up and down again', (given) => onPath(given, (path) => path.replace('/v1/', '/v1/x/../'))],
  'with-session': ['has a parameter behind a semicolon', (given) => onPath(given, (path) => `${path};jsessionid=1`)],
  'with-ending': ['ends like a file', (given) => onPath(given, (path) => `${path}.json`)],
  'one-step-more': ['has one step more', (given) => onPath(given, (path) => `${path}/x`)],
  'one-step-less': ['has one step less', (given) => onPath(given, (path) => path.replace(/\/[^/]*$/, '') || '/')],
  'other-version': ['is of another version', (given) => onPath(given, (path) => path.replace('/v1/', '/v2/'))],
  'no-version': ['is of no version', (given) => onPath(given, (path) => path.replace('/v1/', '/'))],
  'version-twice': ['names its version twice', (given) => onPath(given, (path) => `/v1${path}`)],
  unfilled: ['has a name in braces', (given) => onPath(given, (path) => path.replace(/[a-z]{3}_\w+|BN\w+/, '{id}'))],
  'nul-behind': ['ends with %00', (given) => onPath(given, (path) => `${path}%00`)],
  backslashes: ['has backslashes', (given) => onPath(given, (path) => path.replaceAll('/', '\\'))],
  'question-alone': ['ends with a question mark', (given) => aimed(given, (target) => `${target}?`)],
  fragment: ['has a fragment', (given) => aimed(given, (target) => `${target}#a`)],
  'eight-thousand': [
    'has 8,000 characters more',
    (given) => aimed(given, (target) => `${target}?${'q'.repeat(8_000)}`),
  ],
});

const methods = changing('method', anywhere, {
  put: ['is a PUT', (given) => asMethod(given, 'PUT')],
  patch: ['is a PATCH', (given) => asMethod(given, 'PATCH')],
  delete: ['is a DELETE', (given) => asMethod(given, 'DELETE')],
  trace: ['is a TRACE', (given) => asMethod(given, 'TRACE')],
  head: ['is a HEAD', (given) => asMethod(given, 'HEAD')],
  other: ['is the other one', (given) => asMethod(given, given.draft.method === 'GET' ? 'POST' : 'GET')],
  small: ['is in small letters', (given) => asMethod(given, given.draft.method.toLowerCase())],
  unknown: ['is none that exists', (given) => asMethod(given, 'FETCHALL')],
  nothing: ['has no name', (given) => asMethod(given, '')],
  'overridden-by-header': ['is overridden by a header', (given) => carrying(given, 'x-http-method-override', 'DELETE')],
});

const headers = changing('carries', anywhere, {
  'original-url': ['names another path in a header', (given) => carrying(given, 'x-original-url', '/v1/clock/advance')],
  'forwarded-for': ['claims another address', (given) => carrying(given, 'x-forwarded-for', '127.0.0.1, ::1, x')],
  'forwarded-host': ['claims another host', (given) => carrying(given, 'x-forwarded-host', 'evil.example')],
  forwarded: [
    'claims another origin',
    (given) => carrying(given, 'forwarded', 'for="_x";proto=https;host=evil.example'),
  ],
  'other-host': ['names another host', (given) => carrying(given, 'host', 'evil.example:99999')],
  'no-host': ['names no host', (given) => carrying(given, 'host', '')],
  cookie: ['carries a cookie', (given) => carrying(given, 'cookie', 'session=1; __proto__=2; =; a')],
  origin: ['comes from a page', (given) => carrying(given, 'origin', 'null')],
  range: ['wants a part', (given) => carrying(given, 'range', 'bytes=0-,5-1')],
  'modified-since': ['wants what is new', (given) => carrying(given, 'if-modified-since', 'yesterday')],
  accept: ['takes only images', (given) => carrying(given, 'accept', 'image/png;q=9')],
  expect: ['expects something', (given) => carrying(given, 'expect', '200-ok')],
  upgrade: ['wants another protocol', (given) => carrying(given, 'upgrade', 'websocket')],
  prototype: ['has a header called __proto__', (given) => carrying(given, '__proto__', '1')],
  'constructor-header': ['has a header called constructor', (given) => carrying(given, 'constructor', '1')],
  nameless: ['has a header without a name', (given) => carrying(given, '', '1')],
  'odd-name': ['has a header with an odd name', (given) => carrying(given, 'a b:\u0000é', '1')],
  'many-headers': [
    'has 300 headers',
    ({ draft }) => ({
      ...draft,
      headers: [...draft.headers, ...Array.from({ length: 300 }, (_none, at) => [`x-${at}`, 'x'] as const)],
    }),
  ],
  'long-header': ['has a header of 60,000 characters', (given) => carrying(given, 'x-long', 'x'.repeat(60_000))],
  'tenant-header': [
    'names another tenant in headers',
    (given) => carrying({ ...given, draft: carrying(given, 'x-tenant', 'shop-b') }, 'x-tenant-id', 'shop-b'),
  ],
  'amzn-trace': ['carries a trace that is none', (given) => carrying(given, 'x-amzn-trace-id', 'Root=;;;x')],
  'wrong-signature': [
    'carries a wrong signature of a provider',
    (given) => carrying(given, 'stripe-signature', 't=1,v1=0'),
  ],
});

const bodies = changing('body', anywhere, {
  unasked: [
    'brings a body',
    ({ draft }) => ({
      ...draft,
      body: draft.body ?? { a: 1 },
      onBytes: [...draft.onBytes, (bytes) => Buffer.concat([bytes, Buffer.from(' ')])],
    }),
  ],
  'unasked-bytes': [
    'brings bytes that are no text',
    ({ draft }) => ({
      ...draft,
      onBytes: [...draft.onBytes, () => Buffer.from([0xff, 0, 0xfe, 0xc3])],
    }),
  ],
  'unasked-much': [
    'brings 70,000 bytes',
    ({ draft }) => ({
      ...draft,
      onBytes: [...draft.onBytes, () => Buffer.alloc(70_000, 'x')],
    }),
  ],
  none: ['brings no body', ({ draft }) => ({ ...draft, body: undefined })],
});

export const routeMutators = [...paths, ...methods, ...headers, ...bodies];
