import { describe, expect, it } from 'vitest';
import { endpoint as batchPolicies } from '../../../functions/policies/batch-policies.ts';
import { endpoint as recordMilestone } from '../../../functions/policies/record-milestone.ts';
import { cancellingEndpoints } from '../../support/cancellation.ts';
import { aBindBody, aCustomer, anOffer, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

type Result = { readonly outcome: string; readonly status?: number; readonly body?: Record<string, unknown> };
type Batch = { readonly done: number; readonly refused: number; readonly open: number; readonly results: Result[] };

const aShop = async () => {
  const endpoints = [...sellingEndpoints, ...cancellingEndpoints, recordMilestone, batchPolicies];
  const world = await aWorld(endpoints, { services: { offerKeys: someOfferKeys() } });
  const customerId = await aCustomer(world);
  const sale = async (orderNumber: string) => {
    const offer = await anOffer(world, 'return-freight', { orderNumber });
    return aBindBody(offer, customerId, { identity: { orderNumber } });
  };
  const items = (many: number) =>
    Promise.all(
      Array.from({ length: many }, async (_none, at) => ({
        ...{ operation: 'bindPolicy', idempotencyKey: `sale-number-${at}` },
        body: await sale(`SO-20261123-${2000 + at}`),
      })),
    );
  const ask = async (asked: readonly object[], more: object = {}) => {
    const answer = await world.call('batchPolicies', { body: { items: asked }, ...more });
    return { ...answer, batch: answer.body as Batch };
  };
  const policies = () => world.engine.items().filter(({ pk, sk }) => String(pk).includes('#POL#') && sk === 'STATE');
  return { world, items, ask, policies };
};

describe('batchPolicies', () => {
  it('takes a hundred items, each with the effect and the answer that it has alone', async () => {
    const { world, items, ask, policies } = await aShop();
    const asked = await items(100);
    const { status, batch } = await ask(asked);
    expect([status, batch.done, batch.refused, batch.open, policies().length]).toEqual([200, 100, 0, 0, 100]);
    // The same key alone is a retry of the item: it gives the item's answer, byte for byte.
    const alone = await world.call('bindPolicy', { body: asked[7]?.body, key: 'sale-number-7' });
    expect(alone.headers['idempotent-replayed']).toBe('true');
    expect(batch.results[7]).toMatchObject({ outcome: 'done', status: 201, body: alone.body as object });
  });

  it('gives the very same answer when it is sent again, and has no second effect', async () => {
    const { items, ask, policies } = await aShop();
    const asked = await items(5);
    const [first, again] = [await ask(asked), await ask(asked)];
    expect(again.text).toBe(first.text);
    expect(policies()).toHaveLength(5);
  });

  it('lets what is wrong with one item stop no other', async () => {
    const { items, ask, policies } = await aShop();
    const [good, spoilt, foreign, better] = await items(4);
    const asked = [
      good,
      { ...spoilt, body: { ...spoilt?.body, acknowledged: [] } },
      { ...foreign, body: {} },
      { operation: 'recordMilestone', idempotencyKey: 'milestone-1', params: {}, body: {} },
      better,
    ].filter((item) => item !== undefined);
    const { batch } = await ask(asked);
    expect(batch.results.map(({ outcome, status, body }) => [outcome, status, body?.['code']])).toEqual([
      ['done', 201, undefined],
      ['refused', 422, 'disclosures-not-acknowledged'],
      ['refused', 422, 'invalid-request'],
      ['refused', 422, 'invalid-request'],
      ['done', 201, undefined],
    ]);
    expect([batch.done, batch.refused, batch.open, policies().length]).toEqual([2, 3, 0, 2]);
  });

  it('tells what is not decided yet from what is, and goes on from there', async () => {
    const { world, items, ask, policies } = await aShop();
    const asked = await items(3);
    const { load } = world.platform.store({ read: 0, write: 0 });
    let failing = true;
    const bare = world.platform.store;
    Object.assign(world.platform, {
      store: (meter: Parameters<typeof bare>[0]) => ({
        ...bare(meter),
        load: (request: Parameters<typeof load>[0]) =>
          failing && request.roots.length > 0
            ? Promise.reject(new TypeError('out of reach'))
            : bare(meter).load(request),
      }),
    });
    const first = await ask(asked);
    expect([first.status, first.batch.done, first.batch.open]).toEqual([200, 0, 3]);
    failing = false;
    const second = await ask(asked);
    expect([second.batch.done, second.batch.open, policies().length]).toEqual([3, 0, 3]);
  });

  it('lets an item nest as deep as it may alone', async () => {
    const { world, items, ask } = await aShop();
    const [item] = await items(1);
    const nested = (levels: number): object => (levels === 0 ? {} : { deeper: nested(levels - 1) });
    const alone = async (levels: number) => (await world.call('bindPolicy', { body: nested(levels) })).body;
    for (const [levels, code] of [
      [16, 'invalid-request'],
      [17, 'malformed-json'],
    ] as const) {
      expect(await alone(levels)).toMatchObject({ code });
      const { batch } = await ask([{ ...item, body: nested(levels) }]);
      expect(batch.results?.[0] ?? batch).toMatchObject(
        levels === 16 ? { outcome: 'refused', body: { code } } : { code },
      );
    }
  });

  it('asks for the scope of each item', async () => {
    const { items, ask } = await aShop();
    const { status, batch } = await ask(await items(1), { as: { scopes: ['policies:read'] } });
    expect([status, batch.results[0]]).toMatchObject([200, { outcome: 'refused', status: 403 }]);
  });

  it('takes no key twice, no operation of another kind, and not 101 items', async () => {
    const { items, ask } = await aShop();
    const [one] = await items(1);
    const wrong = [[one, one], [{ ...one, operation: 'createQuote' }], Array.from({ length: 101 }, (_none, at) => at)];
    for (const asked of wrong) expect((await ask(asked as object[])).status).toBe(422);
    const many = Array.from({ length: 101 }, (_none, at) => ({ ...one, idempotencyKey: `another-${at}` }));
    expect((await ask(many)).status).toBe(422);
  });
});
