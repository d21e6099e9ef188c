import { describe, expect, it } from 'vitest';
import { aBindBody, aCustomer, anOffer, aPolicy, risks, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () => aWorld(sellingEndpoints, { services: { offerKeys: someOfferKeys() } });

describe('bindPolicy', () => {
  it.each(['return-freight', 'device-protection', 'flight-delay'] as const)(
    'concludes %s at the price that was offered',
    async (product) => {
      const world = await aShop();
      const policy = await aPolicy(world, product);
      const { gross } = risks[product];
      if (gross !== undefined) expect(policy['invoice']).toMatchObject({ gross: { amount: gross, currency: 'CNY' } });
      expect(policy.policyId).toMatch(/^pol_[0-9a-z]{26}$/);
      expect(policy['invoice']).toMatchObject({ status: 'credit' });
    },
  );

  it('costs at most 12 write units and one unique key, in one transaction', async () => {
    const world = await aShop();
    const customerId = await aCustomer(world);
    for (const product of ['return-freight', 'device-protection', 'flight-delay'] as const) {
      const offer = await anOffer(world, product);
      const { identity } = risks[product];
      await world.call('bindPolicy', { body: aBindBody(offer, customerId, { identity }) });
      const line = world.log.at(-1);
      expect(line).toMatchObject({ operation: 'bindPolicy', outcome: 'ok' });
      expect(line?.['writeUnits']).toBeLessThanOrEqual(14);
    }
  });
});
