import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../../functions/_kit/http/state.ts';
import { lambda } from '../../../functions/_kit/lambda.ts';
import { exchangeOf } from '../../support/held/exchange.ts';
import { faultsOf, held, sampled, takeFaults } from '../../support/held/held.ts';
import { aPerson } from '../../support/people.ts';
import { sellingEndpoints } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const world = await aWorld(sellingEndpoints);
const actor = { kind: 'partner', id: 'client-1', roles: [], scopes: ['customers:write'] } as const;
world.tokens.set('a.b.c', { tenant: 'shop-a', actor });
const chain = lambda(sellingEndpoints, world.platform);

const asked: HttpRequest = {
  routeKey: 'POST /v1/customers',
  rawPath: '/v1/customers',
  headers: { 'content-type': 'application/json', 'idempotency-key': 'key-number-1', authorization: 'Bearer a.b.c' },
  queryStringParameters: {},
  body: JSON.stringify(aPerson({})),
};
const done = await chain(asked);
const refused = await chain({ ...asked, headers: { ...asked.headers, authorization: '' } });

const bodyOf = ({ body }: HttpResponse): Record<string, unknown> => JSON.parse(body);
const saying = (answer: HttpResponse, change: object): HttpResponse => ({
  ...answer,
  body: JSON.stringify({ ...bodyOf(answer), ...change }),
});
const faults = (answer: HttpResponse, request: Partial<HttpRequest> = {}): readonly string[] => {
  const exchange = exchangeOf({ ...asked, ...request }, answer);
  if (exchange === undefined) throw new Error('The route is not in the document.');
  return faultsOf(exchange);
};

/** Answers that are wrong in one thing each, and the words by which the check names it. */
const wrong: readonly (readonly [string, string, HttpResponse])[] = [
  ['a field that is not declared', 'additional properties', saying(done, { internalNote: 'x' })],
  ['a field that is missing', "required property 'customerId'", saying(done, { customerId: undefined })],
  ['a field of another type', 'must be string', saying(done, { customerId: 7 })],
  ['a status that is not documented', '418 is not documented', { ...done, statusCode: 418 }],
  ['a success of another kind', '200 is not documented', { ...done, statusCode: 200 }],
  ['a code that is not named here', 'quote-expired is not named', saying(refused, { code: 'quote-expired' })],
  ['a code of another status', 'rate-limited is not named', saying(refused, { code: 'rate-limited' })],
  ['a status in the problem that differs', 'says status 403', saying(refused, { status: 403 })],
  ['the page of another problem', 'the type is', saying(refused, { type: 'https://x.test/problems/forbidden' })],
  ['another title', 'the title is Nope', saying(refused, { title: 'Nope' })],
  ['a Chinese title that nobody asked for', 'the title is', saying(refused, { title: '需要有效的访问令牌' })],
  ['another advice on retries', 'says retryable true', saying(refused, { retryable: true })],
  ['a problem without its request', "required property 'requestId'", saying(refused, { requestId: undefined })],
  [
    'another content type',
    'the content type is text/html',
    { ...done, headers: { ...done.headers, 'content-type': 'text/html' } },
  ],
  [
    'a problem as plain JSON',
    'the content type is application/json',
    { ...refused, headers: { ...refused.headers, 'content-type': 'application/json' } },
  ],
  ['no JSON', 'is not JSON', { ...done, body: '<p>' }],
  [
    'a header that is not documented',
    'x-internal is not documented',
    { ...done, headers: { ...done.headers, 'x-internal': '1' } },
  ],
  [
    'a header of another form',
    'ratelimit has another form',
    { ...done, headers: { ...done.headers, ratelimit: 'lots' } },
  ],
  ['a version of another form', 'etag has another form', { ...done, headers: { ...done.headers, etag: 'W/"3"' } }],
  ['no request id', 'no X-Request-Id', { ...done, headers: { 'content-type': 'application/json' } }],
];

/** Requests that the document refuses; an answer of 2xx to them is a hole in the document or in the platform. */
const tooLax: readonly (readonly [string, string, Partial<HttpRequest>])[] = [
  ['an unknown field', 'additional properties', { body: JSON.stringify(aPerson({ vip: true })) }],
  ['a missing field', 'required property', { body: '{}' }],
  ['no body', 'there is no body', { body: undefined }],
  ['no key', 'header Idempotency-Key is missing', { headers: { 'content-type': 'application/json' } }],
  ['a short key', 'header Idempotency-Key has another form', { headers: { ...asked.headers, 'idempotency-key': 'k' } }],
  ['another media type', 'the body is text/plain', { headers: { ...asked.headers, 'content-type': 'text/plain' } }],
  ['an unknown parameter', 'query sort is not documented', { queryStringParameters: { sort: 'name' } }],
];

