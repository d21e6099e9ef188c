import { describe, expect, it } from 'vitest';
import { endpoint as getCustomer } from '../../../functions/customers/get-customer.ts';
import { endpoint as getPolicy } from '../../../functions/policies/get-policy.ts';
import { endpoint as recordMilestone } from '../../../functions/policies/record-milestone.ts';
import { aPolicy, sellingEndpoints, someOfferKeys } from '../../support/sale.ts';
import { aWorld } from '../../support/world.ts';

const aShop = () =>
  aWorld([...sellingEndpoints, getPolicy, getCustomer, recordMilestone], { services: { offerKeys: someOfferKeys() } });
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

  it('answers what was recorded by a time, alone and together with an effective time', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'return-freight');
    world.time.now = '2026-11-26T08:00:00.000Z';
    const body = { milestone: 'shipment_confirmed', occurredAt: '2026-11-24T09:00:00+08:00' };
    await world.call('recordMilestone', { params: { policyId }, body });
    const seen = async (query: Readonly<Record<string, string>>) => {
      const answer = await world.call('getPolicy', { params: { policyId }, query });
      return answer.status === 200 ? (answer.body as { status: string }).status : answer.status;
    };
    expect(await seen({ knownAt: '2026-11-26T07:59:59.999Z' })).toBe('pending');
    expect(await seen({ knownAt: '2026-11-26T16:00:00+08:00' })).toBe('on-risk');
    expect(await seen({ asOf: '2026-11-25T00:00:00Z', knownAt: '2026-11-25T00:00:00Z' })).toBe('pending');
    expect(await seen({ asOf: '2026-11-25T00:00:00Z', knownAt: '2026-11-26T08:00:00Z' })).toBe('on-risk');
    expect(await seen({ knownAt: '2026-11-23T07:59:59.999Z' })).toBe(404);
    const now = (await world.call('getPolicy', { params: { policyId } })).text;
    const query = { asOf: world.time.now, knownAt: world.time.now };
    expect((await world.call('getPolicy', { params: { policyId }, query })).text).toBe(now);
  });

  it('shows the customer beside it as getCustomer does, to those who may see customers', async () => {
    const world = await aShop();
    const { policyId, ...rest } = await aPolicy(world, 'device-protection');
    const params = { policyId };
    const see = async (scopes: readonly string[]) =>
      (await world.call('getPolicy', { params, query: { include: 'customer' }, as: { scopes } })).body;
    for (const more of [[], ['customers:personal']]) {
      const as = { scopes: ['customers:read', ...more] };
      const own = await world.call('getCustomer', { params: { customerId: String(rest['customerId']) }, as });
      expect(await see(['policies:read', ...as.scopes])).toMatchObject({ included: { customer: own.body } });
    }
    expect(await see(['policies:read'])).toMatchObject({ code: 'forbidden', facts: { needs: 'customers:read' } });
  });

  it('includes only what it knows', async () => {
    const world = await aShop();
    const { policyId } = await aPolicy(world, 'device-protection');
    for (const include of ['', 'payments', 'customer,', 'customer,payments']) {
      const answer = await world.call('getPolicy', { params: { policyId }, query: { include } });
      expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ pointer: '/query/include' }] }]);
    }
  });
});
