import { describe, expect, it } from 'vitest';
import { endpoint as recordMilestone } from '../../../functions/policies/record-milestone.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () => aWorld([...sellingEndpoints, recordMilestone], { services: { offerKeys: someOfferKeys() } });
const shipped = { milestone: 'shipment_confirmed', occurredAt: '2026-11-23T16:00:00+08:00' };

describe('recordMilestone', () => {
  it('begins a return’s cover when the parcel is shipped', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'return-freight');
    const answer = await world.call('recordMilestone', { params: { policyId }, body: shipped });
    expect([answer.status, answer.body]).toMatchObject([
      200,
      {
        status: 'on-risk',
        milestones: { shipment_confirmed: '2026-11-23T08:00:00.000Z' },
        period: { from: '2026-11-23T08:00:00.000Z' },
      },
    ]);
  });

  it('refuses what the product does not know, and says what it knows', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'return-freight');
    const answer = await world.call('recordMilestone', {
      params: { policyId },
      body: { ...shipped, milestone: 'eclipse' },
    });
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { code: 'milestone-not-in-product', facts: { known: ['shipment_confirmed', 'receipt_signed'] } },
    ]);
  });

  it('refuses a time that is none', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'return-freight');
    const answer = await world.call('recordMilestone', {
      params: { policyId },
      body: { ...shipped, occurredAt: '2026-02-30T00:00:00Z' },
    });
    expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ pointer: '/occurredAt' }] }]);
  });
});
