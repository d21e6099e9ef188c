import { describe, expect, it } from 'vitest';
import { runBatch } from '../../../../functions/_kit/batch/run-batch.ts';
import type { CallState, HttpRequest } from '../../../../functions/_kit/http/state.ts';
import type { Endpoint } from '../../../../functions/_kit/implement.ts';

const endpoint = {
  contract: { id: 'recordMilestone', method: 'POST', path: '/policies/{policyId}/milestones' },
} as unknown as Endpoint;
const endpoints = [endpoint];
const item = (at: number, params: Record<string, string> = {}) => ({
  ...{ operation: 'recordMilestone', idempotencyKey: `item-number-${at}`, params, body: { at } },
});

const aBatch = (items: readonly object[], beganMsAgo = 0) => ({
  call: {
    requestId: 'req_of_the_batch',
    startedAt: performance.now() - beganMsAgo,
    input: { body: { items } },
  } as unknown as CallState,
  event: { headers: { authorization: 'Bearer a.b.c' }, routeKey: '', rawPath: '' } as HttpRequest,
});

const answering = (status: number, body: object = {}) => {
  const asked: HttpRequest[] = [];
  const state = { underWay: 0, most: 0 };
  const chain = async (request: HttpRequest) => {
    asked.push(request);
    state.underWay += 1;
    state.most = Math.max(state.most, state.underWay);
    await new Promise((resolve) => setImmediate(resolve));
    state.underWay -= 1;
    return { statusCode: status, headers: {}, body: JSON.stringify(body) };
  };
  return { asked, state, chain };
};

describe('a batch', () => {
  it('asks for each item as if it had come alone, with the caller’s own token and the item’s own key', async () => {
    const { asked, chain } = answering(200);
    await runBatch(aBatch([item(0, { policyId: 'pol_a/b' })]), endpoints, chain);
    expect(asked).toMatchObject([
      {
        routeKey: 'POST /v1/policies/{policyId}/milestones',
        rawPath: '/v1/policies/pol_a%2Fb/milestones',
        pathParameters: { policyId: 'pol_a/b' },
        headers: {
          authorization: 'Bearer a.b.c',
          'idempotency-key': 'item-number-0',
          'x-request-id': 'req_of_the_batch_0',
        },
        body: '{"at":0}',
      },
    ]);
  });

  it('has at most eight items under way, and keeps their order in its answer', async () => {
    const { state, chain } = answering(200);
    const many = Array.from({ length: 30 }, (_none, at) => item(at));
    const { result } = await runBatch(aBatch(many), endpoints, chain);
    expect([state.most, result.done]).toEqual([8, 30]);
    expect(result.results.map(({ idempotencyKey }) => idempotencyKey)).toEqual(many.map((one) => one.idempotencyKey));
  });

  it('begins nothing more when its time is up, and says so', async () => {
    const { asked, chain } = answering(200);
    const { result } = await runBatch(aBatch([item(0), item(1)], 6_000), endpoints, chain);
    expect([asked.length, result]).toMatchObject([0, { done: 0, open: 2, results: [{ outcome: 'open' }, {}] }]);
    expect(result.results[0]).not.toHaveProperty('status');
  });

  it('answers in time though an item hangs, and tells that one as open', async () => {
    const chain = ({ body }: HttpRequest) =>
      body === '{"at":0}'
        ? new Promise<never>(() => {})
        : Promise.resolve({ statusCode: 200, headers: {}, body: '{}' });
    const soon = { beginBefore: 1_000, answerAt: 20 };
    const { result } = await runBatch(aBatch([item(0), item(1)]), endpoints, chain, soon);
    expect(result).toMatchObject({ done: 1, open: 1, results: [{ outcome: 'open' }, { outcome: 'done' }] });
  });

  it('passes on how long to wait: the longest of its items, and each its own', async () => {
    const chain = async ({ body = '' }: HttpRequest) => ({
      statusCode: 429,
      headers: { 'retry-after': JSON.parse(body).at === 0 ? '1' : '3' },
      body: '{}',
    });
    const { result, retryAfter } = await runBatch(aBatch([item(0), item(1)]), endpoints, chain);
    expect(retryAfter).toBe(3);
    expect(result.results.map(({ retryAfterSeconds }) => retryAfterSeconds)).toEqual([1, 3]);
  });

  it.each([
    [200, {}, 'done'],
    [422, { code: 'invalid-request' }, 'refused'],
    [409, { code: 'quote-already-bound' }, 'refused'],
    [409, { code: 'changed-meanwhile' }, 'open'],
    [429, { code: 'rate-limited' }, 'open'],
    [503, { code: 'temporarily-unavailable' }, 'open'],
    [500, { code: 'internal' }, 'open'],
    // The token ended while the batch was under way: with a new one the item goes on.
    [401, { code: 'unauthenticated' }, 'open'],
    [412, { code: 'version-differs' }, 'refused'],
  ])('counts an item that is answered %i %j as %s', async (status, body, outcome) => {
    const { chain } = answering(status, body);
    const { result } = await runBatch(aBatch([item(0)]), endpoints, chain);
    expect(result.results).toMatchObject([{ outcome, status, body }]);
  });
});