describe('the check of answers', () => {
  it('finds nothing where nothing is wrong', () => {
    expect([done.statusCode, refused.statusCode]).toEqual([201, 401]);
    expect([...faults(done), ...faults(refused)]).toEqual([]);
  });

  it.each(wrong)('finds %s', (_what, words, answer) => {
    expect(faults(answer).join()).toContain(words);
  });

  it.each(tooLax)('finds a success in spite of %s', (_what, words, request) => {
    expect(faults(done, request).join()).toContain(words);
    // Refused as it should be, the same request is no fault.
    expect(faults(refused, request)).toEqual([]);
  });

  it('asks that 304 has no body', async () => {
    const get = { routeKey: 'GET /v1/policies/{policyId}', pathParameters: { policyId: 'pol_1' }, body: undefined };
    const bare = { statusCode: 304, headers: { 'x-request-id': 'request-1', etag: '"3"' }, body: '' };
    expect(faults(bare, get)).toEqual([]);
    expect(faults({ ...bare, body: '{}' }, get).join()).toContain('304 has a body');
  });

  it('looks into a batch, at the answer and the request of each item', () => {
    const problem = { ...bodyOf(refused), code: 'customer-not-found' };
    const item = { operation: 'registerCustomer', idempotencyKey: 'key-number-1' };
    const batch = (result: object): HttpResponse => ({
      ...done,
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'x-request-id': 'request-1' },
      body: JSON.stringify({ done: 1, refused: 0, open: 0, results: [{ ...item, ...result }] }),
    });
    const of = (body: object) => ({
      routeKey: 'POST /v1/customers/batch',
      body: JSON.stringify({ items: [{ ...item, body }] }),
    });
    const good = batch({ outcome: 'done', status: 201, body: bodyOf(done) });
    expect(faults(good, of(aPerson({})))).toEqual([]);
    expect(faults(good, of({})).join()).toContain('/items/0 registerCustomer');
    expect(faults(batch({ outcome: 'refused', status: 401, body: problem }), of(aPerson({}))).join()).toContain(
      'customer-not-found is not named under 401',
    );
  });

  it('is what every test of a world ends with: what a chain answers wrongly is kept until then', async () => {
    await held(async () => saying(done, { internalNote: 'x' }))(asked);
    expect(takeFaults().join()).toContain('additional properties');
    await held(
      async () => done,
      () => 'customers',
    )({ ...asked, routeKey: 'POST /v1/hidden' });
    expect(takeFaults()).toEqual(['POST /v1/hidden is not in the document.']);
    // Another world's fault is not this one's: once taken, it is gone.
    expect(takeFaults()).toEqual([]);
  });

  it('is thrown at once in a simulation, for every answer that is looked at', async () => {
    let count = 0;
    const at = sampled(async () => {
      count += 1;
      return count === 4 ? saying(done, { internalNote: 'x' }) : done;
    }, 2);
    for (let times = 0; times < 3; times += 1) await at(asked);
    await expect(at(asked)).rejects.toThrow('additional properties');
  });
});

/** Who may make a chain: who gives it to the check, and tests of chains of which no route is documented. */
const makers = [
  ...['tests/contracts/book/leaks.test.ts', 'tests/contracts/held/check.test.ts'],
  ...['tests/functions/_kit/http/parse.test.ts', 'tests/functions/_kit/telemetry.test.ts'],
  ...['tests/functions/partners/revocation.test.ts', 'tests/simulation/retries/trial.ts'],
  ...['tests/simulation/simulation.ts', 'tests/support/bindery.ts', 'tests/support/world.ts'],
];
const makesAnswers = /^import (?!type).*(\/_kit\/lambda\.ts|\bstartBindery\b.*\/local\/start\.ts)'/m;

describe('every test', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));

  it('asks where its answers are looked at; whoever makes a chain of its own gives it to `held` and joins here', () => {
    const making = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
      .map((path) => `tests/${path}`)
      .filter((path) => path.endsWith('.ts') && makesAnswers.test(readFileSync(join(root, path), 'utf8')));
    expect(making.toSorted()).toEqual(makers);
  });
});
