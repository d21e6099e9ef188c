import { describe, expect, it } from 'vitest';
import { endpoint as batchClaims } from '../../../functions/claims/batch-claims.ts';
import { endpoint as reportClaim } from '../../../functions/claims/report-claim.ts';
import { endpoint as recordMilestone } from '../../../functions/policies/record-milestone.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const form = { waybillNumber: 'SF1234567890', returnKind: 'return', paidBy: 'buyer', onPlatform: true };

describe('batchClaims', () => {
  it('takes notice of each loss on its own policy, and pays no waybill twice', async () => {
    const endpoints = [...sellingEndpoints, recordMilestone, reportClaim, batchClaims];
    const world = await aWorld(endpoints, { services: { offerKeys: someOfferKeys() } });
    const items: object[] = [];
    for (const orderNumber of ['SO-20261123-0051', 'SO-20261123-0052']) {
      const { policyId } = await aPolicy(world, 'return-freight', { risk: { orderNumber } });
      const milestone = { milestone: 'shipment_confirmed', occurredAt: '2026-11-23T08:00:00.000Z' };
      await world.call('recordMilestone', { params: { policyId }, body: milestone });
      const body = { coverage: 'return-freight', lossAt: '2026-11-23T08:00:00Z', payee: 'ba_1QK2v9L0aZ4xYw7T', form };
      items.push({ operation: 'reportClaim', idempotencyKey: `loss-${orderNumber}`, params: { policyId }, body });
    }
    const { body } = await world.call('batchClaims', { body: { items } });
    const { results } = body as { results: { status: number; body: { code?: string } }[] };
    expect(results.map((one) => [one.status, one.body.code]).toSorted()).toEqual([
      [201, undefined],
      [409, 'waybill-already-used'],
    ]);
  });
});
