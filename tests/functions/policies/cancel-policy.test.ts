import { describe, expect, it } from 'vitest';
import { endpoint as cancelPolicy } from '../../../functions/policies/cancel-policy.ts';
import { endpoint as recordMilestone } from '../../../functions/policies/record-milestone.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () =>
  aWorld([...sellingEndpoints, cancelPolicy, recordMilestone], { services: { offerKeys: someOfferKeys() } });
const body = { reason: 'order-cancelled' };

describe('cancelPolicy', () => {
  it('returns everything for an order that was cancelled before its shipment', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'return-freight');
    const answer = await world.call('cancelPolicy', { params: { policyId }, body });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        status: 'cancelled',
        rule: 'before-cover',
        refund: { gross: { amount: 432, currency: 'CNY' }, tax: { amount: 24 } },
      },
    ]);
  });

  it('is closed once the parcel is on its way, and the refusal is remembered under its key', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'return-freight');
    const shipped = { milestone: 'shipment_confirmed', occurredAt: '2026-11-23T16:00:00+08:00' };
    await world.call('recordMilestone', { params: { policyId }, body: shipped });
    const refused = await world.call('cancelPolicy', { params: { policyId }, body, key: 'too-late-1' });
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'cancellation-closed' }]);
    const again = await world.call('cancelPolicy', { params: { policyId }, body, key: 'too-late-1' });
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([refused.text, 'true']);
  });

  it('leaves the sub-ledger with nothing owed by anybody', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'return-freight');
    await world.call('cancelPolicy', { params: { policyId }, body });
    const state = world.engine.items().find(({ pk, sk }) => String(pk).endsWith(policyId) && sk === 'STATE');
    expect(state).toMatchObject({ s: { balances: {} } });
  });
});
