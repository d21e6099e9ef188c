import { describe, expect, it } from 'vitest';
import { endpoint as getPolicy } from '../../../functions/policies/get-policy.ts';
import { endpoint as recordMilestone } from '../../../functions/policies/record-milestone.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () =>
  aWorld([...sellingEndpoints, getPolicy, recordMilestone], { services: { offerKeys: someOfferKeys() } });
const nobody = 'pol_00000000000000000000000000';

describe('getPolicy', () => {
  it('shows what is insured and nothing that identifies the person or the object', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'device-protection');
    const answer = await world.call('getPolicy', { params: { policyId } });
    expect(answer.body).toMatchObject({ status: 'pending', object: { deviceValue: 499900 } });
    for (const canary of ['356938035643809', '王小明', '11010519491231002X']) expect(answer.text).not.toContain(canary);
  });

  it('answers as of an effective time, however late an event was heard of', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'return-freight');
    world.time.now = '2026-11-26T08:00:00.000Z';
    const body = { milestone: 'shipment_confirmed', occurredAt: '2026-11-24T09:00:00+08:00' };
    await world.call('recordMilestone', { params: { policyId }, body });
    const at = async (asOf: string) =>
      ((await world.call('getPolicy', { params: { policyId }, query: { asOf } })).body as { status: string }).status;
    expect(await at('2026-11-24T00:59:59Z')).toBe('pending');
    expect(await at('2026-11-24T01:00:00Z')).toBe('on-risk');
  });

  it('knows no policy before it was bound', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'return-freight');
    const answer = await world.call('getPolicy', { params: { policyId }, query: { asOf: '2026-11-23T07:59:59Z' } });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'policy-not-found' }]);
  });

  it('answers a foreign id exactly like one that does not exist', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'return-freight');
    const foreign = await world.call('getPolicy', { params: { policyId }, tenant: 'shop-b' });
    const missing = await world.call('getPolicy', { params: { policyId: nobody }, tenant: 'shop-b' });
    const bare = (text: string, id: string) => text.replaceAll(/req_\w+/g, 'req').replaceAll(id, 'id');
    expect(foreign.status).toBe(404);
    expect(bare(foreign.text, policyId)).toBe(bare(missing.text, nobody));
  });
});
