import { describe, expect, it } from 'vitest';
import { endpoint as recordMilestone } from '../../../functions/policies/record-milestone.ts';
import { aCancellation, cancel, cancellingEndpoints } from '../../support/cancellation.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const shipped = { milestone: 'shipment_confirmed', occurredAt: '2026-11-23T16:00:00+08:00' };

const aShop = async () => {
  const endpoints = [...sellingEndpoints, ...cancellingEndpoints, recordMilestone];
  const world = await aWorld(endpoints, { services: { offerKeys: someOfferKeys() } });
  const { policyId } = await aPolicy(world, 'return-freight');
  const confirm = (body: object, asked: object = {}) =>
    world.call('cancelPolicy', { params: { policyId }, body, ...asked });
  return { world, policyId, params: { policyId }, confirm };
};

describe('cancelPolicy', () => {
  it('returns everything for an order that was cancelled before its shipment', async () => {
    const { world, policyId } = await aShop();
    const answer = await cancel(world, policyId);
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
    const { world, policyId, params, confirm } = await aShop();
    const body = await aCancellation(world, policyId);
    await world.call('recordMilestone', { params, body: shipped });
    const refused = await confirm(body, { key: 'too-late-1' });
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'cancellation-closed' }]);
    const again = await confirm(body, { key: 'too-late-1' });
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([refused.text, 'true']);
    // Whoever only looks is told the same.
    const shown = await world.call('previewCancellation', { params, body: { reason: 'order-cancelled' } });
    expect([shown.status, shown.body]).toMatchObject([409, { code: 'cancellation-closed' }]);
  });

  it('leaves the sub-ledger with nothing owed by anybody', async () => {
    const { world, policyId } = await aShop();
    await cancel(world, policyId);
    const state = world.engine.items().find(({ pk, sk }) => String(pk).endsWith(policyId) && sk === 'STATE');
    expect(state).toMatchObject({ s: { balances: {} } });
  });

  it('needs the preview of this very request: not another reason, not another policy, not another tenant', async () => {
    const { world, policyId, confirm } = await aShop();
    const body = await aCancellation(world, policyId);
    const other = await aPolicy(world, 'return-freight', { risk: { orderNumber: 'SO-20261123-0043' } });
    const others = await aCancellation(world, other.policyId);
    for (const wrong of [{ ...body, reason: 'other' }, others, { ...body, preview: `${body.preview}A` }])
      expect(await confirm(wrong)).toMatchObject({ status: 422, body: { code: 'preview-invalid' } });
    expect((await confirm(body, { tenant: 'shop-b' })).status).toBe(404);
    expect((await confirm(body)).status).toBe(201);
  });

  it('is refused when the policy has changed since, and changes nothing', async () => {
    const endpoints = [...sellingEndpoints, ...cancellingEndpoints, recordMilestone];
    const world = await aWorld(endpoints, { services: { offerKeys: someOfferKeys() } });
    const { policyId } = await aPolicy(world, 'device-protection');
    const [first, second] = [await aCancellation(world, policyId), await aCancellation(world, policyId)];
    expect(first).toEqual(second);
    const params = { policyId };
    const stale = await world.call('cancelPolicy', { params, body: first, headers: { 'if-match': '"2"' } });
    expect([stale.status, stale.body]).toMatchObject([412, { code: 'version-differs' }]);
    expect((await world.call('cancelPolicy', { params, body: first })).status).toBe(201);
    const used = await world.call('cancelPolicy', { params, body: first });
    expect([used.status, used.body]).toMatchObject([409, { code: 'policy-state-refuses' }]);
  });

  it('is refused when the same request would return another amount, a day later', async () => {
    const world = await aWorld([...sellingEndpoints, ...cancellingEndpoints], {
      services: { offerKeys: someOfferKeys() },
    });
    const { policyId } = await aPolicy(world, 'device-protection');
    const params = { policyId };
    // Beyond the days in which everything comes back, a day is worth a part of the premium; the preview still lives.
    world.time.now = '2027-03-01T15:59:00.000Z';
    const body = await aCancellation(world, policyId);
    world.time.now = '2027-03-01T16:01:00.000Z';
    const answer = await world.call('cancelPolicy', { params, body });
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'preview-outdated' }]);
    expect((await cancel(world, policyId)).status).toBe(201);
  });

  it('is refused fifteen minutes after its preview, to the second', async () => {
    const { world, policyId, confirm } = await aShop();
    const body = await aCancellation(world, policyId);
    world.time.now = '2026-11-23T08:15:00.000Z';
    expect(await confirm(body)).toMatchObject({ status: 410, body: { code: 'preview-expired' } });
    world.time.now = '2026-11-23T08:14:59.999Z';
    expect((await confirm(body)).status).toBe(201);
  });
});
