import type { EndpointContract } from '../../functions/_kit/contract.ts';
import { limitsOf, windowOf } from '../../functions/_kit/limits.ts';

const text = (description: string, pattern: string, example: string) => ({
  description,
  schema: { type: 'string' as const, pattern, example },
});

/** A list of limits by name, each with two numbers. */
const limits = (first: string, second: string): string => {
  const one = `"[a-z]+";${first}=\\d+;${second}=\\d+`;
  return `^${one}(, ${one})*$`;
};

/** Headers that many answers share, by name. */
export const sharedHeaders = {
  'X-Request-Id': text(
    'Names this request in logs, events and problems.',
    '^[A-Za-z0-9_-]{8,64}$',
    'req_01jd8x2k7v5m3q9w4t6y8r0z1b',
  ),
  'WWW-Authenticate': text(
    'How to become known (RFC 9110, 11.6.1).',
    '^(Bearer|Basic realm="[a-z]+", charset="UTF-8")$',
    'Bearer',
  ),
  ETag: text(
    'The version of the object that the answer shows; send it as `If-Match` or `If-None-Match`.',
    '^"\\d{1,16}"$',
    '"7"',
  ),
  'RateLimit-Policy': text(
    'Each limit of the operation by name: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers).',
    limits('q', 'w'),
    '"credential";q=100;w=1, "tenant";q=300;w=1',
  ),
  RateLimit: text(
    'What is left of each limit: `r` requests; after `t` seconds without any, all of it is there again.',
    limits('r', 't'),
    '"credential";r=99;t=1, "tenant";r=299;t=1',
  ),
  'Retry-After': text('Whole seconds after which it is worth asking again.', '^\\d{1,6}$', '1'),
};
export const shared = (name: keyof typeof sharedHeaders) => ({
  [name]: { $ref: `#/components/headers/${name}` as const },
});

/** What every limited answer says of its limits; one that is worth asking for again says when. */
export const limitHeadersOf = (later = false) => ({
  ...shared('RateLimit-Policy'),
  ...shared('RateLimit'),
  ...(later && shared('Retry-After')),
});

/** The limits of an operation: whom each counts, how many requests a second for ever, and how many at once. */
export const publishedLimitsOf = (contract: EndpointContract) =>
  limitsOf(contract).map(({ by, rate }) => ({ by, ...rate, windowSeconds: windowOf(rate) }));
