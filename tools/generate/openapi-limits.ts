import type { EndpointContract } from '../../functions/_kit/contract.ts';
import { limitsOf, windowOf } from '../../functions/_kit/limits.ts';

const text = (description: string, example: string) => ({ description, schema: { type: 'string' as const, example } });

/** Headers that many answers share, by name. */
export const sharedHeaders = {
  'RateLimit-Policy': text(
    'Each limit of the operation by name: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers).',
    '"credential";q=100;w=1, "tenant";q=300;w=1',
  ),
  RateLimit: text(
    'What is left of each limit: `r` requests; after `t` seconds without any, all of it is there again.',
    '"credential";r=99;t=1, "tenant";r=299;t=1',
  ),
  'Retry-After': text('Whole seconds after which it is worth asking again.', '1'),
};
const shared = (name: keyof typeof sharedHeaders) => ({ [name]: { $ref: `#/components/headers/${name}` as const } });

/** What every limited answer says of its limits; one that was refused for them says when to come again. */
export const limitHeadersOf = (status: number) => ({
  ...shared('RateLimit-Policy'),
  ...shared('RateLimit'),
  ...(status === 429 && shared('Retry-After')),
});

/** The limits of an operation: whom each counts, how many requests a second for ever, and how many at once. */
export const publishedLimitsOf = (contract: EndpointContract) =>
  limitsOf(contract).map(({ by, rate }) => ({ by, ...rate, windowSeconds: windowOf(rate) }));
