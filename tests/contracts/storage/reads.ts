import { expect, it } from 'vitest';
import { type OpenShop, policyIdIn } from './shop.ts';

/** What was written is read back, and lists stand still under inserts. */
export const readsContract = (open: OpenShop): void => {
  it('reads back what it wrote, terms and all', async () => {
    const { world, body } = await open();
    const bound = await world.call('bindPolicy', { body });
    const read = await world.call('getPolicy', { params: { policyId: policyIdIn(bound) } });
    expect(read.body).toEqual(bound.body);
  });

  it('lists newest first, with a cursor that an insert does not move', async () => {
    const { world, body } = await open();
    const first = policyIdIn(await world.call('bindPolicy', { body }));
    const page = await world.call('listPolicies', { query: { limit: '1' } });
    const { items, next } = page.body as { items: { policyId: string }[]; next: string };
    expect(items.map(({ policyId }) => policyId)).toEqual([first]);
    const before = await world.call('listPolicies', { query: { limit: '50', cursor: next } });
    expect((before.body as { items: { policyId: string }[] }).items.map(({ policyId }) => policyId)).not.toContain(
      first,
    );
    const foreign = await world.call('listPolicies', { query: { cursor: next }, tenant: 'shop-b' });
    expect([foreign.status, foreign.body]).toMatchObject([422, { errors: [{ pointer: '/query/cursor' }] }]);
  });
};
