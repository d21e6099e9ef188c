import { describe, expect, it } from 'vitest';
import { cancellingEndpoints } from '../../support/cancellation.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = async () => {
  const world = await aWorld([...sellingEndpoints, ...cancellingEndpoints], {
    services: { offerKeys: someOfferKeys() },
  });
  const { policyId } = await aPolicy(world, 'return-freight');
  const preview = (reason: string, asked: object = {}) =>
    world.call('previewCancellation', { params: { policyId }, body: { reason }, ...asked });
  return { world, preview };
};

describe('previewCancellation', () => {
  it('shows what would come back, and writes nothing', async () => {
    const { world, preview } = await aShop();
    const before = JSON.stringify(world.engine.items());
    const answer = await preview('withdrawal', { key: undefined });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      {
        rule: 'before-cover',
        refund: { gross: { amount: 432, currency: 'CNY' }, tax: { amount: 24 }, commission: { amount: 61 } },
        expiresAt: '2026-11-23T08:15:00.000Z',
      },
    ]);
    expect(JSON.stringify(world.engine.items())).toBe(before);
  });

  it('tells nothing of a policy of somebody else', async () => {
    const { preview } = await aShop();
    const answer = await preview('withdrawal', { tenant: 'shop-b' });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'policy-not-found' }]);
  });
});
